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
    // As an index: what is added for one kind needs no branch.
    enum When : std::uint8_t { Never, BlockBefore, ThisBlock };

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
        const unsigned age = m_block - static_cast<unsigned>(m_stamps[bucket]);
        m_stamps[bucket] = static_cast<Stamp>(m_block);
        return static_cast<When>((age == 0 ? 2U : 0U) + (age == 1 ? 1U : 0U));
    }

private:
    // A type of its own: what is written through a plain byte might be any object, and nothing could be kept
    // in registers.
    enum class Stamp : std::uint8_t {};

    // A byte a bucket keeps the table in the nearer caches. Before its numbers run out the table is
    // renumbered: what the last block touched becomes 1, all else 0.
    void advance(unsigned by)
    {
        constexpr unsigned last = 255;
        if (m_block + by > last) {
            for (Stamp &stamp : m_stamps)
                stamp = static_cast<Stamp>(static_cast<unsigned>(stamp) == m_block ? 1 : 0);
            m_block = 1;
        }
        m_block += by;
    }

    std::vector<Stamp> m_stamps;
    unsigned m_block = 1;
};

} // namespace gatehouse::model
