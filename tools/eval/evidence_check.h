// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Whether every piece of evidence points at real bytes of the original text.

#include "core/policy/compiled_policy.h"

#include <string>
#include <vector>

namespace gatehouse::tools {

struct EvidenceTally {
    std::size_t verified = 0, throughViews = 0; // of the verified: seen through a decoding
    std::vector<std::string> wrong; // "row check label: why"
};

// Each range must lie in the text of its segment, hold at least one byte, and start and end between
// characters; and the segment must be there.
void verifyEvidence(
    const std::string &row, const Verdict &verdict, const EvaluationInput &input, EvidenceTally &tally);

} // namespace gatehouse::tools
