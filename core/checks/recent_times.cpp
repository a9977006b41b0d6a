// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/recent_times.h"

#include <algorithm>

namespace gatehouse {

namespace {

class RecentTimesCheck final : public Check {
public:
    explicit RecentTimesCheck(const RecentTimes &wanted)
        : m_wanted(wanted)
    {
    }

    CheckReport run(const CheckInput &input) const override
    {
        if (input.call.behaviour == nullptr || !input.call.now)
            return CheckReport::notRun("no_history");
        const std::vector<Timestamp> &times = input.call.behaviour->*m_wanted.times;
        const Timestamp from = *input.call.now - m_wanted.window;
        const auto count = static_cast<std::size_t>(
            std::count_if(times.begin(), times.end(), [from](Timestamp at) { return at >= from; }));
        CheckReport report;
        if (count < m_wanted.least)
            return report;
        report.outcome = CheckOutcome::Fail;
        report.reason = m_wanted.reason(count, m_wanted.window);
        return report;
    }

    std::optional<std::size_t> decisiveBytes() const override { return 0; }

private:
    RecentTimes m_wanted;
};

} // namespace

std::unique_ptr<Check> makeRecentTimesCheck(const RecentTimes &wanted)
{
    return std::make_unique<RecentTimesCheck>(wanted);
}

} // namespace gatehouse
