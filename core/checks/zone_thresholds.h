// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Where a trained model's score becomes a finding, by trust zone: text that should hold no instructions at
// all is trusted less.

#include "core/checks/parameters.h"
#include "core/message/segment.h"

#include <array>
#include <string>
#include <string_view>

namespace gatehouse {

class ZoneThresholds {
public:
    // "threshold" for every zone, "zone_thresholds" for those named there.
    ZoneThresholds(const CheckParameters &parameters, double otherwise);

    // The JSON Schema of "zone_thresholds"; `least` is the smallest threshold, as JSON.
    [[nodiscard]] static std::string schema(std::string_view least);

    [[nodiscard]] double of(TrustZone zone) const { return m_byZone[static_cast<std::size_t>(zone)]; }

private:
    static constexpr std::size_t zones = 7;
    std::array<double, zones> m_byZone{};
};

} // namespace gatehouse
