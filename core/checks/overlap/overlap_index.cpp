// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/overlap/overlap_index.h"

#include <bit>

namespace gatehouse {

namespace {

// Odd, from the golden ratio, as in Fibonacci hashing (Knuth, TAOCP 6.4).
constexpr std::uint64_t base = 0x9E3779B97F4A7C15ULL;
// Places looked at for one seed, so that crafted collisions cost no more than chance ones.
constexpr std::size_t mostProbes = 16;
// Places of the reference that share a seed and are compared.
constexpr std::size_t mostEqualSeeds = 8;

// The hash of each run of `length` words, in one pass.
class RollingSeed {
public:
    explicit RollingSeed(std::size_t length)
    {
        for (std::size_t i = 1; i < length; ++i)
            m_highest *= base;
    }
    void push(std::uint64_t word) { m_value = m_value * base + word; }
    void drop(std::uint64_t word) { m_value -= word * m_highest; }
    [[nodiscard]] std::uint64_t value() const { return (m_value ^ m_value >> 29) * base; }

private:
    std::uint64_t m_highest = 1, m_value = 0;
};

} // namespace

void OverlapIndex::assign(std::string_view reference, std::size_t seedWords)
{
    m_seedWords = seedWords;
    m_units = 0;
    m_reference.clear();
    m_seeds.clear();
    readOverlapWords(reference, mostWords, m_reference);
    m_table.assign(std::bit_ceil(2 * m_reference.size() + 1), 0);
    RollingSeed rolling(seedWords);
    for (std::size_t i = 0; i < m_reference.size(); ++i) {
        m_units += m_reference[i].weight;
        rolling.push(m_reference[i].hash);
        if (i + 1 < seedWords)
            continue;
        const std::size_t first = i + 1 - seedWords;
        m_seeds.push_back(rolling.value());
        insert(m_seeds.back(), static_cast<std::uint32_t>(first));
        rolling.drop(m_reference[first].hash);
    }
}

void OverlapIndex::insert(std::uint64_t seed, std::uint32_t position)
{
    const std::size_t mask = m_table.size() - 1;
    std::size_t equal = 0;
    for (std::size_t probe = 0; probe < mostProbes; ++probe) {
        std::uint32_t &slot = m_table[(seed + probe) & mask];
        if (slot == 0) {
            slot = position + 1;
            return;
        }
        if (m_seeds[slot - 1] == seed && ++equal == mostEqualSeeds)
            return;
    }
}

OverlapIndex::Run OverlapIndex::runFrom(std::size_t there, std::size_t at) const
{
    Run run{there, 0, 0};
    while (there + run.words < m_reference.size() && at + run.words < m_text.size()
        && m_reference[there + run.words].hash == m_text[at + run.words].hash) {
        run.units += m_text[at + run.words].weight;
        ++run.words;
    }
    return run;
}

OverlapIndex::Run OverlapIndex::longestAt(std::uint64_t seed, std::size_t at) const
{
    const std::size_t mask = m_table.size() - 1;
    Run longest;
    for (std::size_t probe = 0; probe < mostProbes; ++probe) {
        const std::uint32_t slot = m_table[(seed + probe) & mask];
        if (slot == 0)
            break;
        if (m_seeds[slot - 1] != seed)
            continue;
        const Run run = runFrom(slot - 1, at);
        if (run.words > longest.words)
            longest = run;
    }
    return longest;
}

void OverlapIndex::find(std::string_view text, std::uint32_t leastUnits, std::vector<Overlap> &found)
{
    if (m_seeds.empty())
        return;
    m_text.clear();
    readOverlapWords(text, mostWords, m_text);
    RollingSeed rolling(m_seedWords);
    std::size_t next = 0; // words before it belong to a run that was found
    for (std::size_t i = 0; i < m_text.size(); ++i) {
        rolling.push(m_text[i].hash);
        if (i + 1 < m_seedWords)
            continue;
        const std::size_t first = i + 1 - m_seedWords;
        if (first >= next) {
            const Run run = longestAt(rolling.value(), first);
            if (run.words >= m_seedWords && run.units >= leastUnits) {
                next = first + run.words;
                found.push_back({{m_text[first].range.start, m_text[next - 1].range.end},
                    {m_reference[run.there].range.start, m_reference[run.there + run.words - 1].range.end},
                    run.units});
            }
        }
        rolling.drop(m_text[first].hash);
    }
}

} // namespace gatehouse
