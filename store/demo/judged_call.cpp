// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/demo/judged_call.h"

#include "core/message/openai_chat.h"
#include "store/storable.h"

namespace gatehouse::store {

namespace {

bool isRefused(const Verdict &verdict)
{
    return verdict.kind == VerdictKind::Blocked || verdict.kind == VerdictKind::Held;
}

Outcome outcomeOf(SampleEnd end)
{
    switch (end) {
    case SampleEnd::Answered:
        return Outcome::Completed;
    case SampleEnd::UpstreamFailed:
        return Outcome::UpstreamError;
    case SampleEnd::ClientLeft:
        return Outcome::ClientAbort;
    }
    return Outcome::Completed;
}

CallFacts factsOf(const KeyRecord &key, const SampleCall &call, const RequestMessage &message)
{
    CallFacts facts;
    facts.identity = &key.identity;
    facts.request = &message.facts;
    facts.route = "chat";
    facts.provider = call.provider;
    facts.sourceAddress = call.sourceAddress;
    facts.allowedModels = key.entitlement.models;
    facts.allowedTools = key.entitlement.tools;
    facts.entitlementKnown = true;
    return facts;
}

void fillRow(InteractionRow &row, const KeyRecord &key, const SampleCall &call, const Verdict &verdict)
{
    row.key = key.id;
    row.team = key.identity.team;
    row.environment = key.identity.environment;
    row.useCase = key.identity.useCase;
    row.route = "chat";
    row.model = call.model;
    row.provider = call.provider;
    row.verdict = verdict.kind;
    row.severity = verdict.severity;
    row.policyName = verdict.policyName;
    row.policyVersion = verdict.policyVersion;
}

void fillVerdict(VerdictRecord &record, const Verdict &verdict)
{
    record.verdict = verdict.kind;
    record.severity = verdict.severity;
    record.checks = verdict.checks;
    record.coverage = verdict.coverage;
    record.rules = failedRules(verdict.checks);
    record.topCheck = topCheck(verdict.checks);
}

std::int64_t textBytes(const ResponseMessage &response)
{
    std::int64_t bytes = 0;
    for (const Segment &segment : response.segments)
        bytes += static_cast<std::int64_t>(segment.text.size());
    return bytes;
}

// The answer's part of the verdict; `requestVerdict` carries the stored places of its evidence.
Status judgeAnswer(const CompiledPolicy &policy, const CallFacts &facts, const SampleCall &call,
    const Verdict &requestVerdict, VerdictRecord &record)
{
    const auto response = parseOpenAiChatResponse(call.responseBody);
    if (!response)
        return tl::unexpected(response.error());
    EvaluationInput input;
    input.call = facts;
    input.response = &*response;
    Evaluation evaluation = policy.evaluate(input);
    StorableBody body = toStorable(BodyPart::Response, response->segments, evaluation, Capture::Masked);
    evaluation.verdict.checks = std::move(body.checks);
    if (requestVerdict.kind == VerdictKind::Allowed && evaluation.verdict.kind != VerdictKind::Allowed)
        record.snippet = snippetOf({body.segments, evaluation.verdict.checks});
    fillVerdict(record, joinVerdicts(requestVerdict, evaluation.verdict));
    record.responseSegments = std::move(body.segments);
    record.outcome = isRefused(evaluation.verdict) ? (call.stream ? Outcome::Cut : Outcome::Refused)
                                                   : Outcome::Completed;
    record.tokensIn = call.tokensIn;
    record.tokensOut = call.tokensOut;
    record.costUusd = call.costUusd;
    record.overheadUs += static_cast<std::int64_t>(evaluation.verdict.durationUs);
    if (call.stream)
        record.receivedBytes = textBytes(*response);
    return {};
}

} // namespace

Result<JudgedCall> judgeSampleCall(const CompiledPolicy &policy, const PayloadHasher &hasher,
    const KeyRecord &key, const SampleCall &call, const CallPlace &place)
{
    const auto message = parseOpenAiChatRequest(call.requestBody);
    if (!message)
        return tl::unexpected(message.error());
    CallFacts facts = factsOf(key, call, *message);
    facts.now = place.at;
    EvaluationInput input;
    input.call = facts;
    input.request = &*message;
    Evaluation evaluation = policy.evaluate(input);
    StorableBody body = toStorable(BodyPart::Request, message->segments, evaluation, Capture::Masked);
    const bool refused = isRefused(evaluation.verdict);

    JudgedCall judged;
    RequestRecord &request = judged.request;
    fillRow(request.row, key, call, evaluation.verdict);
    request.row.id = place.id;
    request.row.at = place.at;
    request.row.snippet = snippetOf(body);
    request.coverage = evaluation.verdict.coverage;
    request.sourceAddress = call.sourceAddress;
    request.conversation = call.conversation;
    request.reserved.counted = true;
    request.payloadHash = hasher.hash(key.id, call.requestBody);
    evaluation.verdict.checks = std::move(body.checks);
    request.segments = std::move(body.segments);
    request.checks = evaluation.verdict.checks;

    VerdictRecord &verdict = judged.verdict;
    verdict.id = place.id;
    verdict.outcome = refused ? Outcome::Refused : outcomeOf(call.end);
    verdict.overheadUs = static_cast<std::int64_t>(evaluation.verdict.durationUs);
    fillVerdict(verdict, evaluation.verdict);
    if (!refused && call.end == SampleEnd::Answered) {
        facts.failedBefore = gatehouse::failedRules(evaluation.verdict);
        if (Status answered = judgeAnswer(policy, facts, call, evaluation.verdict, verdict); !answered)
            return tl::unexpected(answered.error());
    }
    verdict.latencyUs = verdict.overheadUs + (refused ? 0 : call.upstreamUs);
    return judged;
}

} // namespace gatehouse::store
