// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Which buckets were seen in this block of a text and in the one before, without clearing between texts.

#include <cstdint>
#include <vector>

namespace gatehouse::model {

// Each bucket holds the number of the block that touched it last; numbers run on over blocks and texts. One
// table a thread and size.
class SeenTable {
public:
    enum class When { Never, BlockBefore, ThisBlock };

    [[nodiscard]] static SeenTable &ofThisThread(unsigned bucketBits)
    {
        static constexpr unsigned mostBits = 20;
        thread_local std::vector<SeenTable> tables(mostBits + 1);
        SeenTable &table = tables[bucketBits];
        if (table.m_stamps.empty())
            table.m_stamps.resize(std::size_t{1} << bucketBits);
        return table;
    }

    void startText() { advance(2); } // what stands in the table is neither this block nor the one before
    void startBlock() { advance(1); }

    When mark(std::size_t bucket)
    {
        const std::uint8_t stamp = m_stamps[bucket];
        m_stamps[bucket] = m_block;
        if (stamp == m_block)
            return When::ThisBlock;
        return stamp + 1 == m_block ? When::BlockBefore : When::Never;
    }

private:
    // A byte a bucket keeps the table in the nearer caches. Before its numbers run out the table is
    // renumbered: what the last block touched becomes 1, all else 0.
    void advance(unsigned by)
    {
        constexpr unsigned last = 255;
        if (m_block + by > last) {
            for (std::uint8_t &stamp : m_stamps)
                stamp = stamp == m_block ? 1 : 0;
            m_block = 1;
        }
        m_block = static_cast<std::uint8_t>(m_block + by);
    }

    std::vector<std::uint8_t> m_stamps;
    std::uint8_t m_block = 1;
};

} // namespace gatehouse::model
