// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/sql/filter_condition.h"
#include "store/sql/ids.h"

#include <algorithm>

namespace gatehouse::store {

namespace {

TextWay textWay(Connection &connection, const SqlValue &words, Reads reads)
{
    const Dialect &dialect = connection.dialect();
    const std::int64_t calls = countOf(connection, "SELECT coalesce(max(n), 0) FROM interaction", {});
    std::int64_t found = countOf(connection, dialect.countText, {words, mostCounted});
    if (found == mostCounted) {
        const std::int64_t newest = calls / sampledPart;
        found = std::max(
            found, sampledPart * countOf(connection, dialect.countNewText, {words, calls - newest}));
    }
    return cheapestTextWay(found, calls, reads);
}

} // namespace

// SQLite takes any index for a good one. A plus before a column keeps it from doing so.
Condition textCondition(Connection &connection, const FilterTerm &term, const ReadPlan &plan)
{
    const Dialect &dialect = connection.dialect();
    const SqlValue words = dialect.textParameter(term.values.front());
    if (dialect.countText.empty())
        return {dialect.textMatches, {words}};
    // What does not match can't be gone to.
    const TextWay way = plan.text ? *plan.text
        : term.excluded           ? TextWay::Listed
                                  : textWay(connection, words, plan.reads);
    if (way == TextWay::Asked)
        return {dialect.callMatches, {words}};
    return {(way == TextWay::Listed ? "+" : "") + dialect.textMatches, {words}};
}

// Without a plus SQLite would read all findings of a kind for each call.
Condition findingCondition(Connection &connection, const FilterTerm &term, std::int64_t few)
{
    const bool isPlanned = connection.dialect().countText.empty();
    const std::vector<SqlValue> values = textValues(term.values);
    const std::string among = " IN (" + questionMarks(values.size()) + ")";
    if (term.field == "check" && !isPlanned && !term.excluded) {
        const std::string ofKind = "SELECT f.n FROM finding f WHERE f.kind" + among;
        std::vector<SqlValue> counted = values;
        counted.emplace_back(few);
        if (countOf(connection, "SELECT count(*) FROM (" + ofKind + " LIMIT ?)", counted) < few)
            return {"i.n IN (" + ofKind + ")", values};
    }
    const std::string column
        = std::string(isPlanned ? "" : "+") + (term.field == "check" ? "f.kind" : "f.rule");
    return {"EXISTS (SELECT 1 FROM finding f WHERE f.n = i.n AND " + column + among + ")", values};
}

} // namespace gatehouse::store
