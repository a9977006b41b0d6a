// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/session/records.h"

#include "gateway/session/sealing.h"

#include <algorithm>

namespace gatehouse::gateway {

void addFinding(Evaluation &evaluation, const GatewayFinding &finding)
{
    CheckResult result;
    result.rule = finding.check;
    result.check = finding.check;
    result.stage = finding.stage;
    result.outcome = CheckOutcome::Fail;
    result.reason = finding.reason;
    result.action = Action::Block;
    result.applied = true;
    result.severity = finding.severity;
    Verdict &verdict = evaluation.verdict;
    // Behind the rules of an answer, which stand where the request's do.
    const bool ofAnswer = finding.stage == Stage::Response;
    verdict.checks.insert(ofAnswer ? verdict.checks.end() : verdict.checks.begin(), std::move(result));
    verdict.kind = VerdictKind::Blocked;
    verdict.severity = std::max(verdict.severity, finding.severity);
}

Evaluation notEvaluated(const Snapshot &snapshot, std::string_view reason)
{
    Evaluation evaluation;
    const PolicyDocument &document = snapshot.policy->document();
    evaluation.verdict.policyName = document.name;
    evaluation.verdict.policyVersion = document.version;
    evaluation.verdict.coreVersion = GATEHOUSE_VERSION;
    for (const RuleDocument &rule : document.rules) {
        CheckResult result;
        result.rule = rule.id;
        result.check = rule.checkKind;
        result.stage = rule.stage;
        result.mode = rule.mode;
        result.reason = std::string(reason);
        result.action = rule.action;
        result.severity = rule.severity;
        evaluation.verdict.checks.push_back(std::move(result));
    }
    return evaluation;
}

JudgedRequest judgedRequest(RequestMessage message, Evaluation evaluation, const Interaction &interaction)
{
    JudgedRequest request{std::move(message), std::move(evaluation), {}};
    request.storable = store::toStorable(BodyPart::Request, request.message.segments, request.evaluation,
        request.evaluation.capture.value_or(interaction.snapshot->settings.capture));
    request.sealed = sealedOriginals(interaction, BodyPart::Request, std::move(request.storable.originals));
    return request;
}

store::RequestRecord requestRecord(const Interaction &interaction, const JudgedRequest &request,
    store::Outcome outcome, const std::string &provider, const std::string &payloadHash)
{
    const Verdict &verdict = request.evaluation.verdict;
    store::RequestRecord record;
    store::InteractionRow &row = record.row;
    row.id = interaction.id;
    row.at = interaction.at;
    row.key = interaction.key->id;
    row.team = interaction.key->identity.team;
    row.environment = interaction.key->identity.environment;
    row.useCase = interaction.key->identity.useCase;
    row.route = interaction.route;
    row.model = request.message.facts.model;
    row.provider = provider;
    row.verdict = verdict.kind;
    row.severity = verdict.severity;
    row.outcome = outcome;
    row.policyName = verdict.policyName;
    row.policyVersion = verdict.policyVersion;
    row.latencyUs = row.overheadUs = interaction.elapsed().count();
    record.checks = request.storable.checks;
    row.rules = store::failedRules(record.checks);
    row.topCheck = store::topCheck(record.checks);
    row.snippet = store::snippetOf(request.storable);
    record.segments = request.storable.segments;
    record.coverage = verdict.coverage;
    record.sourceAddress = interaction.sourceAddress;
    record.conversation = interaction.conversation;
    record.payloadHash = payloadHash;
    record.reserved = request.reserved;
    record.endUser = interaction.endUser.subject;
    record.sealed = request.sealed;
    return record;
}

Verdict finalVerdict(const JudgedRequest &request, const CallEnd &end)
{
    return end.evaluation ? joinVerdicts(request.evaluation.verdict, end.evaluation->verdict)
                          : request.evaluation.verdict;
}

namespace {

// The checks of the final verdict, with where their evidence stands in the stored bodies.
std::vector<CheckResult> storedChecks(
    const JudgedRequest &request, const CallEnd &end, const store::StorableBody &response)
{
    return end.evaluation ? joinChecks(request.storable.checks, response.checks) : request.storable.checks;
}

} // namespace

store::VerdictRecord verdictRecord(
    const Interaction &interaction, const JudgedRequest &request, const CallEnd &end, const Verdict &final)
{
    store::VerdictRecord record;
    record.id = interaction.id;
    record.verdict = final.kind;
    record.severity = final.severity;
    record.outcome = end.outcome;
    record.provider = end.provider;
    record.answer = end.response.id;
    if (end.response.usage) {
        record.tokensIn = end.response.usage->tokensIn;
        record.tokensOut = end.response.usage->tokensOut;
    }
    record.costUusd = end.costUusd;
    store::StorableBody response;
    if (end.evaluation) {
        response = store::toStorable(BodyPart::Response, end.response.segments, *end.evaluation,
            strictest(request.evaluation.capture, end.evaluation->capture)
                .value_or(interaction.snapshot->settings.capture));
        record.sealed = sealedOriginals(interaction, BodyPart::Response, std::move(response.originals));
        const bool decidedHere = end.evaluation->verdict.kind > request.evaluation.verdict.kind;
        record.snippet = decidedHere ? store::snippetOf(response) : std::string();
    }
    record.checks = storedChecks(request, end, response);
    record.rules = store::failedRules(record.checks);
    record.topCheck = store::topCheck(record.checks);
    record.responseSegments = std::move(response.segments);
    record.coverage = final.coverage;
    if (end.receivedBytes)
        record.receivedBytes = static_cast<std::int64_t>(*end.receivedBytes);
    record.latencyUs = interaction.elapsed().count();
    record.overheadUs = std::max<std::int64_t>(0, record.latencyUs - end.waited.count());
    return record;
}

} // namespace gatehouse::gateway
