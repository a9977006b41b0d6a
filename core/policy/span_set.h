// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Spans found by several rules made one list: ordered, joined where they overlap.

#include "core/policy/verdict.h"

#include <vector>

namespace gatehouse {

// Overlapping spans of a segment become one; it keeps the label and replacement of the severest, then of the
// longest.
[[nodiscard]] std::vector<MaskSpan> withoutOverlaps(std::vector<MaskSpan> spans);

} // namespace gatehouse
