// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A long list a page at a time: of every page how many rows it has and where it ends, of some of them the
// rows.

#include "models/review/queue_row.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace gatehouse::console {

class ListChunks {
public:
    struct Chunk {
        int count = 0;
        QString last; // id of the last row, where the list is in the order of time
        std::vector<std::int64_t> numbers; // of the rows, where it is in another order
        std::vector<QueueRow> rows; // `count` of them, or none while they are not here
        mutable quint64 used = 0; // the greater, the later it was looked at
        [[nodiscard]] bool isHere() const { return static_cast<int>(rows.size()) == count; }
    };
    struct Place {
        int chunk = 0;
        int offset = 0;
    };

    void clear();
    void append(Chunk chunk);
    // Beside a chunk that is here: its rows from `offset` on become a chunk of their own behind it.
    void split(int chunk, int offset);
    [[nodiscard]] int rowCount() const { return m_starts.back(); }
    [[nodiscard]] int size() const { return static_cast<int>(m_chunks.size()); }
    [[nodiscard]] const Chunk &at(int chunk) const { return m_chunks[static_cast<std::size_t>(chunk)]; }
    [[nodiscard]] int startOf(int chunk) const { return m_starts[static_cast<std::size_t>(chunk)]; }
    [[nodiscard]] Place placeOf(int row) const; // of an existing row
    // The row, or nothing while its page is not here. Looking at a row keeps its page.
    [[nodiscard]] const QueueRow *row(int position) const;
    // In a list in the order of time: the chunk an id belongs to; the last one when it is beyond the end.
    [[nodiscard]] int chunkFor(const QString &id, bool newestFirst) const;
    // Where an id is, or -1; only among the rows that are here.
    [[nodiscard]] int positionOf(const QString &id) const;

    void setCount(int chunk, int count); // of a chunk that is not here
    void setRows(int chunk, std::vector<QueueRow> rows);
    void setRow(int position, QueueRow row); // its page is here
    void insert(int position, int chunk, std::vector<QueueRow> rows); // into a chunk that is here
    void erase(int position, int count); // within one chunk that is here
    void grow(int chunk, const QString &last); // by a row at the end of a chunk that is not here
    void setLast(int chunk, const QString &id) { m_chunks[static_cast<std::size_t>(chunk)].last = id; }
    // Lets rows go that were not looked at for longest, until `most` pages are here; never the first page nor
    // `keep`.
    void forget(int most, int keep);

private:
    void recount(int from);
    std::vector<Chunk> m_chunks;
    std::vector<int> m_starts{0}; // of each chunk, and behind the last
    mutable quint64 m_clock = 0;
    mutable int m_lastChunk = 0; // rows are asked for one after the other
};

} // namespace gatehouse::console
