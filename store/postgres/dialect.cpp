// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// What PostgreSQL does in its own way: the text index, news, the space a store takes.
#include "store/postgres/connection.h"

#include "store/sql/query.h"

namespace gatehouse::store {

namespace {

std::int64_t number(Connection &connection, const std::string &sql)
{
    Query query(connection, sql);
    return query.step() ? query.integer(0) : 0;
}

std::string asGiven(const std::string &words)
{
    return words;
}

// Every change people make is audited, every call has its change, every gateway its beat: the ends of these
// lists tell apart what was committed. Connections that look are not counted, as a server's own counters
// would.
constexpr const char *news
    = "SELECT hashtextextended(concat_ws(' ', audit_end(), (SELECT max(seq) FROM change), "
      "(SELECT max(at) FROM heartbeat), (SELECT max(since) FROM target_health)), 0)";

constexpr const char *onDisk
    = "SELECT coalesce(sum(pg_total_relation_size(c.oid)), 0)::bigint FROM pg_class c "
      "WHERE c.relnamespace = 'gatehouse'::regnamespace AND c.relkind IN ('r', 'm')";

// Files do not shrink when rows go, so the calls are counted and the newest weighed.
constexpr const char *inUse
    = "SELECT (SELECT count(*) FROM interaction) * coalesce((SELECT avg(pg_column_size(i.*) "
      "+ pg_column_size(d.checks) + pg_column_size(d.coverage) + 200 "
      "+ coalesce(pg_column_size(q.segments), 0) + coalesce(pg_column_size(r.segments), 0) "
      "+ coalesce(pg_column_size(t.words), 0) + coalesce((SELECT sum(pg_column_size(s.envelope)) "
      "FROM sealed_originals s WHERE s.n = i.n), 0)) FROM (SELECT n FROM interaction ORDER BY id DESC LIMIT "
      "1000) "
      "newest "
      "JOIN interaction i USING (n) JOIN interaction_detail d USING (n) LEFT JOIN request_body q USING (n) "
      "LEFT JOIN response_body r USING (n) LEFT JOIN search_text t USING (n)), 0)::bigint";

// A gateway beats every second.
const std::string isGone
    = "gateway NOT IN (SELECT 'gateway:' || h.gateway FROM heartbeat h "
      "WHERE h.heard > extract(epoch FROM clock_timestamp())::bigint * 1000000 - 30000000)";

// One that starts again under its old name has left what is there of it.
const std::string abandoned
    = "SELECT n, id FROM interaction WHERE outcome = 0 AND (gateway = current_setting('gatehouse.actor', "
      "true) OR "
    + isGone + ") FOR UPDATE";

// One that has just started may have taken calls before its first beat is in the store.
const std::string othersGone
    = "SELECT n, id FROM interaction WHERE outcome = 0 AND gateway <> current_setting('gatehouse.actor', "
      "true) AND at < extract(epoch FROM clock_timestamp())::bigint * 1000000 - 60000000 AND "
    + isGone + " FOR UPDATE";

} // namespace

const Dialect &PostgresConnection::dialect() const
{
    static const std::string entry = "SELECT append_audit(?, ?, ?, ?, ?, ?, ?)";
    static const std::string may = "may(?)";
    static const std::string numbered
        = "i.n IN (SELECT v::bigint FROM json_array_elements_text(?1::text::json) v)";
    static const std::string shard = "(SELECT rollup_shard())";
    static const std::string reveal = "SELECT note_reveal(?, ?, ?)";
    static const std::string sealed = "SELECT body, envelope FROM sealed_of(?)";
    static const Dialect everything{"i.n IN (SELECT s.n FROM search_text s WHERE s.words @@ search_query(?))",
        &asGiven, "interaction", abandoned, othersGone, entry, may, "i.snippet", {}, numbered, shard, reveal,
        sealed};
    // The text index knows nothing of teams.
    static const Dialect ofTeams{"i.n IN (SELECT calls_with(?))", &asGiven, "interaction", abandoned,
        othersGone, entry, may, "i.snippet", {}, numbered, shard, reveal, sealed};
    static const Dialect withoutWords{"i.n IN (SELECT calls_with(?))", &asGiven, "interaction", abandoned,
        othersGone, entry, may, "''", {}, numbered, shard, reveal, sealed};
    return m_isOwner ? everything : m_readsContent ? ofTeams : withoutWords;
}

std::string PostgresConnection::engine()
{
    Query query(*this, "SELECT split_part(current_setting('server_version'), ' ', 1)");
    return "postgresql " + (query.step() ? query.text(0) : std::string());
}

std::int64_t PostgresConnection::schema()
{
    return number(*this, "SELECT max(version) FROM schema_version");
}

std::int64_t PostgresConnection::dataVersion()
{
    return number(*this, news);
}

std::int64_t PostgresConnection::bytesOnDisk()
{
    return number(*this, onDisk);
}

std::int64_t PostgresConnection::bytesInUse()
{
    return number(*this, inUse);
}

void PostgresConnection::tidy()
{
    // The server passes over what is not one's own, without a word that counts.
    if (!m_isOwner)
        throw SqlFailure({ErrorKind::NotPermitted, "this takes the owner of the store", place(),
            "the server also does so by itself (autovacuum)"});
    execute("VACUUM (ANALYZE)");
}

void PostgresConnection::addToSearch(std::int64_t n)
{
    static const std::string sql
        = "INSERT INTO search_text (n, words) SELECT n, search_words(text) FROM searchable WHERE n = ?";
    Query(*this, sql, n).run();
}

void PostgresConnection::removeFromSearch(std::int64_t n)
{
    static const std::string sql = "DELETE FROM search_text WHERE n = ?";
    Query(*this, sql, n).run();
}

} // namespace gatehouse::store
