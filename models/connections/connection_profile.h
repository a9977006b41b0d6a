// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// How a PostgreSQL store is reached, by a name: everything but the password.

#include "core/base/error.h"
#include "core/base/secret_string.h"

#include <QString>

namespace gatehouse::console {

struct ConnectionProfile {
    QString name;
    // Either a service of ~/.pg_service.conf, which says all that is left empty here, or hosts.
    QString service;
    QString hosts; // "db.example" or "db1.example:5432, db2.example"; a path is the folder of a socket
    int port = 5432; // of the hosts that name none
    QString database;
    QString user; // empty: as the system calls who runs the console, or as the service says
    QString tls = QStringLiteral("verify-full"); // libpq's word
    // Files in PEM form; empty: where libpq looks for them.
    QString authorities, certificate, certificateKey;
    bool keepsPassword = true; // in the desktop's keyring

    bool operator==(const ConnectionProfile &) const = default;
};

// The postgresql:// address of it (https://www.postgresql.org/docs/15/libpq-connect.html), with the password
// when there is one. With several hosts the one that can be written to is meant.
[[nodiscard]] QString addressOf(const ConnectionProfile &profile, const SecretString &password = {});

// InvalidInput, `where` being the field, when something is missing or contradicts.
[[nodiscard]] Status check(const ConnectionProfile &profile);

} // namespace gatehouse::console
