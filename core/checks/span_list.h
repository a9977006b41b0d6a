// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Findings of several detectors in one text, brought into order.

#include "core/checks/check.h"

#include <vector>

namespace gatehouse {

// Adds `found` (all of one segment) to `findings`, ordered by place. Of findings that overlap, the surest
// stays, then the longest; where another one sticks out of it or encloses it, the span grows so that nothing
// found is left bare. On a stream the outer one may be acted upon before the inner one can be seen.
void appendWithoutOverlap(std::vector<CheckFinding> found, std::vector<CheckFinding> &findings);

// Sets outcome and score by what was found.
void closeReport(CheckReport &report);

} // namespace gatehouse
