// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/session/answer.h"

#include "core/message/wire_formats.h"
#include "gateway/session/commit.h"
#include "gateway/worker.h"

#include <algorithm>
#include <spdlog/spdlog.h>

namespace gatehouse::gateway {
namespace {

// The result that decided: the strongest applied one, the first of its kind.
const CheckResult *decisive(const Verdict &verdict)
{
    const CheckResult *found = nullptr;
    for (const CheckResult &result : verdict.checks) {
        if (result.applied && (found == nullptr || result.action > found->action))
            found = &result;
    }
    return found;
}

} // namespace

const GatewayFinding foreignTool{"entitlement", Stage::Response, Severity::Medium, "tool"};

Refusal foreignToolRefusal()
{
    Refusal why
        = refusalWith(403, "tool_not_allowed", "The answer calls a tool that the virtual key may not use");
    why.stage = Stage::Response;
    return why;
}

Refusal storeUnavailable()
{
    return refusalWith(
        503, "store_unavailable", "The gateway cannot record this call, so it does not answer it");
}

Refusal refusalOf(const Verdict &verdict)
{
    Refusal refusal;
    if (const CheckResult *result = decisive(verdict)) {
        refusal.rule = result->rule;
        refusal.category = result->check;
        refusal.stage = result->stage;
        if (result->outcome == CheckOutcome::Error) {
            refusal.status = 503;
            refusal.code = "check_unavailable";
            refusal.message = "A check that must run could not";
            return refusal;
        }
    }
    if (verdict.kind == VerdictKind::Held) {
        refusal.status = 403;
        refusal.code = "held";
        refusal.message = "This call waits for a person's release; send it again once it is released";
        return refusal;
    }
    const bool inAccess = refusal.stage == Stage::Access;
    refusal.status = inAccess ? 403 : 400;
    refusal.code = inAccess ? "access_denied" : "content_policy";
    refusal.message = refusal.stage == Stage::Response ? "The answer was blocked by policy"
                                                       : "The request was blocked by policy";
    return refusal;
}

void noteUnrecorded(Worker &worker, std::string &out, std::string_view words)
{
    out += words;
    Context &context = worker.context();
    context.counters.answeredUnrecorded(context.clock.now());
}

Task<void> answerUnrecorded(Connection &connection, const Refusal &refusal, const Interaction *interaction)
{
    std::string fields;
    RefusalContext context;
    context.format = wireFormatAt(connection.request().head().path);
    if (interaction != nullptr) {
        fields = interaction->fields(VerdictKind::Blocked);
        context = interaction->refusalContext();
    }
    appendRefusalFields(fields, refusal);
    const std::string body = refusalBody(refusal, context);
    (void)co_await connection.reply(refusal.status, "application/json", fields, body);
}

Task<void> refuse(Worker &worker, Connection &connection, const Interaction &interaction,
    const JudgedRequest &request, const Refusal &refusal, const std::string &payloadHash)
{
    Commit commit(worker.commits(), *worker.context().journal,
        requestRecord(interaction, request, store::Outcome::Refused, {}, payloadHash));
    const Status durable = co_await commit.wait();
    if (!durable)
        spdlog::error("call {} refused unrecorded: {}", interaction.id.value, durable.error().line());
    if (!durable && !interaction.failsOpen()) {
        const Refusal why = storeUnavailable();
        co_await answerUnrecorded(connection, why, &interaction);
        co_return;
    }
    worker.report({interaction, request.message.facts, request.evaluation.verdict, refusal.status,
        store::Outcome::Refused, {}, 0, 0, interaction.elapsed(), Micros(0), {}, refusal.code});
    std::string fields = interaction.fields(request.evaluation.verdict.kind);
    if (!durable)
        noteUnrecorded(worker, fields);
    appendRefusalFields(fields, refusal);
    const std::string body = refusalBody(refusal, interaction.refusalContext());
    (void)co_await connection.reply(refusal.status, "application/json", fields, body);
}

Task<void> answerItself(Worker &worker, Connection &connection, const Interaction &interaction,
    const JudgedRequest &request, const std::string &body)
{
    const std::string noHash;
    Commit commit(worker.commits(), *worker.context().journal,
        requestRecord(interaction, request, store::Outcome::Completed, {}, noHash));
    const Status durable = co_await commit.wait();
    if (!durable && !interaction.failsOpen()) {
        const Refusal why = storeUnavailable();
        co_await answerUnrecorded(connection, why, &interaction);
        co_return;
    }
    std::string fields = interaction.fields(request.evaluation.verdict.kind);
    if (!durable)
        noteUnrecorded(worker, fields);
    (void)co_await connection.reply(200, "application/json", fields, body);
}

Task<void> refuseUnjudged(Worker &worker, Connection &connection, const Interaction &interaction,
    const GatewayFinding &finding, const Refusal &refusal)
{
    JudgedRequest nothing;
    nothing.evaluation = notEvaluated(*interaction.snapshot, "refused_before");
    addFinding(nothing.evaluation, finding);
    nothing.storable.checks = nothing.evaluation.verdict.checks;
    Refusal staged = refusal;
    staged.stage = finding.stage;
    const std::string noHash;
    co_await refuse(worker, connection, interaction, nothing, staged, noHash);
}

} // namespace gatehouse::gateway
