// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/postgres/group_batch.h"

#include "store/postgres/array.h"

#include <algorithm>
#include <map>

namespace gatehouse::store {

namespace {

using enum ArrayOf;
const std::vector<Column> columns{{"place", Integers}, {"fingerprint", Integers}, {"team", Texts}};

} // namespace

void GroupBatch::add(std::uint64_t fingerprint, const std::string &team, Timestamp at)
{
    m_calls.push_back({fingerprint, team, at});
}

std::vector<Placement> GroupBatch::place(Connection &connection) const
{
    if (m_calls.empty())
        return {};
    auto groups = groupsInStore(connection);
    std::vector<Placement> placements;
    std::map<std::string, std::vector<std::uint64_t>> begun; // by calls before it in this batch, by team
    for (std::size_t i = 0; i < m_calls.size(); ++i) {
        std::vector<std::uint64_t> &ofTeam = begun[m_calls[i].team];
        groups[i].insert(groups[i].end(), ofTeam.begin(), ofTeam.end());
        placements.push_back(placeAmong(m_calls[i].fingerprint, groups[i]));
        if (placements.back().leads)
            ofTeam.push_back(m_calls[i].fingerprint);
    }
    return placements;
}

std::vector<std::vector<std::uint64_t>> GroupBatch::groupsInStore(Connection &connection) const
{
    static const std::string sql = "SELECT u.place, c.fingerprint FROM " + Columns::unnested(columns)
        + " CROSS JOIN LATERAL (" + leadersLike("u.fingerprint", "u.team", "?4") + ") c";
    Columns rows(columns);
    Timestamp oldest = m_calls.front().at;
    for (std::size_t i = 0; i < m_calls.size(); ++i) {
        rows.add(i, m_calls[i].fingerprint, m_calls[i].team);
        oldest = std::min(oldest, m_calls[i].at);
    }
    std::vector<std::vector<std::uint64_t>> groups(m_calls.size());
    Query query(connection, sql);
    rows.bindTo(query);
    query.bind(smallestIdAt(oldest - groupsReachBack));
    while (query.step())
        groups.at(static_cast<std::size_t>(query.integer(0)))
            .push_back(static_cast<std::uint64_t>(query.integer(1)));
    return groups;
}

} // namespace gatehouse::store
