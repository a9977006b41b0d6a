// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The way to a first call through the gateway: a fresh key for the sandbox provider.

#include <QObject>
#include <QString>

#include <functional>

namespace gatehouse::console {

class StoreSession;

struct FirstKey {
    QString key; // the whole virtual key; exists nowhere else
    QString id;
    QString model;
};

// Adds the provider `sandbox` when there is none, sees to a published policy, and issues a key for 30 days.
// The answer comes on the GUI thread and dies with `context`; `trouble` is empty when it went well.
void issueFirstKey(StoreSession &session, const QObject *context,
    const std::function<void(const FirstKey &key, const QString &trouble)> &done);

} // namespace gatehouse::console
