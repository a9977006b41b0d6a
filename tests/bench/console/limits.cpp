// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/console/limits.h"

#include "tests/bench/figure.h"

#include <cctype>
#include <cstdlib>
#include <limits>
#include <set>
#include <sqlite3.h>

namespace gatehouse::bench {

namespace {

class Prepared {
public:
    Prepared(sqlite3 *database, const char *sql)
    {
        if (sqlite3_prepare_v2(database, sql, -1, &m_statement, nullptr) != SQLITE_OK)
            std::abort();
    }
    ~Prepared() { sqlite3_finalize(m_statement); }
    Prepared(const Prepared &) = delete;
    Prepared &operator=(const Prepared &) = delete;
    [[nodiscard]] sqlite3_stmt *get() const { return m_statement; }

private:
    sqlite3_stmt *m_statement = nullptr;
};

std::set<std::string> wordsOf(const std::string &text)
{
    std::set<std::string> words;
    std::string word;
    for (const char c : text + " ") {
        if (std::isalpha(static_cast<unsigned char>(c)) != 0) {
            word += c;
            continue;
        }
        if (!word.empty())
            words.insert(word);
        word.clear();
    }
    return words;
}

} // namespace

Limits::Limits(const std::string &file)
{
    if (sqlite3_open_v2(file.c_str(), &m_database, SQLITE_OPEN_READONLY, nullptr) != SQLITE_OK)
        std::abort();
}

Limits::~Limits()
{
    sqlite3_close(m_database);
}

double Limits::timeOf(const std::string &sql)
{
    return 1000 * secondsOf([&] {
        const Prepared statement(m_database, sql.c_str());
        while (sqlite3_step(statement.get()) == SQLITE_ROW) { }
    });
}

double Limits::firstRows(const std::string &condition)
{
    double best = 1e9;
    for (int run = 0; run < runs; ++run)
        best = std::min(
            best, timeOf("SELECT * FROM interaction WHERE " + condition + " ORDER BY id DESC LIMIT 200"));
    return best;
}

double Limits::sorted(const std::string &column)
{
    return timeOf("SELECT n FROM interaction ORDER BY " + column + " DESC");
}

std::string Limits::rareWord()
{
    std::string rarest = "nothing";
    std::int64_t fewest = std::numeric_limits<std::int64_t>::max();
    for (const std::string &word : wordsOf(oldestTexts())) {
        if (const std::int64_t calls = callsWith(word); calls > 0 && calls < fewest) {
            rarest = word;
            fewest = calls;
        }
    }
    return rarest;
}

std::string Limits::oldestTexts()
{
    const Prepared statement(m_database, "SELECT text FROM search_text ORDER BY n LIMIT 50");
    std::string all;
    while (sqlite3_step(statement.get()) == SQLITE_ROW)
        all += reinterpret_cast<const char *>(sqlite3_column_text(statement.get(), 0)) + std::string(1, ' ');
    return all;
}

std::int64_t Limits::callsWith(const std::string &word)
{
    const Prepared statement(m_database, "SELECT count(*) FROM search WHERE search MATCH ?");
    sqlite3_bind_text(statement.get(), 1, word.c_str(), -1, SQLITE_TRANSIENT);
    return sqlite3_step(statement.get()) == SQLITE_ROW ? sqlite3_column_int64(statement.get(), 0) : 0;
}

} // namespace gatehouse::bench
