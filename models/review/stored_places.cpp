// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/review/stored_places.h"

#include <algorithm>

namespace gatehouse::console {

namespace {

// Unmasked evidence keeps its length; a mask hardly ever has that of what it stands for.
bool isMask(const CheckResult &check, const Evidence &evidence, std::string_view text)
{
    return evidence.stored->size() != evidence.range.size() || (check.applied && check.action == Action::Mask)
        || text.substr(evidence.stored->start).substr(0, 8) == "[masked:";
}

} // namespace

StoredPlaces::StoredPlaces(
    const std::vector<CheckResult> &checks, BodyPart in, int segment, std::string_view text)
    : m_originalSize(text.size())
{
    for (const CheckResult &check : checks) {
        for (const Evidence &evidence : check.evidence) {
            if (evidence.in != in || evidence.segment != segment || !evidence.stored
                || evidence.stored->end > text.size() || evidence.stored->start > evidence.stored->end
                || !isMask(check, evidence, text))
                continue;
            m_masks.push_back({evidence.range, *evidence.stored,
                check.applied && check.action == Action::Mask && check.outcome == CheckOutcome::Fail});
        }
    }
    std::sort(m_masks.begin(), m_masks.end(),
        [](const StoredMask &a, const StoredMask &b) { return a.stored.start < b.stored.start; });
    // Several findings in one mask are one.
    std::vector<StoredMask> joined;
    for (const StoredMask &mask : m_masks) {
        if (joined.empty() || mask.stored.start >= joined.back().stored.end) {
            joined.push_back(mask);
            continue;
        }
        StoredMask &last = joined.back();
        last.original = {std::min(last.original.start, mask.original.start),
            std::max(last.original.end, mask.original.end)};
        last.stored.end = std::max(last.stored.end, mask.stored.end);
        last.isOnTheWire = last.isOnTheWire || mask.isOnTheWire;
    }
    m_masks = std::move(joined);
    for (const StoredMask &mask : m_masks)
        m_originalSize += mask.original.size() - mask.stored.size();
}

std::size_t StoredPlaces::storedOffset(std::size_t original) const
{
    std::size_t from = 0, to = 0;
    for (const StoredMask &mask : m_masks) {
        if (original <= mask.original.start)
            break;
        if (original < mask.original.end)
            return mask.stored.end;
        from = mask.original.end;
        to = mask.stored.end;
    }
    return original - from + to;
}

} // namespace gatehouse::console
