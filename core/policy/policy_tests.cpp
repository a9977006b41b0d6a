// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/message/openai_chat.h"
#include "core/policy/compiled_policy.h"

#include <algorithm>
#include <optional>

namespace gatehouse {

namespace {

// What is judged; the evaluation's input points to it.
struct Subject {
    RequestMessage request;
    std::optional<ResponseMessage> response;
    bool hasRequest = false;
};

Result<Subject> subjectOf(const PolicyTestCase &test)
{
    Subject subject;
    if (!test.requestJson.empty()) {
        auto request = parseOpenAiChatRequest(test.requestJson);
        if (!request)
            return tl::unexpected(request.error());
        subject.request = std::move(*request);
        subject.hasRequest = true;
    }
    if (!test.responseJson.empty()) {
        auto response = parseOpenAiChatResponse(test.responseJson);
        if (!response)
            return tl::unexpected(response.error());
        subject.response = std::move(*response);
    }
    if (subject.hasRequest || subject.response)
        return subject;
    Segment segment;
    segment.zone = test.zone;
    segment.text = test.text;
    if (test.stage == Stage::Response)
        subject.response.emplace().segments.push_back(segment);
    else
        subject.request.segments.push_back(segment);
    subject.hasRequest = test.stage != Stage::Response;
    return subject;
}

Evaluation judge(const CompiledPolicy &policy, const PolicyTestCase &test, Subject &subject)
{
    RequestFacts &facts = subject.request.facts;
    if (!test.model.empty())
        facts.model = test.model;
    for (const auto &[key, value] : test.metadata)
        facts.metadata[key] = value;
    EvaluationInput input;
    input.call.identity = test.identity ? &*test.identity : nullptr;
    input.call.request = &facts;
    input.call.headers = &test.headers;
    input.request = subject.hasRequest ? &subject.request : nullptr;
    input.response = subject.response ? &*subject.response : nullptr;
    return policy.evaluate(input);
}

bool carriesLabel(const std::vector<CheckResult> &checks, const std::string &label)
{
    return std::any_of(checks.begin(), checks.end(), [&](const CheckResult &check) {
        return std::any_of(check.evidence.begin(), check.evidence.end(),
            [&](const Evidence &evidence) { return evidence.label == label; });
    });
}

bool ruleFailed(const std::vector<CheckResult> &checks, const std::string &rule)
{
    return std::any_of(checks.begin(), checks.end(),
        [&](const CheckResult &check) { return check.rule == rule && check.outcome == CheckOutcome::Fail; });
}

std::string expectation(const PolicyTestCase &test)
{
    std::string text;
    if (test.expectVerdict)
        text += "verdict " + std::string(name(*test.expectVerdict));
    if (test.expectRule)
        text += (text.empty() ? "" : ", ") + ("rule " + *test.expectRule);
    if (test.expectLabel)
        text += (text.empty() ? "" : ", ") + ("label " + *test.expectLabel);
    return text;
}

std::string outcomeOf(const Verdict &verdict)
{
    std::string text = "verdict " + std::string(name(verdict.kind));
    for (const CheckResult &check : verdict.checks) {
        if (check.outcome != CheckOutcome::Fail)
            continue;
        text += ", rule " + check.rule;
        if (!check.evidence.empty())
            text += " (" + check.evidence.front().label + ")";
    }
    return text;
}

} // namespace

std::vector<PolicyTestResult> runPolicyTests(const CompiledPolicy &policy)
{
    std::vector<PolicyTestResult> results;
    for (const PolicyTestCase &test : policy.document().tests) {
        Result<Subject> subject = subjectOf(test);
        if (!subject) {
            results.push_back({test.name, false, expectation(test), subject.error().line()});
            continue;
        }
        const Verdict verdict = judge(policy, test, *subject).verdict;
        const bool ok = (!test.expectVerdict || verdict.kind == *test.expectVerdict)
            && (!test.expectRule || ruleFailed(verdict.checks, *test.expectRule))
            && (!test.expectLabel || carriesLabel(verdict.checks, *test.expectLabel));
        results.push_back({test.name, ok, expectation(test), outcomeOf(verdict)});
    }
    return results;
}

} // namespace gatehouse
