// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/system/store_facts.h"

#include "models/store_session.h"
#include "models/text.h"
#include "store/access.h"
#include "store/maintenance.h"

namespace gatehouse::console {

void readStoreFacts(StoreSession &session, const QObject *context,
    const std::function<void(const StoreFacts &, const QString &)> &done)
{
    const auto read = [](store::Store &store) -> Result<StoreFacts> {
        const auto status = store::storeStatus(store);
        if (!status)
            return tl::unexpected<Error>(status.error());
        const auto keys = store::listKeys(store);
        if (!keys)
            return tl::unexpected<Error>(keys.error());
        return StoreFacts{
            status->interactions, status->bytes, static_cast<int>(keys->size()), toQString(status->engine)};
    };
    session.writer().change(context, read, [done](Result<StoreFacts> facts) {
        if (facts)
            done(*facts, {});
        else
            done({}, errorText(facts.error()));
    });
}

} // namespace gatehouse::console
