// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/sql/call_groups.h"

#include "store/likeness.h"

#include <algorithm>
#include <array>
#include <utility>

namespace gatehouse::store {

namespace {

// Each has an index of its own, spelt like this.
constexpr std::array pieces{"(%1 & 2047)", "((%1 >> 11) & 2047)", "((%1 >> 22) & 2047)",
    "((%1 >> 33) & 2047)", "((%1 >> 44) & 1023)", "((%1 >> 54) & 1023)"};

// A statement takes 32766 parameters.
constexpr std::size_t mostAlike = 1000;

std::string pieceOf(const char *piece, const std::string &value)
{
    std::string text = piece;
    return text.replace(text.find("%1"), 2, value);
}

} // namespace

Placement placeAmong(std::uint64_t fingerprint, const std::vector<std::uint64_t> &groups)
{
    Placement placement{static_cast<std::int64_t>(fingerprint), static_cast<std::int64_t>(fingerprint), true};
    int nearest = joinedWithin + 1;
    for (const std::uint64_t group : groups) {
        const int distance = distanceBetween(fingerprint, group);
        if (distance > nearest || distance > joinedWithin)
            continue;
        if (distance < nearest || static_cast<std::int64_t>(group) < placement.group)
            placement.group = static_cast<std::int64_t>(group);
        nearest = distance;
        placement.leads = false;
    }
    return placement;
}

std::string leadersLike(const std::string &fingerprint, const std::string &team, const std::string &from)
{
    const std::string leaders = "SELECT l.fingerprint FROM interaction l WHERE l.leads = 1 AND l.team = "
        + team + " AND l.id >= " + from + " AND ";
    std::string sql
        = "SELECT e.fingerprint FROM (" + leaders + "l.fingerprint = " + fingerprint + " LIMIT 1) e";
    for (const char *piece : pieces)
        sql += " UNION ALL SELECT p.fingerprint FROM (" + leaders + pieceOf(piece, "l.fingerprint") + " = "
            + pieceOf(piece, fingerprint) + " ORDER BY l.id DESC LIMIT " + std::to_string(groupsPerPiece)
            + ") p";
    return sql;
}

Blob smallestIdAt(Timestamp at)
{
    const std::int64_t millis = std::max<std::int64_t>(toMicros(at) / 1000, 0);
    Blob id{std::string(16, '\0')};
    for (std::size_t byte = 0; byte < 6; ++byte)
        id.bytes[byte] = static_cast<char>(millis >> (8 * (5 - byte)) & 0xFF);
    return id;
}

std::vector<std::int64_t> groupsLike(Connection &connection, std::uint64_t group)
{
    static const std::string sql = "SELECT fingerprint FROM interaction WHERE leads = 1";
    std::vector<std::pair<int, std::int64_t>> near{{0, static_cast<std::int64_t>(group)}};
    Query query(connection, sql);
    while (query.step()) {
        const std::int64_t other = query.integer(0);
        const int distance = distanceBetween(group, static_cast<std::uint64_t>(other));
        if (distance > 0 && distance <= alikeWithin)
            near.emplace_back(distance, other);
    }
    std::sort(near.begin(), near.end());
    near.erase(std::unique(near.begin(), near.end()), near.end()); // led in several teams
    near.resize(std::min(near.size(), mostAlike));
    std::vector<std::int64_t> groups;
    for (const auto &[distance, other] : near)
        groups.push_back(other);
    return groups;
}

} // namespace gatehouse::store
