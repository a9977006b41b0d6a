// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Targets of models inside a transaction of somebody else.

#include "store/access.h"

namespace gatehouse::store {

[[nodiscard]] Status checkWeight(int weight);
// Checked and audited. Conflict when the model has it already. May throw SqlFailure.
[[nodiscard]] Status insertTarget(Store &store, const ModelTarget &target);
// Audited one by one. May throw SqlFailure.
void deleteTargetsOf(Store &store, const std::string &provider);

} // namespace gatehouse::store
