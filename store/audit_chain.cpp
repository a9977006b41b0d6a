// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/audit_chain.h"

#include "core/base/digest.h"
#include "store/audit.h"
#include "store/json_text.h"

namespace gatehouse::store {

namespace {

std::string valueOrNull(const std::string &json)
{
    return json.empty() ? "null" : json;
}

// Members in the order RFC 8785 sorts them.
JsonObject withoutHash(const AuditEntry &entry)
{
    JsonObject object;
    object.add("action", entry.action)
        .add("actor", entry.actor)
        .raw("after", valueOrNull(entry.after))
        .add("at", toRfc3339(entry.at))
        .raw("before", valueOrNull(entry.before))
        .add("object", entry.object)
        .add("reason", entry.reason)
        .add("seq", entry.seq);
    return object;
}

} // namespace

const std::string &chainStart()
{
    static const std::string zeros(64, '0');
    return zeros;
}

std::string chainedText(const AuditEntry &entry)
{
    return withoutHash(entry).text();
}

std::string chainHash(const std::string &previousHash, const AuditEntry &entry)
{
    return sha256Hex(previousHash + "\n" + chainedText(entry));
}

std::string signedText(const AuditHead &head)
{
    const std::string what = head.of == SignedChain::Audit ? "audit" : "verdict";
    return "gatehouse-" + what + "-head/1\n" + std::to_string(head.seq) + "\n" + head.hash + "\n"
        + toRfc3339(head.at) + "\n" + head.gateway;
}

std::string toJson(const AuditEntry &entry)
{
    return withoutHash(entry).add("hash", entry.hash).text();
}

std::string toJson(const AuditVerification &verification)
{
    return JsonObject()
        .add("ok", verification.ok)
        .add("entries", verification.entries)
        .add("head", verification.head)
        .raw("first_bad", verification.firstBad ? std::to_string(*verification.firstBad) : "null")
        .raw("problem", jsonTextOrNull(verification.problem))
        .text();
}

} // namespace gatehouse::store
