// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/zone_thresholds.h"

#include "core/policy/verdict.h"

namespace gatehouse {

ZoneThresholds::ZoneThresholds(const CheckParameters &parameters, double otherwise)
{
    m_byZone.fill(parameters.number("threshold", otherwise));
    const boost::json::value *given = parameters.object().if_contains("zone_thresholds");
    if (!given || !given->is_object())
        return;
    const CheckParameters byName(given->get_object());
    for (std::size_t zone = 0; zone < zones; ++zone)
        m_byZone[zone] = byName.number(name(static_cast<TrustZone>(zone)), m_byZone[zone]);
}

std::string ZoneThresholds::schema(std::string_view least)
{
    std::string properties;
    for (std::size_t zone = 0; zone < zones; ++zone) {
        properties += std::string(zone == 0 ? "" : ", ") + '"'
            + std::string(name(static_cast<TrustZone>(zone))) + R"(": {"type": "number", "minimum": )"
            + std::string(least) + R"(, "maximum": 1})";
    }
    return R"({"type": "object", "additionalProperties": false, )"
           R"("description": "Another threshold for single trust zones", "properties": {)"
        + properties + "}}";
}

} // namespace gatehouse
