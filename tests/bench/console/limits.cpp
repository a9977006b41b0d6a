// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/console/limits.h"

#include "tests/bench/figure.h"

#include <cstdlib>
#include <sqlite3.h>

namespace gatehouse::bench {

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
        sqlite3_stmt *statement = nullptr;
        if (sqlite3_prepare_v2(m_database, sql.c_str(), -1, &statement, nullptr) != SQLITE_OK)
            std::abort();
        while (sqlite3_step(statement) == SQLITE_ROW) { }
        sqlite3_finalize(statement);
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

// The texts that can be searched end with words of their own now and then: the longest word of the oldest
// text.
std::string Limits::rareWord()
{
    sqlite3_stmt *statement = nullptr;
    if (sqlite3_prepare_v2(
            m_database, "SELECT text FROM search_text ORDER BY n LIMIT 1", -1, &statement, nullptr)
        != SQLITE_OK)
        std::abort();
    std::string longest = "nothing", word;
    if (sqlite3_step(statement) == SQLITE_ROW) {
        longest.clear();
        const std::string text = reinterpret_cast<const char *>(sqlite3_column_text(statement, 0));
        for (const char c : text + " ") {
            if (std::isalpha(static_cast<unsigned char>(c)) != 0) {
                word += c;
                continue;
            }
            if (word.size() > longest.size())
                longest = word;
            word.clear();
        }
    }
    sqlite3_finalize(statement);
    return longest;
}

} // namespace gatehouse::bench
