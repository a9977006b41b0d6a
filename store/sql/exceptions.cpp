// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/exceptions.h"

#include "core/base/uuid7.h"
#include "core/policy/document.h"
#include "store/access.h"
#include "store/json_text.h"
#include "store/names.h"
#include "store/policies.h"
#include "store/sql/audit_log.h"
#include "store/sql/ids.h"
#include "store/sql/query.h"

#include <algorithm>
#include <array>

namespace gatehouse::store {

namespace {

constexpr auto longestLife = std::chrono::hours(24 * 366);

const std::string &columns()
{
    static const std::string all
        = "id, rule, team, environment, use_case, key, payload_hash, pattern, expires_at, reason, author, "
          "created_at, removed_at, removed_by, uses, last_used_at";
    return all;
}

ExceptionRow readRow(const Query &query)
{
    return {{{query.text(0)}, query.text(1), query.text(2), query.text(3), query.text(4), query.text(5),
                query.text(6), query.text(7), query.time(8)},
        query.text(9), query.text(10), query.time(11), query.optionalTime(12), query.text(13),
        query.integer(14), query.optionalTime(15)};
}

std::string factsOf(const PolicyException &exception)
{
    return JsonObject()
        .add("environment", exception.environment)
        .add("expires_at", toRfc3339(exception.expiresAt))
        .add("key", exception.key)
        .add("pattern", exception.pattern)
        .add("payload_hash", exception.payloadHash)
        .add("rule", exception.rule)
        .add("team", exception.team)
        .add("use_case", exception.useCase)
        .text();
}

std::string objectOf(const ExceptionId &id)
{
    return "exception:" + id.value;
}

Status checkRule(Store &store, const std::string &rule)
{
    const auto published = publishedPolicy(store);
    if (!published)
        return tl::unexpected(published.error());
    const auto policy = parsePolicy(published->json);
    if (!policy)
        return tl::unexpected(policy.error().front());
    const auto found = std::find_if(policy->rules.begin(), policy->rules.end(),
        [&](const RuleDocument &each) { return each.id == rule; });
    if (found == policy->rules.end())
        return fail(
            ErrorKind::NotFound, "the published policy has no such rule", rule, "see: gatehouse policy show");
    if (!canBeLifted(*found))
        return fail(ErrorKind::InvalidInput,
            found->floor ? "the rule is a floor, which no exception lifts"
                         : "the rule is of the access stage, which no exception lifts",
            rule, "change the policy instead");
    return {};
}

Status checkKnown(Connection &connection, const PolicyException &exception)
{
    const std::array named{&exception.team, &exception.environment, &exception.useCase};
    constexpr std::array words{"team", "environment", "use case"};
    for (std::size_t kind = 0; kind < named.size(); ++kind) {
        if (!named[kind]->empty()
            && !Query(connection, "SELECT 1 FROM named WHERE kind = ? AND name = ?", kind, *named[kind])
                    .step())
            return fail(ErrorKind::NotFound, std::string("there is no such ") + words[kind], *named[kind]);
    }
    if (!exception.key.empty()
        && !Query(connection, "SELECT 1 FROM virtual_key WHERE id = ?", exception.key).step())
        return fail(ErrorKind::NotFound, "there is no such key", exception.key, "see: gatehouse key list");
    return {};
}

Status checkWhat(const PolicyException &exception)
{
    if (exception.payloadHash.empty() == exception.pattern.empty())
        return fail(ErrorKind::InvalidInput, "an exception is for one payload, or for what a pattern fits",
            {}, "give one of the two");
    if (exception.pattern.empty())
        return {};
    const auto pattern = ExceptionPattern::from(exception.pattern);
    return pattern ? Status() : Status(tl::unexpected(pattern.error()));
}

Status checkException(Store &store, const PolicyException &exception)
{
    if (Status good = checkWhat(exception); !good)
        return good;
    if (exception.team.empty() && exception.environment.empty() && exception.useCase.empty()
        && exception.key.empty())
        return fail(ErrorKind::InvalidInput, "an exception says whose calls it is for", {},
            "name a team, an environment, a use case or a key");
    const Timestamp now = store.clock().now();
    if (exception.expiresAt <= now || exception.expiresAt > now + longestLife)
        return fail(ErrorKind::InvalidInput, "an exception ends within 366 days", "expires",
            "choose a time to come, as near as will do");
    if (Status good = checkRule(store, exception.rule); !good)
        return good;
    return attempt(store.connection(), [&] { return checkKnown(store.connection(), exception); });
}

void insert(Store &store, const PolicyException &exception, const std::string &reason)
{
    Query(store.connection(),
        "INSERT INTO policy_exception (id, rule, team, environment, use_case, key, payload_hash, pattern, "
        "expires_at, reason, author, created_at, removed_by, uses) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', 0)",
        exception.id.value, exception.rule, exception.team, exception.environment, exception.useCase,
        exception.key, exception.payloadHash, exception.pattern, exception.expiresAt, reason, store.actor(),
        store.clock().now())
        .run();
}

std::optional<ExceptionRow> find(Connection &connection, const ExceptionId &id)
{
    static const std::string sql = "SELECT " + columns() + " FROM policy_exception WHERE id = ?";
    Query query(connection, sql, id.value);
    return query.step() ? std::optional(readRow(query)) : std::nullopt;
}

} // namespace

std::string_view name(ExceptionState value)
{
    constexpr std::array<std::string_view, 3> words{"active", "expired", "removed"};
    return words.at(static_cast<std::size_t>(value));
}

ExceptionState stateOf(const ExceptionRow &row, Timestamp now)
{
    if (row.removedAt)
        return ExceptionState::Removed;
    return row.exception.expiresAt <= now ? ExceptionState::Expired : ExceptionState::Active;
}

Result<PolicyException> forPayloadOf(Store &store, const InteractionId &id, PolicyException exception)
{
    static const std::string sql = "SELECT i.key, d.payload_hash FROM interaction i "
                                   "JOIN interaction_detail d ON d.n = i.n WHERE i.id = ?";
    return attempt(store.connection(), [&]() -> Result<PolicyException> {
        const auto blob = toBlob(id);
        if (!blob)
            return fail(ErrorKind::NotFound, "there is no such interaction", id.value);
        Query query(store.connection(), sql, *blob);
        if (!query.step())
            return fail(ErrorKind::NotFound, "there is no such interaction", id.value);
        exception.key = query.text(0);
        exception.payloadHash = query.text(1);
        if (exception.payloadHash.empty())
            return fail(ErrorKind::Conflict, "the payload of this call is not known", id.value,
                "make the exception for a pattern");
        return std::move(exception);
    });
}

Result<std::vector<ExceptionRow>> listExceptions(Store &store)
{
    static const std::string sql
        = "SELECT " + columns() + " FROM policy_exception ORDER BY created_at DESC, id DESC";
    return attempt(store.connection(), [&]() -> Result<std::vector<ExceptionRow>> {
        Query query(store.connection(), sql);
        std::vector<ExceptionRow> rows;
        while (query.step())
            rows.push_back(readRow(query));
        return rows;
    });
}

Result<std::vector<PolicyException>> loadExceptions(Store &store)
{
    static const std::string sql
        = "SELECT " + columns() + " FROM policy_exception WHERE removed_at IS NULL AND expires_at > ?";
    return attempt(store.connection(), [&]() -> Result<std::vector<PolicyException>> {
        Query query(store.connection(), sql, store.clock().now());
        std::vector<PolicyException> exceptions;
        while (query.step())
            exceptions.push_back(readRow(query).exception);
        return exceptions;
    });
}

Result<ExceptionRow> addException(Store &store, PolicyException exception, const std::string &reason)
{
    if (Status good = requireReason(reason); !good)
        return tl::unexpected(good.error());
    if (Status good = checkException(store, exception); !good)
        return tl::unexpected(good.error());
    exception.id = {newUuid7(store.clock().now())};
    Connection &connection = store.connection();
    return attempt(connection, [&]() -> Result<ExceptionRow> {
        WriteTransaction transaction(connection);
        insert(store, exception, reason);
        ExceptionRow row = find(connection, exception.id).value();
        appendAudit(store, {"exception.add", objectOf(exception.id), "", factsOf(row.exception), reason});
        transaction.commit();
        return row;
    });
}

Status removeException(Store &store, const ExceptionId &id)
{
    Connection &connection = store.connection();
    return attempt(connection, [&]() -> Status {
        WriteTransaction transaction(connection);
        const auto row = find(connection, id);
        if (!row)
            return fail(
                ErrorKind::NotFound, "there is no such exception", id.value, "see: gatehouse exception list");
        if (row->removedAt)
            return fail(ErrorKind::Conflict, "the exception was removed before", id.value);
        const int removed = Query(connection,
            "UPDATE policy_exception SET removed_at = ?, removed_by = ? WHERE id = ? AND removed_at IS NULL",
            store.clock().now(), store.actor(), id.value)
                                .run();
        if (removed == 0)
            return fail(ErrorKind::NotPermitted, "exceptions are removed by a policy author", id.value);
        appendAudit(store, {"exception.remove", objectOf(id), factsOf(row->exception)});
        transaction.commit();
        return {};
    });
}

std::string toJson(const ExceptionRow &row, Timestamp now)
{
    const PolicyException &exception = row.exception;
    const auto timeOrNull = [](const std::optional<Timestamp> &at) {
        return at ? jsonText(toRfc3339(*at)) : std::string("null");
    };
    return JsonObject()
        .add("id", exception.id.value)
        .add("state", name(stateOf(row, now)))
        .add("rule", exception.rule)
        .raw("team", jsonTextOrNull(exception.team))
        .raw("environment", jsonTextOrNull(exception.environment))
        .raw("use_case", jsonTextOrNull(exception.useCase))
        .raw("key", jsonTextOrNull(exception.key))
        .raw("payload_hash", jsonTextOrNull(exception.payloadHash))
        .raw("pattern", jsonTextOrNull(exception.pattern))
        .add("reason", row.reason)
        .add("author", row.author)
        .add("created_at", toRfc3339(row.createdAt))
        .add("expires_at", toRfc3339(exception.expiresAt))
        .raw("removed_at", timeOrNull(row.removedAt))
        .raw("removed_by", jsonTextOrNull(row.removedBy))
        .add("uses", row.uses)
        .raw("last_used_at", timeOrNull(row.lastUsedAt))
        .text();
}

} // namespace gatehouse::store
