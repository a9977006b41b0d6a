// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/sql/matching_calls.h"

#include <algorithm>
#include <chrono>
#include <cstring>

namespace gatehouse::store {

namespace {

using Steady = std::chrono::steady_clock;

// No read may live over a second (the log could not be started over), so one aims at less.
constexpr auto quick = std::chrono::milliseconds(100), slow = std::chrono::milliseconds(400);
constexpr std::size_t firstStretch = 20000, shortestStretch = 2000, longestStretch = 200000;

} // namespace

MatchingCalls::MatchingCalls(Connection &connection, SqlFilter filter, Blob reached)
    : m_connection(connection)
    , m_filter(std::move(filter))
    , m_reached(std::move(reached))
    , m_stretch(firstStretch)
{
}

CallSlice MatchingCalls::next(std::size_t limit)
{
    if (m_given == m_found.size() && !m_isLast)
        readStretch();
    CallSlice slice;
    const std::size_t count = std::min(limit, m_found.size() - m_given);
    if (count == 0)
        return slice;
    for (std::size_t i = m_given; i < m_given + count; ++i)
        slice.numbers.push_back(m_found[i].n);
    slice.newest = blobOf(m_found[m_given].id);
    slice.oldest = blobOf(m_found[m_given + count - 1].id);
    m_given += count;
    return slice;
}

std::optional<Blob> MatchingCalls::endOfStretch()
{
    Query query(m_connection,
        "SELECT i.id FROM interaction i WHERE i.id < ? ORDER BY i.id DESC LIMIT 1 OFFSET ?", m_reached,
        m_stretch);
    return query.step() ? std::optional(query.blob(0)) : std::nullopt;
}

void MatchingCalls::readStretch()
{
    const auto began = Steady::now();
    m_found.clear();
    m_given = 0;
    const auto end = endOfStretch();
    SqlFilter stretch = m_filter;
    stretch.require("i.id < ?", {m_reached});
    if (end)
        stretch.require("i.id >= ?", {*end});
    Query query(m_connection,
        "SELECT i.n, i.id FROM interaction i WHERE " + stretch.where + " ORDER BY i.id DESC", stretch.values);
    while (query.step()) {
        Found found;
        found.n = query.integer(0);
        const Blob id = query.blob(1);
        std::memcpy(found.id.data(), id.bytes.data(), std::min(id.bytes.size(), found.id.size()));
        m_found.push_back(found);
    }
    m_isLast = !end;
    if (end)
        m_reached = *end;
    const auto took = Steady::now() - began;
    if (took < quick)
        m_stretch = std::min(m_stretch * 2, longestStretch);
    else if (took > slow)
        m_stretch = std::max(m_stretch / 2, shortestStretch);
}

} // namespace gatehouse::store
