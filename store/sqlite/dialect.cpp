// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// What SQLite does in its own way: the text index, the planner's hints, the space a store takes.
#include "store/sqlite/connection.h"

#include "store/sql/query.h"

#include <filesystem>
#include <sqlite3.h>

namespace gatehouse::store {

namespace {

constexpr const char *vacuumSlice = "PRAGMA incremental_vacuum(256)";

std::int64_t number(Connection &connection, const char *sql)
{
    Query query(connection, sql);
    return query.step() ? query.integer(0) : 0;
}

// A word must not be taken for the syntax of the text index: always a quoted phrase, a last star kept as
// "begins with".
std::string phrase(const std::string &words)
{
    const bool begins = words.size() > 1 && words.ends_with('*');
    std::string text = "\"";
    for (const char c : words.substr(0, words.size() - (begins ? 1 : 0)))
        text += c == '"' ? std::string("\"\"") : std::string(1, c);
    return text + (begins ? "\"*" : "\"");
}

} // namespace

const Dialect &SqliteConnection::dialect() const
{
    static const Dialect dialect = [] {
        Dialect made{"i.n IN (SELECT rowid FROM search WHERE search MATCH ?)", &phrase,
            "interaction INDEXED BY interaction_at", "SELECT n, id FROM interaction WHERE outcome = 0"};
        made.callMatches = "EXISTS (SELECT 1 FROM search WHERE search MATCH ? AND rowid = i.n)";
        made.countText = "SELECT count(*) FROM (SELECT 1 FROM search WHERE search MATCH ?1 LIMIT ?2)";
        made.countNewText = "SELECT count(*) FROM search WHERE search MATCH ?1 AND rowid > ?2";
        return made;
    }();
    return dialect;
}

std::string SqliteConnection::engine()
{
    return std::string("sqlite ") + sqlite3_libversion();
}

std::int64_t SqliteConnection::schema()
{
    return number(*this, "PRAGMA user_version");
}

std::int64_t SqliteConnection::dataVersion()
{
    return number(*this, "PRAGMA data_version");
}

std::int64_t SqliteConnection::bytesOnDisk()
{
    std::int64_t bytes = 0;
    for (const char *suffix : {"", "-wal"}) {
        std::error_code error;
        const auto size = std::filesystem::file_size(place() + suffix, error);
        bytes += error ? 0 : static_cast<std::int64_t>(size);
    }
    return bytes;
}

std::int64_t SqliteConnection::bytesInUse()
{
    const std::int64_t pages = number(*this, "PRAGMA page_count") - number(*this, "PRAGMA freelist_count");
    return pages * number(*this, "PRAGMA page_size");
}

void SqliteConnection::giveBackSpace()
{
    for (std::int64_t free = number(*this, "PRAGMA freelist_count"); free > 0;) {
        execute(vacuumSlice);
        const std::int64_t now = number(*this, "PRAGMA freelist_count");
        if (now >= free)
            return;
        free = now;
        checkpoint();
    }
}

void SqliteConnection::tidy()
{
    execute("INSERT INTO search (search, rank) VALUES ('merge', 500)");
    giveBackSpace();
    checkpointAndTruncate();
}

void SqliteConnection::addToSearch(std::int64_t n)
{
    Query(*this, "INSERT INTO search_text (n, text) SELECT n, text FROM searchable WHERE n = ?", n).run();
    Query(*this, "INSERT INTO search (rowid, text) SELECT n, text FROM search_text WHERE n = ?", n).run();
}

void SqliteConnection::removeFromSearch(std::int64_t n)
{
    Query(*this, "DELETE FROM search WHERE rowid = ?", n).run();
    Query(*this, "DELETE FROM search_text WHERE n = ?", n).run();
}

void SqliteConnection::tidyRollups(std::int64_t hour)
{
    Query(*this,
        "DELETE FROM rollup WHERE hour < ? AND (allowed, flagged, masked, held, blocked, cost_uusd, open, "
        "judged, false_positive, timed, decision_us) = (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)",
        hour)
        .run();
}

void SqliteConnection::deleteCalls(const std::vector<std::int64_t> &numbers)
{
    for (const std::int64_t n : numbers) {
        removeFromSearch(n);
        Query(*this, "DELETE FROM interaction WHERE n = ?", n).run();
    }
}

void SqliteConnection::deleteBodies(const std::vector<std::int64_t> &numbers)
{
    for (const std::int64_t n : numbers) {
        removeFromSearch(n);
        Query(*this, "DELETE FROM request_body WHERE n = ?", n).run();
        Query(*this, "DELETE FROM response_body WHERE n = ?", n).run();
        Query(*this, "DELETE FROM sealed_originals WHERE n = ?", n).run();
    }
}

} // namespace gatehouse::store
