// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Verdicts as JSON, in the shape `gatehouse check --jsonl` prints and the store keeps.

#include "core/base/error.h"
#include "core/policy/verdict.h"

#include <string>
#include <string_view>
#include <vector>

namespace gatehouse {

// The array under "checks".
[[nodiscard]] std::string checksToJson(const std::vector<CheckResult> &checks);
[[nodiscard]] Result<std::vector<CheckResult>> checksFromJson(std::string_view json);
// The object under "coverage".
[[nodiscard]] std::string coverageToJson(const Coverage &coverage);
[[nodiscard]] Result<Coverage> coverageFromJson(std::string_view json);
// The whole verdict without an id: verdict, severity, policy, core, duration_us, coverage, checks.
[[nodiscard]] std::string verdictToJson(const Verdict &verdict);

// Segments as stored and shown: [{"in","zone","role","pointer","text","tool","unclaimed"}].
struct StoredSegment {
    BodyPart in = BodyPart::Request;
    Segment segment;
};
[[nodiscard]] std::string segmentsToJson(const std::vector<StoredSegment> &segments);
[[nodiscard]] Result<std::vector<StoredSegment>> segmentsFromJson(std::string_view json);

} // namespace gatehouse
