// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/policy/span_set.h"

#include <algorithm>
#include <tuple>

namespace gatehouse {

std::vector<MaskSpan> withoutOverlaps(std::vector<MaskSpan> spans)
{
    std::sort(spans.begin(), spans.end(), [](const MaskSpan &a, const MaskSpan &b) {
        return std::tie(a.in, a.segment, a.range.start, b.range.end)
            < std::tie(b.in, b.segment, b.range.start, a.range.end);
    });
    std::vector<MaskSpan> out;
    std::size_t longest = 0; // of the spans that became out.back(), the one that names it
    for (MaskSpan &span : spans) {
        const bool joins = !out.empty() && out.back().in == span.in && out.back().segment == span.segment
            && out.back().range.overlaps(span.range);
        if (!joins) {
            longest = span.range.size();
            out.push_back(std::move(span));
            continue;
        }
        out.back().range.end = std::max(out.back().range.end, span.range.end);
        const bool severer = span.severity > out.back().severity;
        if (severer || (span.severity == out.back().severity && span.range.size() > longest)) {
            longest = span.range.size();
            out.back().severity = span.severity;
            out.back().label = std::move(span.label);
            out.back().replacement = std::move(span.replacement);
            out.back().style = span.style;
            out.back().restore = span.restore;
        }
    }
    return out;
}

} // namespace gatehouse
