// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/exception_preview.h"

#include "core/policy/verdict_json.h"
#include "core/policy/verdict_rows.h"
#include "store/sql/query.h"

#include <algorithm>
#include <vector>

namespace gatehouse::store {

namespace {

constexpr std::size_t mostRead = 500; // calls; each of them is read whole to compare a pattern with it

// The calls in question, as far as the exception says whose they are.
struct Scope {
    std::string sql = " FROM finding f JOIN interaction i ON i.n = f.n "
                      "JOIN interaction_detail d ON d.n = i.n WHERE f.rule = ? AND f.at >= ?";
    std::vector<SqlValue> values;

    Scope(const PolicyException &exception, Timestamp since)
        : values{exception.rule, toMicros(since)}
    {
        add("i.team", exception.team);
        add("i.environment", exception.environment);
        add("i.use_case", exception.useCase);
        add("i.key", exception.key);
    }
    void add(const char *column, const std::string &value)
    {
        if (value.empty())
            return;
        sql += std::string(" AND ") + column + " = ?";
        values.emplace_back(value);
    }
};

std::int64_t count(Connection &connection, const Scope &scope)
{
    Query query(connection, "SELECT count(*)" + scope.sql, scope.values);
    query.step();
    return query.integer(0);
}

enum class Fit { Yes, No, Unknown };

// The stored text that is said to be what was found, where that is so.
std::optional<std::string_view> foundText(
    const Evidence &evidence, const std::vector<StoredSegment> &segments)
{
    const auto index = static_cast<std::size_t>(evidence.segment);
    const ByteRange range = evidence.stored.value_or(evidence.range);
    if (index >= segments.size() || !evidence.via.empty() || range.size() != evidence.range.size()
        || range.end > segments[index].segment.text.size())
        return {};
    const auto text = std::string_view(segments[index].segment.text).substr(range.start, range.size());
    return text.starts_with("[masked:") ? std::nullopt : std::optional(text);
}

Fit fitOf(const CheckResult &check, const ExceptionPattern &pattern,
    const std::vector<StoredSegment> &request, const std::vector<StoredSegment> &response)
{
    Fit fit = check.evidence.empty() ? Fit::No : Fit::Yes;
    for (const Evidence &evidence : check.evidence) {
        const auto text = foundText(evidence, evidence.in == BodyPart::Request ? request : response);
        if (!text)
            fit = Fit::Unknown;
        else if (!pattern.fits(*text))
            return Fit::No;
    }
    return fit;
}

Result<Fit> fitOfRow(const Query &row, const std::string &rule, const ExceptionPattern &pattern)
{
    const auto segmentsAt = [&](int column) {
        const std::string json = row.text(column);
        return json.empty() ? Result<std::vector<StoredSegment>>() : segmentsFromJson(json);
    };
    const auto checks = checksFromRows(row.text(0));
    const auto request = segmentsAt(1), response = segmentsAt(2);
    if (!checks || !request || !response)
        return tl::unexpected(!checks ? checks.error() : !request ? request.error() : response.error());
    const auto check = std::find_if(
        checks->begin(), checks->end(), [&](const CheckResult &each) { return each.rule == rule; });
    return check == checks->end() ? Fit::Unknown : fitOf(*check, pattern, *request, *response);
}

Result<ExceptionPreview> compare(
    Connection &connection, const Scope &scope, const std::string &rule, const ExceptionPattern &pattern)
{
    ExceptionPreview preview;
    preview.found = count(connection, scope);
    preview.complete = preview.found <= static_cast<std::int64_t>(mostRead);
    Query query(connection,
        "SELECT d.checks, (SELECT r.segments FROM request_body r WHERE r.n = i.n), "
        "(SELECT a.segments FROM response_body a WHERE a.n = i.n)"
            + scope.sql + " ORDER BY f.at DESC, f.n DESC LIMIT " + std::to_string(mostRead),
        scope.values);
    while (query.step()) {
        const auto fit = fitOfRow(query, rule, pattern);
        if (!fit)
            return tl::unexpected(fit.error());
        preview.lifted += *fit == Fit::Yes ? 1 : 0;
        preview.notTestable += *fit == Fit::Unknown ? 1 : 0;
    }
    return preview;
}

} // namespace

Result<ExceptionPreview> previewException(Store &store, const PolicyException &exception, Timestamp since)
{
    Connection &connection = store.connection();
    const Scope scope(exception, since);
    if (!exception.pattern.empty()) {
        const auto pattern = ExceptionPattern::from(exception.pattern);
        if (!pattern)
            return tl::unexpected(pattern.error());
        return attempt(connection, [&] { return compare(connection, scope, exception.rule, *pattern); });
    }
    return attempt(connection, [&]() -> Result<ExceptionPreview> {
        ExceptionPreview preview;
        preview.found = count(connection, scope);
        Scope same = scope;
        same.add("d.payload_hash", exception.payloadHash);
        preview.lifted = count(connection, same);
        return preview;
    });
}

} // namespace gatehouse::store
