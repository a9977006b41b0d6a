// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Checks in a third of the bytes of their JSON objects, for what keeps every call.

#include "core/base/error.h"
#include "core/policy/verdict.h"

#include <string>
#include <string_view>
#include <vector>

namespace gatehouse {

// A check is an array of rule, check, stage, outcome, action, severity, score, duration_us, bytes_read and,
// where one of them says something, an object of mode, reason, applied, evidence. Reading takes the longer
// form of checksToJson() too; what is damaged is Corrupt.
[[nodiscard]] std::string checksToRows(const std::vector<CheckResult> &checks);
[[nodiscard]] Result<std::vector<CheckResult>> checksFromRows(std::string_view json);

} // namespace gatehouse
