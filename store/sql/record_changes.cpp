// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/sql/record_changes.h"

#include "store/records.h"
#include "store/sql/rollup_changes.h"

#include <utility>
#include <vector>

namespace gatehouse::store {

namespace {

constexpr int changesKept = 20000;

} // namespace

int interruptPending(Connection &connection, const std::string &which)
{
    std::vector<std::pair<std::int64_t, Blob>> found;
    std::vector<std::int64_t> numbers;
    {
        Query query(connection, which);
        while (query.step()) {
            numbers.push_back(query.integer(0));
            found.emplace_back(query.integer(0), query.blob(1));
        }
    }
    takeFromRollups(connection, numbers);
    static const std::string sql
        = "UPDATE interaction SET outcome = ?1, tokens_in = d.reserved_in, tokens_out = d.reserved_out, "
          "cost_uusd = d.reserved_uusd FROM interaction_detail d WHERE d.n = interaction.n AND interaction.n "
          "= ?2";
    for (const auto &[n, id] : found) {
        Query(connection, sql, Outcome::Interrupted, n).run();
        connection.addToSearch(n);
        noteChange(connection, id);
    }
    addToRollups(connection, numbers);
    return static_cast<int>(found.size());
}

void noteChange(Connection &connection, const Blob &id)
{
    static const std::string sql = "INSERT INTO change (id) VALUES (?)";
    Query(connection, sql, id).run();
}

void trimChanges(Connection &connection)
{
    Query(connection,
        "DELETE FROM change WHERE seq < (SELECT seq FROM change ORDER BY seq DESC LIMIT 1 OFFSET ?)",
        changesKept)
        .run();
}

} // namespace gatehouse::store
