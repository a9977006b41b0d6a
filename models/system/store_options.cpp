// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/system/store_options.h"

#include "models/store_session.h"
#include "models/text.h"
#include "store/maintenance.h"

namespace gatehouse::console {

namespace {

constexpr qint64 mebibyte = 1024LL * 1024;

} // namespace

void readStoreOptions(StoreSession &session, const QObject *context,
    const std::function<void(const StoreOptions &, const QString &)> &done)
{
    // The writer's connection: a reader of its own for one question would be made and thrown away.
    session.writer().change(
        context, [](store::Store &store) { return store::storeSettings(store); },
        [done](Result<store::StoreSettings> settings) {
            if (!settings) {
                done({}, errorText(settings.error()));
                return;
            }
            done({toQString(name(settings->capture)), settings->retentionDays,
                     settings->maximumBytes / mebibyte},
                {});
        });
}

void writeStoreOptions(StoreSession &session, const QObject *context, const StoreOptions &options,
    const std::function<void(const QString &)> &done)
{
    const store::StoreSettings settings{
        fromName<Capture>(options.capture.toStdString()).value_or(Capture::Masked), options.retentionDays,
        options.maximumMebibytes * mebibyte};
    session.writer().change(
        context, [settings](store::Store &store) { return store::setStoreSettings(store, settings); },
        [done](Status status) { done(status ? QString() : errorText(status.error())); });
}

} // namespace gatehouse::console
