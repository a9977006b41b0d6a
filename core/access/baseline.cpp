// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/access/baseline.h"

#include <algorithm>
#include <cmath>

namespace gatehouse {

namespace {

constexpr double longestMemory = 1000; // calls after which a habit weighs no more than a new one

std::int64_t minuteOf(Timestamp at)
{
    return std::chrono::floor<std::chrono::minutes>(at).time_since_epoch().count();
}

std::size_t hourOf(Timestamp at)
{
    const auto hour = std::chrono::floor<std::chrono::hours>(at).time_since_epoch().count() % 24;
    return static_cast<std::size_t>((hour + 24) % 24);
}

double chebyshev(double deviations)
{
    return deviations <= 1 ? 0 : 1 - 1 / (deviations * deviations);
}

// A caller chooses its names; what is kept of one is bounded.
std::string kept(const std::string &name)
{
    constexpr std::size_t longest = 128;
    return name.substr(0, longest);
}

std::string rounded(double value)
{
    return std::to_string(std::llround(value));
}

} // namespace

void RunningFigure::add(double value)
{
    m_count += 1;
    const double weight = 1 / std::min(m_count, longestMemory);
    const double difference = value - m_mean;
    m_mean += weight * difference;
    m_variance = (1 - weight) * (m_variance + weight * difference * difference);
}

double RunningFigure::surprise(double value, double least) const
{
    return m_count == 0 ? 0 : chebyshev((value - m_mean) / std::max(std::sqrt(m_variance), least));
}

void SeenNames::add(const std::string &name)
{
    ++m_total;
    if (m_names.size() < mostNames)
        m_names.insert(kept(name));
}

double SeenNames::surprise(const std::string &name) const
{
    if (m_names.size() >= mostNames || m_names.contains(kept(name)))
        return 0;
    const auto total = static_cast<double>(m_total);
    return total / (total + static_cast<double>(m_names.size()) + 1);
}

std::vector<Unusual> Baseline::judge(const CallShape &call) const
{
    std::vector<Unusual> out;
    const auto note = [&](const char *what, double score, std::string detail) {
        if (score > 0)
            out.push_back({what, std::move(detail), score});
    };
    const double inMinute = minuteOf(call.at) <= m_minute ? m_inMinute + 1 : 1;
    // A count that comes by chance varies by its root even where it never did so far.
    note("rate", m_perMinute.surprise(inMinute, std::sqrt(std::max(m_perMinute.mean(), 1.0))),
        rounded(inMinute) + " in this minute, usually " + rounded(m_perMinute.mean()));
    if (call.bytes > 0) {
        note("size", m_size.surprise(std::log2(static_cast<double>(call.bytes)), 0.5),
            std::to_string(call.bytes) + " bytes, usually " + rounded(std::exp2(m_size.mean())));
    }
    note("model", m_models.surprise(call.model),
        "never called in " + std::to_string(m_models.total()) + " calls");
    for (const std::string &tool : call.tools)
        note("tool", m_tools.surprise(tool), "offers a tool never seen before");
    note("hour", hourSurprise(call.at), "seldom calls in this hour of the day");
    note("stopped", stoppedSurprise(), "more of its last calls were stopped than usual");
    std::stable_sort(
        out.begin(), out.end(), [](const Unusual &a, const Unusual &b) { return a.score > b.score; });
    return out;
}

void Baseline::learn(const CallShape &call, bool stopped)
{
    countInMinute(call.at);
    if (call.bytes > 0)
        m_size.add(std::log2(static_cast<double>(call.bytes)));
    m_models.add(call.model);
    for (const std::string &tool : call.tools)
        m_tools.add(tool);
    ++m_hours.at(hourOf(call.at));
    m_recentStopped.at(m_calls % recentCalls) = stopped;
    m_stopped += stopped ? 1 : 0;
    ++m_calls;
}

void Baseline::countInMinute(Timestamp at)
{
    const std::int64_t minute = minuteOf(at);
    if (minute > m_minute) {
        if (m_inMinute > 0)
            m_perMinute.add(m_inMinute);
        m_minute = minute;
        m_inMinute = 0;
    }
    ++m_inMinute;
}

// An hour as busy as the mean of all hours, or busier, is usual; one without any call among n is at
// 24/(n+24).
double Baseline::hourSurprise(Timestamp at) const
{
    const double expected
        = static_cast<double>(m_calls + m_hours.size()) / static_cast<double>(m_hours.size());
    return std::max(0.0, 1 - (m_hours.at(hourOf(at)) + 1) / expected);
}

// The number of stopped calls among the last ones against a binomial spread around the ratio of all before.
double Baseline::stoppedSurprise() const
{
    if (m_calls <= recentCalls)
        return 0;
    const auto recent = static_cast<double>(std::count(m_recentStopped.begin(), m_recentStopped.end(), true));
    const double before = static_cast<double>(m_calls - recentCalls);
    const double ratio = (static_cast<double>(m_stopped) - recent + 1) / (before + 2);
    const double expected = recentCalls * ratio;
    return chebyshev((recent - expected) / std::sqrt(std::max(expected * (1 - ratio), 1.0)));
}

} // namespace gatehouse
