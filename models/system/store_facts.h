// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Whether a store is fresh: what the first page offers depends on it.

#include <QObject>
#include <QString>

#include <functional>

namespace gatehouse::console {

class StoreSession;

struct StoreFacts {
    qint64 interactions = 0;
    qint64 bytes = 0;
    int keys = 0;
    QString engine;
};

// The answer comes on the GUI thread and dies with `context`; `trouble` is empty when it went well.
void readStoreFacts(StoreSession &session, const QObject *context,
    const std::function<void(const StoreFacts &facts, const QString &trouble)> &done);

} // namespace gatehouse::console
