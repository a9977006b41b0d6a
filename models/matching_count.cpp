// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/matching_count.h"

#include "store/interactions.h"

namespace gatehouse::console {

Result<qint64> countMatching(store::Store &store, const std::string &filter)
{
    const auto parsed = store::parseFilter(filter);
    if (!parsed)
        return tl::unexpected<Error>(parsed.error());
    const auto count = store::countInteractions(store, *parsed);
    if (!count)
        return tl::unexpected<Error>(count.error());
    return *count;
}

} // namespace gatehouse::console
