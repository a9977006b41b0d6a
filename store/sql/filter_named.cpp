// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/likeness.h"
#include "store/sql/call_groups.h"
#include "store/sql/filter_condition.h"
#include "store/sql/ids.h"

#include <algorithm>
#include <array>

namespace gatehouse::store {

namespace {

Result<Blob> callOf(const std::string &value)
{
    auto blob = toBlob({value});
    if (!blob)
        return fail(ErrorKind::InvalidInput, "not an interaction id", value, "an id is a UUID in text form");
    return std::move(*blob);
}

Result<Condition> idCondition(const FilterTerm &term)
{
    Condition condition{"i.id IN (" + questionMarks(term.values.size()) + ")", {}};
    for (const std::string &value : term.values) {
        auto blob = callOf(value);
        if (!blob)
            return tl::unexpected(blob.error());
        condition.values.emplace_back(std::move(*blob));
    }
    return condition;
}

Condition groupCondition(const FilterTerm &term)
{
    Condition condition;
    bool alsoNone = false;
    for (const std::string &value : term.values) {
        if (const auto group = groupFromText(value))
            condition.values.emplace_back(static_cast<std::int64_t>(*group));
        else
            alsoNone = true;
    }
    condition.sql = "i.alike IS NOT NULL AND i.alike IN (" + questionMarks(condition.values.size()) + ")";
    if (alsoNone)
        condition.sql
            = condition.values.empty() ? "i.alike IS NULL" : "(i.alike IS NULL OR (" + condition.sql + "))";
    return condition;
}

// What each call says of itself in `column`, and the numbers that are as good as it; of a call that says
// nothing, or may not be `also` what is asked for besides, itself.
template <class Meaning>
Result<Condition> likeCalls(Connection &connection, const FilterTerm &term, const std::string &column,
    Meaning meaning, const std::string &also = {})
{
    const std::string sql = "SELECT i." + column + " FROM interaction i WHERE i.id = ?";
    Condition numbers, strangers;
    for (const std::string &value : term.values) {
        auto id = callOf(value);
        if (!id)
            return tl::unexpected(id.error());
        Query query(connection, sql, *id);
        if (!query.step() || query.isNull(0)) {
            strangers.values.emplace_back(std::move(*id));
            continue;
        }
        for (const std::int64_t number : meaning(query.integer(0)))
            numbers.values.emplace_back(number);
        if (!also.empty())
            strangers.values.emplace_back(std::move(*id));
    }
    if (!strangers.values.empty())
        strangers.sql = "i.id IN (" + questionMarks(strangers.values.size()) + ")";
    if (numbers.values.empty())
        return strangers;
    numbers.sql = "i." + column + " IS NOT NULL AND i." + column + " IN ("
        + questionMarks(numbers.values.size()) + ")" + also;
    if (!strangers.sql.empty())
        numbers.sql = "(" + numbers.sql + " OR " + strangers.sql + ")";
    numbers.values.insert(numbers.values.end(), strangers.values.begin(), strangers.values.end());
    return numbers;
}

// Spelt like this the index of conversations serves.
Condition conversationCondition(const FilterTerm &term)
{
    return {"i.n IN (SELECT n FROM interaction_detail WHERE conversation <> '' AND conversation IN ("
            + questionMarks(term.values.size()) + "))",
        textValues(term.values)};
}

} // namespace

bool namesCalls(std::string_view field)
{
    constexpr std::array<std::string_view, 5> fields{"id", "group", "similar", "payload", "conversation"};
    return std::find(fields.begin(), fields.end(), field) != fields.end();
}

Result<Condition> namedCondition(Connection &connection, const FilterTerm &term)
{
    if (term.field == "id")
        return idCondition(term);
    if (term.field == "group")
        return groupCondition(term);
    if (term.field == "similar")
        return likeCalls(connection, term, "alike",
            [&](std::int64_t group) { return groupsLike(connection, static_cast<std::uint64_t>(group)); });
    if (term.field == "payload")
        return likeCalls(
            connection, term, "payload", [](std::int64_t payload) { return std::vector{payload}; },
            " AND i.state <> 0");
    return conversationCondition(term);
}

} // namespace gatehouse::store
