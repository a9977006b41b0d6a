// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// What a policy document must pass before the store takes it.

#include "core/policy/compiled_policy.h"

namespace gatehouse::store {

// Several findings as one error: the first one's place, the first few in words.
[[nodiscard]] Error asOneError(const std::vector<Error> &errors);
// Validates and compiles.
[[nodiscard]] Result<std::shared_ptr<const CompiledPolicy>> admitDraft(std::string_view json);
// Also runs the document's own tests.
[[nodiscard]] Result<std::shared_ptr<const CompiledPolicy>> admitForPublication(std::string_view json);

} // namespace gatehouse::store
