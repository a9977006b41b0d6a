// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The passwords of connection profiles, in the desktop's keyring and nowhere else.
//
// Answers come later, on the thread that asked, and die with the context. Unreachable when no keyring answers
// (no desktop, or it is locked and stays so).

#include "core/base/error.h"
#include "core/base/secret_string.h"

#include <QObject>
#include <QString>

#include <functional>

namespace gatehouse::console {

class PasswordKeeper : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    // NotFound when none is kept under this name.
    void read(const QString &profile, const QObject *context, std::function<void(Result<SecretString>)> done);
    void keep(const QString &profile, const SecretString &password, const QObject *context,
        std::function<void(Status)> done);
    // Also fine when there is none.
    void forget(const QString &profile, const QObject *context, std::function<void(Status)> done);
};

} // namespace gatehouse::console
