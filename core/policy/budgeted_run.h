// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// One run of a rule's check, held to the rule's budget.

#include "core/policy/compiled_parts.h"

namespace gatehouse {

// An error (byte_budget, step_budget) when the budget does not suffice; what was found until then stays
// found.
[[nodiscard]] CheckReport runWithinBudget(const CompiledRule &rule, const CheckInput &input);

} // namespace gatehouse
