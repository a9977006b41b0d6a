// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Which group of near-duplicates a call joins, whichever engine looks for it. A group is of one team: who may
// not see another team's calls learns nothing of them, neither from a group nor from being in one. Since it
// goes by the fingerprint of its first call, two gateways that begin the same group at once need not know of
// each other, and the same text is the same group in every team.

#include "store/sql/query.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace gatehouse::store {

struct Placement {
    std::int64_t fingerprint = 0, group = 0; // as the store keeps them: with a sign
    bool leads = false; // the first of its group
};
// The nearest of the groups, of equally near ones that with the smallest number; else its own.
[[nodiscard]] Placement placeAmong(std::uint64_t fingerprint, const std::vector<std::uint64_t> &groups);

// Groups whose first call is longer ago take no more calls, so that a search looks at few weeks.
inline constexpr auto groupsReachBack = std::chrono::days(30);
// For each piece of a fingerprint, so many of the newest groups that have it are looked at.
inline constexpr int groupsPerPiece = 16;

// A query of the column `fingerprint`: the first calls whose fingerprint is `fingerprint` or has a piece of
// it, given SQL for the fingerprint, the team, and the id to begin with.
[[nodiscard]] std::string leadersLike(
    const std::string &fingerprint, const std::string &team, const std::string &from);
// The smallest id that a call of this time has, as the database keeps ids.
[[nodiscard]] Blob smallestIdAt(Timestamp at);

// Those near one, the nearest first, a thousand at most; of those the caller may see.
[[nodiscard]] std::vector<std::int64_t> groupsLike(Connection &connection, std::uint64_t group);

} // namespace gatehouse::store
