// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/policy/compiled_policy.h"

#include <algorithm>

namespace gatehouse {

namespace {

Evaluation judge(const CompiledPolicy &policy, const PolicyTestCase &test)
{
    RequestMessage request;
    ResponseMessage response;
    Segment segment;
    segment.zone = test.zone;
    segment.text = test.text;
    EvaluationInput input;
    input.call.request = &request.facts;
    if (test.stage == Stage::Response) {
        response.segments.push_back(segment);
        input.response = &response;
    } else {
        request.segments.push_back(segment);
        input.request = &request;
    }
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
        const Verdict verdict = judge(policy, test).verdict;
        const bool ok = (!test.expectVerdict || verdict.kind == *test.expectVerdict)
            && (!test.expectRule || ruleFailed(verdict.checks, *test.expectRule))
            && (!test.expectLabel || carriesLabel(verdict.checks, *test.expectLabel));
        results.push_back({test.name, ok, expectation(test), outcomeOf(verdict)});
    }
    return results;
}

} // namespace gatehouse
