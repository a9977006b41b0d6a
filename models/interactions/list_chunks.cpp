// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/interactions/list_chunks.h"

#include <algorithm>

namespace gatehouse::console {

void ListChunks::clear()
{
    m_chunks.clear();
    m_starts = {0};
    m_lastChunk = 0;
}

void ListChunks::append(Chunk chunk)
{
    m_starts.push_back(m_starts.back() + chunk.count);
    chunk.used = ++m_clock;
    m_chunks.push_back(std::move(chunk));
}

void ListChunks::split(int chunk, int offset)
{
    Chunk &before = m_chunks[static_cast<std::size_t>(chunk)];
    Chunk behind;
    behind.last = before.last;
    behind.used = before.used;
    behind.rows.assign(
        std::make_move_iterator(before.rows.begin() + offset), std::make_move_iterator(before.rows.end()));
    behind.count = before.count - offset;
    before.rows.resize(static_cast<std::size_t>(offset));
    before.count = offset;
    before.last = before.rows.back().id;
    m_chunks.insert(m_chunks.begin() + chunk + 1, std::move(behind));
    m_starts.insert(m_starts.begin() + chunk + 1, 0);
    recount(chunk);
}

void ListChunks::recount(int from)
{
    for (auto i = static_cast<std::size_t>(from); i < m_chunks.size(); ++i)
        m_starts[i + 1] = m_starts[i] + m_chunks[i].count;
}

ListChunks::Place ListChunks::placeOf(int row) const
{
    const auto holds
        = [&](int chunk) { return chunk < size() && startOf(chunk) <= row && row < startOf(chunk + 1); };
    if (!holds(m_lastChunk)) {
        const auto behind = std::upper_bound(m_starts.begin(), m_starts.end(), row);
        m_lastChunk = static_cast<int>(behind - m_starts.begin()) - 1;
    }
    return {m_lastChunk, row - startOf(m_lastChunk)};
}

const QueueRow *ListChunks::row(int position) const
{
    const Place place = placeOf(position);
    const Chunk &chunk = at(place.chunk);
    chunk.used = ++m_clock;
    return chunk.isHere() ? &chunk.rows[static_cast<std::size_t>(place.offset)] : nullptr;
}

int ListChunks::chunkFor(const QString &id, bool newestFirst) const
{
    const auto found = std::partition_point(m_chunks.begin(), m_chunks.end(),
        [&](const Chunk &chunk) { return newestFirst ? chunk.last > id : chunk.last < id; });
    return std::min(static_cast<int>(found - m_chunks.begin()), size() - 1);
}

int ListChunks::positionOf(const QString &id) const
{
    for (int chunk = 0; chunk < size(); ++chunk) {
        const std::vector<QueueRow> &rows = at(chunk).rows;
        const auto found
            = std::find_if(rows.begin(), rows.end(), [&](const QueueRow &row) { return row.id == id; });
        if (found != rows.end())
            return startOf(chunk) + static_cast<int>(found - rows.begin());
    }
    return -1;
}

void ListChunks::setCount(int chunk, int count)
{
    m_chunks[static_cast<std::size_t>(chunk)].count = count;
    recount(chunk);
}

void ListChunks::setRows(int chunk, std::vector<QueueRow> rows)
{
    Chunk &page = m_chunks[static_cast<std::size_t>(chunk)];
    page.count = static_cast<int>(rows.size());
    page.rows = std::move(rows);
    page.used = ++m_clock;
    recount(chunk);
}

void ListChunks::setRow(int position, QueueRow row)
{
    const Place place = placeOf(position);
    m_chunks[static_cast<std::size_t>(place.chunk)].rows[static_cast<std::size_t>(place.offset)]
        = std::move(row);
}

void ListChunks::insert(int position, int chunk, std::vector<QueueRow> rows)
{
    Chunk &page = m_chunks[static_cast<std::size_t>(chunk)];
    page.rows.insert(page.rows.begin() + (position - startOf(chunk)), std::make_move_iterator(rows.begin()),
        std::make_move_iterator(rows.end()));
    page.count = static_cast<int>(page.rows.size());
    recount(chunk);
}

void ListChunks::erase(int position, int count)
{
    const Place place = placeOf(position);
    Chunk &page = m_chunks[static_cast<std::size_t>(place.chunk)];
    const auto first = page.rows.begin() + place.offset;
    page.rows.erase(first, first + count);
    page.count = static_cast<int>(page.rows.size());
    recount(place.chunk);
}

void ListChunks::grow(int chunk, const QString &last)
{
    ++m_chunks[static_cast<std::size_t>(chunk)].count;
    setLast(chunk, last);
    recount(chunk);
}

void ListChunks::forget(int most, int keep)
{
    std::vector<int> here;
    for (int chunk = 0; chunk < size(); ++chunk) {
        if (!at(chunk).rows.empty())
            here.push_back(chunk);
    }
    std::sort(here.begin(), here.end(), [this](int a, int b) { return at(a).used > at(b).used; });
    for (int i = most; i < static_cast<int>(here.size()); ++i) {
        const int chunk = here[static_cast<std::size_t>(i)];
        if (chunk != 0 && chunk != keep)
            m_chunks[static_cast<std::size_t>(chunk)].rows = {};
    }
}

} // namespace gatehouse::console
