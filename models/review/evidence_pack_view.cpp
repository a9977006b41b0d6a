// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/review/evidence_pack_view.h"

#include "models/review/judging_policy.h"
#include "models/text.h"
#include "store/evidence_pack.h"

namespace gatehouse::console {

namespace {

QString hexOf(const std::string &bytes)
{
    return QString::fromLatin1(QByteArray::fromStdString(bytes).toHex());
}

void addEntries(EvidencePackView &view, const store::EvidencePack &pack)
{
    const std::string call = "interaction:" + pack.detail.row.id.value;
    const std::string policy = "policy:sha256:" + pack.detail.row.policyVersion.value;
    for (const store::ChainedEntry &chained : pack.entries) {
        const store::AuditEntry &entry = chained.entry;
        if (entry.object != call && entry.object != policy) {
            ++view.otherEntries;
            continue;
        }
        view.entries.append({entry.seq, toDateTime(entry.at), toQString(entry.actor), toQString(entry.action),
            toQString(entry.object), toQString(entry.reason), toQString(entry.hash)});
    }
}

} // namespace

EvidencePackView evidencePackViewOf(const store::EvidencePack &pack)
{
    EvidencePackView view;
    view.call = interactionViewOf(pack.detail);
    view.madeBy = toQString(pack.madeBy);
    view.madeAt = toDateTime(pack.madeAt);
    view.verdictHash = toQString(pack.verdictHash);
    if (pack.policy) {
        if (const auto facts = policyFactsOf(*pack.policy))
            explain(view.call, *facts);
        view.policyAuthor = toQString(pack.policy->row.author);
        view.policyReason = toQString(pack.policy->row.reason);
        if (pack.policy->row.publishedAt)
            view.policyPublishedAt = toDateTime(*pack.policy->row.publishedAt);
    }
    addEntries(view, pack);
    view.headSeq = pack.headSeq;
    view.headHash = toQString(pack.headHash);
    if (pack.signedHead) {
        view.signedSeq = pack.signedHead->seq;
        view.signedHash = toQString(pack.signedHead->hash);
        view.signedBy = toQString(pack.signedHead->gateway);
        view.signedAt = toDateTime(pack.signedHead->at);
        view.publicKey = hexOf(pack.signedHead->publicKey);
    }
    return view;
}

} // namespace gatehouse::console
