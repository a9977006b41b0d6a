// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// The way of every check whose findings begin with a pattern: only texts in which one was hit are read again.

#include "core/base/function_ref.h"
#include "core/checks/check.h"

namespace gatehouse {

// `judge` adds what it finds in a text; the report is closed (core/checks/span_list.h).
[[nodiscard]] CheckReport judgeHits(
    const CheckInput &input, FunctionRef<void(const ScannedSegment &, CheckReport &)> judge);

} // namespace gatehouse
