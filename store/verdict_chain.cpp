// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/verdict_chain.h"

#include "store/json_text.h"

namespace gatehouse::store {

std::string textOf(const RecordedCall &call)
{
    return JsonObject()
        .add("at", call.at)
        .add("environment", call.environment)
        .add("id", call.id)
        .add("key", call.key)
        .add("model", call.model)
        .add("policy", call.policy)
        .add("route", call.route)
        .add("team", call.team)
        .add("use_case", call.useCase)
        .text();
}

std::string textOf(const RecordedVerdict &verdict)
{
    return JsonObject()
        .raw("checks", verdict.checks)
        .add("cost_uusd", verdict.costUusd)
        .raw("coverage", verdict.coverage)
        .add("id", verdict.id)
        .add("outcome", verdict.outcome)
        .add("severity", verdict.severity)
        .add("tokens_in", verdict.tokensIn)
        .add("tokens_out", verdict.tokensOut)
        .add("verdict", verdict.verdict)
        .text();
}

std::string bytesOf(const Sha256 &hash)
{
    return {hash.begin(), hash.end()};
}

std::string hexOf(const std::string &bytes)
{
    return toHex({reinterpret_cast<const std::uint8_t *>(bytes.data()), bytes.size()});
}

Sha256 hashOf(const VerdictBatch &batch)
{
    return sha256(hexOf(batch.previous) + "\n" + batch.gateway + "\n" + std::to_string(batch.number) + "\n"
        + toRfc3339(batch.at) + "\n" + sha256Hex(batch.leaves));
}

std::string toJson(const VerdictVerification &verification)
{
    return JsonObject()
        .add("ok", verification.ok)
        .add("gateways", verification.gateways)
        .add("batches", verification.batches)
        .add("records", verification.records)
        .add("gone", verification.gone)
        .raw("problem", jsonTextOrNull(verification.problem))
        .text();
}

} // namespace gatehouse::store
