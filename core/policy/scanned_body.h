// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// One body made ready for its checks: every segment and every view of it, each scanned once for all patterns.

#include "core/checks/check.h"
#include "core/checks/pattern_set.h"
#include "core/checks/text_notes.h"
#include "core/text/views.h"

#include <list>
#include <span>
#include <vector>

namespace gatehouse {

class ScannedBody {
public:
    ScannedBody() = default;
    ScannedBody(const ScannedBody &) = delete;
    ScannedBody &operator=(const ScannedBody &) = delete;

    // `segments` outlive the body. Without views only what is written is read.
    void scan(const PatternSet &patterns, std::span<const Segment> segments, BodyPart in, bool withViews);
    // For comparing only: nothing is scanned, no pattern is reported as seen.
    void list(std::span<const Segment> segments, BodyPart in);

    // As written, one for each segment.
    [[nodiscard]] std::span<const ScannedSegment> plain() const { return m_plain; }
    // Each segment followed by its views, then by those of the borders that end in it.
    [[nodiscard]] std::span<const ScannedSegment> all() const { return m_all; }
    // Segments whose decoding was stopped by a bound.
    [[nodiscard]] const std::vector<int> &stopped() const { return m_stopped; }

private:
    void addView(const PatternSet &patterns, const ScannedSegment &of, const TextView &view);

    struct Read {
        PatternHits hits;
        TextNotes notes;
    };
    std::list<Read> m_read; // one for each text; addresses stay the same
    std::vector<ScannedSegment> m_plain, m_all;
    std::vector<int> m_stopped;
    ViewStore m_views, m_borders; // apart, so that neither takes from the other
};

struct CompiledRule;
// The texts a rule's check is given: its zones, and the views its kind asks for. Replaces what `texts` holds.
void gatherTexts(const CompiledRule &rule, const ScannedBody &body, std::vector<ScannedSegment> &texts);

// Where a finding stands in the original: one place for each segment it touches.
[[nodiscard]] std::vector<Origin> originsOf(const CheckFinding &finding);

} // namespace gatehouse
