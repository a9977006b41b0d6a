// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/evidence_pack.h"

#include "core/base/digest.h"
#include "store/interactions.h"
#include "store/json_text.h"

#include <span>

namespace gatehouse::store {

namespace {

std::string hexOf(const std::string &bytes)
{
    return toHex(std::span(reinterpret_cast<const std::uint8_t *>(bytes.data()), bytes.size()));
}

std::string policyJson(const std::optional<StoredPolicy> &policy)
{
    if (!policy)
        return "null";
    const PolicyRow &row = policy->row;
    return JsonObject()
        .add("version", "sha256:" + row.version.value)
        .add("ordinal", row.ordinal)
        .add("name", row.name)
        .add("shown", displayVersion(row))
        .raw("published_at", jsonTextOrNull(row.publishedAt ? toRfc3339(*row.publishedAt) : ""))
        .add("author", row.author)
        .add("reason", row.reason)
        .add("document", policy->json)
        .text();
}

std::string entriesJson(const std::vector<ChainedEntry> &entries)
{
    std::string list;
    for (const ChainedEntry &chained : entries) {
        list += list.empty() ? "" : ",";
        list += JsonObject()
                    .add("seq", chained.entry.seq)
                    .add("previous_hash", chained.previousHash)
                    .add("entry", chainedText(chained.entry))
                    .add("hash", chained.entry.hash)
                    .text();
    }
    return "[" + list + "]";
}

std::string signedHeadJson(const std::optional<AuditHead> &head)
{
    if (!head)
        return "null";
    return JsonObject()
        .add("seq", head->seq)
        .add("hash", head->hash)
        .add("at", toRfc3339(head->at))
        .add("gateway", head->gateway)
        .add("public_key", hexOf(head->publicKey))
        .add("signature", hexOf(head->signature))
        .text();
}

std::string auditJson(const EvidencePack &pack)
{
    const std::string head = pack.headSeq == 0
        ? "null"
        : JsonObject().add("seq", pack.headSeq).add("hash", pack.headHash).text();
    return JsonObject()
        .raw("entries", entriesJson(pack.entries))
        .raw("head", head)
        .raw("signed_head", signedHeadJson(pack.signedHead))
        .text();
}

} // namespace

std::string toJson(const PackVerification &verification)
{
    return JsonObject()
        .add("ok", verification.problem.empty())
        .add("interaction", verification.interaction)
        .add("entries", static_cast<std::int64_t>(verification.entries))
        .add("signed", verification.isSigned)
        .raw("head", jsonTextOrNull(verification.head))
        .raw("problem", jsonTextOrNull(verification.problem))
        .text();
}

std::string toJson(const EvidencePack &pack)
{
    return JsonObject()
        .add("format", "gatehouse-evidence-pack/1")
        .add("made_at", toRfc3339(pack.madeAt))
        .add("made_by", pack.madeBy)
        .add("program", "gatehouse " GATEHOUSE_VERSION)
        .raw("interaction", toJson(pack.detail))
        .add("verdict", pack.verdict)
        .add("verdict_hash", pack.verdictHash)
        .raw("policy", policyJson(pack.policy))
        .raw("audit", auditJson(pack))
        .text();
}

} // namespace gatehouse::store
