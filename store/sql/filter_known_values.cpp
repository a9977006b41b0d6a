// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/filter_completion.h"
#include "store/sql/query.h"

#include <map>

namespace gatehouse::store {

namespace {

// Enough to have seen what is in use, and read in a few milliseconds.
constexpr int newestCalls = 20'000;

std::string ofNewestCalls(const std::string &column)
{
    return "SELECT DISTINCT v FROM (SELECT " + column + " AS v FROM interaction ORDER BY id DESC LIMIT "
        + std::to_string(newestCalls) + ") r WHERE v <> ''";
}

std::string ofNewestFindings(const std::string &column)
{
    return "SELECT DISTINCT v FROM (SELECT " + column + " AS v FROM finding ORDER BY n DESC LIMIT "
        + std::to_string(newestCalls) + ") r";
}

std::string named(int kind)
{
    return "SELECT name AS v FROM named WHERE archived = 0 AND kind = " + std::to_string(kind);
}

// Each gives one column `v`.
const std::map<std::string, std::string, std::less<>> &sources()
{
    static const std::map<std::string, std::string, std::less<>> of{
        {"team", named(0)},
        {"environment", named(1)},
        {"usecase", named(2)},
        {"key", "SELECT id AS v FROM virtual_key"},
        {"provider", "SELECT name AS v FROM provider UNION " + ofNewestCalls("provider")},
        {"model", "SELECT model AS v FROM model_target UNION " + ofNewestCalls("model")},
        {"route", ofNewestCalls("route")},
        {"policy", "SELECT DISTINCT name AS v FROM policy_document"},
        {"rule", ofNewestFindings("rule")},
        {"check", ofNewestFindings("kind")},
        {"assignee", ofNewestCalls("assignee")},
    };
    return of;
}

} // namespace

Result<std::vector<std::string>> knownFilterValues(Store &store, std::string_view field, std::size_t limit)
{
    if (const auto &words = filterWords(field); !words.empty())
        return words;
    const auto source = sources().find(field);
    if (source == sources().end())
        return std::vector<std::string>{};
    // Only a database has people of its own.
    const bool people = field == "assignee" && !store.connection().dialect().mayDo.empty();
    const std::string sql = people ? "SELECT name AS v FROM person UNION " + source->second : source->second;
    return attempt(store.connection(), [&]() -> Result<std::vector<std::string>> {
        Query query(store.connection(), "SELECT v FROM (" + sql + ") k ORDER BY v LIMIT ?", limit);
        std::vector<std::string> values;
        while (query.step())
            values.push_back(query.text(0));
        return values;
    });
}

} // namespace gatehouse::store
