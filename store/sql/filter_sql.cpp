// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/sql/filter_condition.h"

#include "store/filter_values.h"
#include "store/records.h"
#include "store/service_levels.h"
#include "store/sql/ids.h"

#include <algorithm>
#include <map>

namespace gatehouse::store {

namespace {

// Fields that are a column of text.
const std::map<std::string, std::string, std::less<>> &textColumns()
{
    static const std::map<std::string, std::string, std::less<>> columns{{"environment", "i.environment"},
        {"key", "i.key"}, {"model", "i.model"}, {"provider", "i.provider"}, {"route", "i.route"},
        {"team", "i.team"}, {"usecase", "i.use_case"}};
    return columns;
}

std::string amongSql(const std::string &column, std::size_t values)
{
    return column + " IN (" + questionMarks(values) + ")";
}

bool isUnresolved(std::int64_t state)
{
    return state >= static_cast<std::int64_t>(ReviewState::Open)
        && state <= static_cast<std::int64_t>(ReviewState::Escalated);
}

std::string_view compared(FilterTerm::Comparison comparison)
{
    switch (comparison) {
    case FilterTerm::Comparison::AtLeast:
        return " >= ";
    case FilterTerm::Comparison::AtMost:
        return " <= ";
    case FilterTerm::Comparison::Above:
        return " > ";
    case FilterTerm::Comparison::Below:
        return " < ";
    case FilterTerm::Comparison::Is:
        break;
    }
    return " = ";
}

Result<Condition> wordCondition(const FilterTerm &term)
{
    auto compiled = holdsNumber("i." + term.field, term);
    if (!compiled)
        return tl::unexpected(compiled.error());
    Condition condition{std::move(compiled->where), std::move(compiled->values)};
    const bool onlyUnresolved = term.field == "state"
        && std::all_of(condition.values.begin(), condition.values.end(),
            [](const SqlValue &value) { return isUnresolved(std::get<std::int64_t>(value)); });
    // Spelt like this the queue's partial index serves.
    if (onlyUnresolved && !term.excluded)
        condition.sql = "i.state IN (1, 2, 3) AND " + condition.sql;
    return condition;
}

// Spelt like this the index of those who were given calls serves.
Condition assigneeCondition(const FilterTerm &term)
{
    const bool named = std::none_of(
        term.values.begin(), term.values.end(), [](const std::string &name) { return name.empty(); });
    return {(named ? "i.assignee <> '' AND " : "") + amongSql("i.assignee", term.values.size()),
        textValues(term.values)};
}

Condition policyCondition(const FilterTerm &term)
{
    Condition condition;
    for (const std::string &value : term.values) {
        const std::string hash = value.starts_with("sha256:") ? value.substr(7) : value;
        condition.sql += std::string(condition.sql.empty() ? "" : " OR ")
            + "i.policy_name = ? OR (length(?) >= 7 AND substr(i.policy_version, 1, length(?)) = ?)";
        condition.values.insert(condition.values.end(), {value, hash, hash, hash});
    }
    return condition;
}

Result<Condition> zoneCondition(const FilterTerm &term)
{
    std::int64_t zones = 0;
    for (const std::string &word : term.values) {
        const auto zone = numberOf(term.field, word);
        if (!zone)
            return tl::unexpected(zone.error());
        zones |= zoneBit(static_cast<TrustZone>(*zone));
    }
    return Condition{"EXISTS (SELECT 1 FROM finding f WHERE f.n = i.n AND (f.zones & ?) <> 0)", {zones}};
}

// The highest score of a call against each value; a call without one matches nothing.
Result<Condition> scoreCondition(const FilterTerm &term)
{
    Condition condition;
    for (const std::string &word : term.values) {
        const auto score = scoreOf(word);
        if (!score)
            return tl::unexpected(score.error());
        condition.values.emplace_back(*score);
    }
    const std::string how = term.comparison == FilterTerm::Comparison::Is
        ? " IN (" + questionMarks(condition.values.size()) + ")"
        : std::string(compared(term.comparison)) + "?";
    condition.sql = "EXISTS (SELECT 1 FROM finding f WHERE f.n = i.n AND f.score >= 0 GROUP BY f.n "
                    "HAVING max(f.score)"
        + how + ")";
    return condition;
}

// Waits, and was made long enough before `until` for its severity.
Result<Condition> dueCondition(Store &store, Timestamp until)
{
    const auto levels = serviceLevels(store);
    if (!levels)
        return tl::unexpected(levels.error());
    Condition condition;
    for (const Severity severity :
        {Severity::Info, Severity::Low, Severity::Medium, Severity::High, Severity::Critical}) {
        const auto within = levels->times.of(severity);
        if (!within)
            continue;
        condition.sql += condition.sql.empty() ? "" : " OR ";
        condition.sql += "(i.severity = ? AND i.at <= ?)";
        condition.values.emplace_back(static_cast<std::int64_t>(severity));
        condition.values.emplace_back(toMicros(until - *within));
    }
    if (condition.values.empty())
        return Condition{"1 = 0", {}};
    condition.sql = "i.state IN (1, 2, 3) AND (" + condition.sql + ")";
    return condition;
}

Result<Condition> conditionOf(Store &store, const FilterTerm &term, const ReadPlan &plan)
{
    const std::string &field = term.field;
    const Timestamp now = store.clock().now();
    Connection &connection = store.connection();
    if (field == "text")
        return textCondition(connection, term, plan);
    if (field == "assignee")
        return assigneeCondition(term);
    if (const auto column = textColumns().find(field); column != textColumns().end())
        return Condition{amongSql(column->second, term.values.size()), textValues(term.values)};
    if (field == "due") {
        const auto until = dueUntil(term.values.front(), now);
        if (!until)
            return tl::unexpected(until.error());
        return dueCondition(store, *until);
    }
    if (isSingleValued(field)) {
        auto at = timeOf(term.values.front(), now);
        if (!at)
            return tl::unexpected(at.error());
        return Condition{field == "since" ? "i.at >= ?" : "i.at <= ?", {toMicros(*at)}};
    }
    if (field == "check" || field == "rule")
        return findingCondition(connection, term, plan.fewFindings);
    if (field == "zone")
        return zoneCondition(term);
    if (field == "score")
        return scoreCondition(term);
    if (field == "policy")
        return policyCondition(term);
    if (namesCalls(field))
        return namedCondition(connection, term);
    return wordCondition(term);
}

} // namespace

std::vector<SqlValue> textValues(const std::vector<std::string> &values)
{
    return {values.begin(), values.end()};
}

std::int64_t countOf(Connection &connection, const std::string &sql, const std::vector<SqlValue> &values)
{
    Query query(connection, sql, values);
    return query.step() ? query.integer(0) : 0;
}

void SqlFilter::require(const std::string &condition, std::vector<SqlValue> bound)
{
    where = where == everything ? condition : where + " AND " + condition;
    values.insert(values.end(), std::make_move_iterator(bound.begin()), std::make_move_iterator(bound.end()));
}

SqlFilter holdsText(const std::string &column, const FilterTerm &term)
{
    return {amongSql(column, term.values.size()), textValues(term.values)};
}

Result<SqlFilter> holdsNumber(const std::string &column, const FilterTerm &term)
{
    SqlFilter condition;
    for (const std::string &word : term.values) {
        auto number = numberOf(term.field, word);
        if (!number)
            return tl::unexpected(number.error());
        condition.values.emplace_back(*number);
    }
    condition.where = term.comparison == FilterTerm::Comparison::Is
        ? amongSql(column, condition.values.size())
        : column + std::string(compared(term.comparison)) + "?";
    return condition;
}

Result<SqlFilter> compileFilter(Store &store, const Filter &filter, const ReadPlan &plan)
{
    SqlFilter compiled;
    for (const FilterTerm &term : filter.terms) {
        if (Status good = checkTerm(term); !good)
            return tl::unexpected(good.error());
        auto condition = attempt(store.connection(), [&] { return conditionOf(store, term, plan); });
        if (!condition)
            return tl::unexpected(condition.error());
        const bool plain = !term.excluded && term.field != "policy";
        compiled.require(plain ? condition->sql : (term.excluded ? "NOT (" : "(") + condition->sql + ")",
            std::move(condition->values));
    }
    return compiled;
}

} // namespace gatehouse::store
