// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Conditions that ask whether another rule failed: which rules they may name, and when the answer is known.

#include "core/policy/document.h"

#include <vector>

namespace gatehouse {

// One error for each condition that names a rule the document has not, or one that is not judged before.
void checkRuleReferences(const std::vector<RuleDocument> &rules, std::vector<Error> &errors);
// An enforced rule that waits for one which is not enforced: that one never fails, for all it can see.
void warnOfUnseenRules(const std::vector<RuleDocument> &rules, std::vector<Error> &warnings);
// Whether the condition of a response rule is known only when earlier response rules saw the whole answer.
[[nodiscard]] bool dependsOnAnswer(const RuleDocument &rule, const std::vector<RuleDocument> &rules);

} // namespace gatehouse
