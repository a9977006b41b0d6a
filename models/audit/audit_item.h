// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// An entry of the audit log, and what verifying the log found, as the Audit desk shows them.

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <optional>

namespace gatehouse::console {

struct AuditItem {
    qint64 seq = 0;
    QDateTime at;
    QString actor; // "user:<login>", "gateway:<id>"
    QString action; // "key.issue"
    QString object; // "key:…"
    QByteArray before; // JSON text, empty when none
    QByteArray after;
    QString reason;
    QString hash; // hex
};

struct AuditProof {
    bool ok = false;
    qint64 entries = 0;
    QString head; // hash of the last entry
    std::optional<qint64> firstBad; // seq
    QString problem; // empty when ok
};

} // namespace gatehouse::console
