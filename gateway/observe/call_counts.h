// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// What one loop counts of its calls. Belongs to the loop: nothing in it is shared, so counting takes no lock.

#include "gateway/observe/call_report.h"
#include "store/latency_histogram.h"

#include <array>
#include <compare>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace gatehouse::gateway {

// Counts in the buckets of LatencyHistogram, for one thread.
class LatencyCounts {
public:
    void count(Micros took);
    void add(const LatencyCounts &other);
    [[nodiscard]] const store::LatencyHistogram::Figures &figures() const { return m_figures; }

private:
    store::LatencyHistogram::Figures m_figures;
};

struct CallCounts {
    // Labels are taken from closed sets, or from configuration with a bound: what callers send makes none.
    struct Answer {
        std::string route;
        VerdictKind verdict = VerdictKind::Allowed;
        int status = 0;
        auto operator<=>(const Answer &) const = default;
    };
    struct RuleResult {
        std::string rule;
        Action action = Action::Allow;
        bool applied = false;
        auto operator<=>(const RuleResult &) const = default;
    };
    struct UpstreamAnswer {
        std::string provider;
        store::Outcome outcome = store::Outcome::Completed;
        auto operator<=>(const UpstreamAnswer &) const = default;
    };
    // Rules and providers past this many are counted together as "other".
    static constexpr std::size_t mostLabels = 1000;

    std::map<Answer, std::int64_t> answers;
    std::map<RuleResult, std::int64_t> rules; // that failed
    std::map<UpstreamAnswer, std::int64_t> upstreams;
    LatencyCounts overhead;
    LatencyCounts holdBackTime; // longest of each stream
    std::int64_t holdBackBytes = 0; // sum of the longest of each stream
    std::int64_t notScannedBytes = 0;
    std::int64_t tokensIn = 0, tokensOut = 0;
    std::int64_t strangers = 0; // without a valid key

    void count(const CallReport &report);
    void add(const CallCounts &other);
};

} // namespace gatehouse::gateway
