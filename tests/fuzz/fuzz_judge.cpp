// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// Any text under the baseline policy: evidence lies inside the text, masks are ordered, the same verdict
// twice.
#include "core/policy/compiled_policy.h"
#include "tests/fuzz/input.h"

using namespace gatehouse;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const auto policy = *CompiledPolicy::fromJson(baselinePolicyJson());
    RequestMessage request;
    Segment segment;
    segment.zone = size > 0 ? static_cast<TrustZone>(data[0] % 7) : TrustZone::User;
    segment.text = fuzz::textOf(data, size);
    request.segments.push_back(segment);
    EvaluationInput input;
    input.call.request = &request.facts;
    input.request = &request;
    const Evaluation first = policy->evaluate(input), second = policy->evaluate(input);
    fuzz::require(first.verdict.kind == second.verdict.kind);
    fuzz::require(first.masks.size() == second.masks.size());
    for (const CheckResult &check : first.verdict.checks) {
        for (const Evidence &evidence : check.evidence)
            fuzz::require(evidence.range.start <= evidence.range.end && evidence.range.end <= size);
    }
    std::size_t at = 0;
    for (const MaskSpan &mask : first.sensitive) {
        fuzz::require(mask.range.start >= at && mask.range.end <= size);
        at = mask.range.end;
    }
    (void)applyMasks(segment.text, first.sensitive);
    return 0;
}
