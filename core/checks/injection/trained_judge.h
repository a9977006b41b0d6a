// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// The trained half of prompt_injection: wordings no pattern knows, weighed together.

#include "core/checks/check.h"
#include "core/checks/zone_thresholds.h"

namespace gatehouse {

class TrainedJudge {
public:
    explicit TrainedJudge(ZoneThresholds thresholds)
        : m_thresholds(thresholds)
    {
    }

    // The probability that the text is an attempt. Where it reaches the zone's threshold, the fragments that
    // made it so are added to `findings`, but for those that overlap what is already found in it.
    double judge(const ScannedSegment &scanned, std::vector<CheckFinding> &findings) const;

private:
    ZoneThresholds m_thresholds;
};

} // namespace gatehouse
