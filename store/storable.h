// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// From a judged call to what is stored: masking, stored evidence ranges, snippet, the names of failed rules.

#include "core/policy/verdict.h"
#include "store/originals.h"
#include "store/records.h"

namespace gatehouse::store {

// A body as it may be stored: every sensitive span replaced, evidence given its stored range.
struct StorableBody {
    std::vector<StoredSegment> segments;
    std::vector<CheckResult> checks;
    std::vector<Original> originals
        = {}; // under the masks; with Capture::Sealed alone, and never stored as they are
};
// `segments` are those of one body; only evidence in `in` is given a stored range. With Capture::Metadata the
// text is left out, and so it is when the call was denied before any check read it. Whatever the capture,
// sensitive spans are masked.
[[nodiscard]] StorableBody toStorable(
    BodyPart in, const std::vector<Segment> &segments, const Evaluation &evaluation, Capture capture);

[[nodiscard]] std::vector<std::string> failedRules(const std::vector<CheckResult> &checks);
[[nodiscard]] std::string topCheck(const std::vector<CheckResult> &checks);
[[nodiscard]] std::string snippetOf(const StorableBody &body);

} // namespace gatehouse::store
