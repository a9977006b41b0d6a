// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// How long things took, counted in buckets that any thread may read while others count.

#include "core/base/time.h"

#include <array>
#include <atomic>
#include <cstdint>

namespace gatehouse::store {

class LatencyHistogram {
public:
    // Upper bounds in microseconds, half a decade apart; the last bucket has none.
    static constexpr std::array<std::int64_t, 12> bounds{
        10, 30, 100, 300, 1'000, 3'000, 10'000, 30'000, 100'000, 300'000, 1'000'000, 3'000'000};

    struct Figures {
        std::array<std::int64_t, bounds.size() + 1> buckets{}; // each by itself, not added up
        std::int64_t sumUs = 0;
    };

    void count(Micros took)
    {
        std::size_t bucket = 0;
        while (bucket < bounds.size() && took.count() > bounds[bucket])
            ++bucket;
        m_buckets[bucket].fetch_add(1, std::memory_order_relaxed);
        m_sumUs.fetch_add(took.count(), std::memory_order_relaxed);
    }

    [[nodiscard]] Figures figures() const
    {
        Figures figures;
        for (std::size_t i = 0; i < m_buckets.size(); ++i)
            figures.buckets[i] = m_buckets[i].load(std::memory_order_relaxed);
        figures.sumUs = m_sumUs.load(std::memory_order_relaxed);
        return figures;
    }

private:
    std::array<std::atomic<std::int64_t>, bounds.size() + 1> m_buckets{};
    std::atomic<std::int64_t> m_sumUs{0};
};

} // namespace gatehouse::store
