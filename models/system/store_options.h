// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The settings that live in the store, for the settings dialog.

#include <QObject>
#include <QString>

#include <functional>

namespace gatehouse::console {

class StoreSession;

struct StoreOptions {
    QString capture = QStringLiteral("masked"); // masked, full, metadata
    int retentionDays = 90;
    qint64 maximumMebibytes = 4096;
    friend bool operator==(const StoreOptions &, const StoreOptions &) = default;
};

// Answers come on the GUI thread and die with `context`. `trouble` is empty when it went well.
void readStoreOptions(StoreSession &session, const QObject *context,
    const std::function<void(const StoreOptions &options, const QString &trouble)> &done);
void writeStoreOptions(StoreSession &session, const QObject *context, const StoreOptions &options,
    const std::function<void(const QString &trouble)> &done);

} // namespace gatehouse::console
