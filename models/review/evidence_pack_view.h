// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// An evidence pack as it is printed.

#include "models/review/interaction_view.h"

namespace gatehouse::store {
struct EvidencePack;
}

namespace gatehouse::console {

struct PackEntryView {
    qint64 seq = 0;
    QDateTime at;
    QString actor, action, object, reason;
    QString hash;
};

struct EvidencePackView {
    InteractionView call; // with what its policy says of its rules
    QString madeBy;
    QDateTime madeAt;
    QString verdictHash;
    QString policyAuthor, policyReason; // of its publication
    QDateTime policyPublishedAt; // invalid when it never was, or the store does not hold it
    QList<PackEntryView> entries; // about the call and its policy, oldest first
    qsizetype otherEntries = 0; // that lead from them to the signature
    qint64 headSeq = 0; // 0: the log is empty, or not shown
    QString headHash;
    qint64 signedSeq = 0; // 0: no head was signed
    QString signedHash, signedBy, publicKey;
    QDateTime signedAt;
};

[[nodiscard]] EvidencePackView evidencePackViewOf(const store::EvidencePack &pack);

} // namespace gatehouse::console
