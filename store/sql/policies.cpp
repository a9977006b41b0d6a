// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/policies.h"

#include "store/json_text.h"
#include "store/names.h"
#include "store/policy_admission.h"
#include "store/sql/audit_log.h"
#include "store/sql/query.h"

#include <algorithm>
#include <charconv>

namespace gatehouse::store {

namespace {

constexpr std::size_t reasonBytes = 1000;
constexpr std::size_t shortestHash = 7;
constexpr int missing = -1;

const std::string publications = "SELECT p.version, p.ordinal, d.name, p.at, p.author, p.reason, "
                                 "p.ordinal = (SELECT max(ordinal) FROM policy_publication), d.json "
                                 "FROM policy_publication p JOIN policy_document d ON d.version = p.version ";
const std::string drafts = "SELECT w.version, d.name, w.author, d.json "
                           "FROM policy_draft w JOIN policy_document d ON d.version = w.version ";

StoredPolicy readPublication(const Query &query, bool withJson)
{
    const PolicyState state = query.integer(6) != 0 ? PolicyState::Published : PolicyState::Superseded;
    return {{{query.text(0)}, static_cast<int>(query.integer(1)), query.text(2), query.time(3), query.text(4),
                query.text(5), state},
        withJson ? query.text(7) : std::string()};
}

StoredPolicy readDraft(const Query &query, bool withJson)
{
    return {{{query.text(0)}, 0, query.text(1), {}, query.text(2), {}, PolicyState::Draft},
        withJson ? query.text(3) : std::string()};
}

// The first row, or nothing.
std::optional<StoredPolicy> firstPublication(
    Connection &connection, const std::string &rest, const std::vector<SqlValue> &values = {})
{
    Query query(connection, publications + rest, values);
    return query.step() ? std::optional(readPublication(query, true)) : std::nullopt;
}

tl::unexpected<Error> unknownVersion(const std::string &version)
{
    return fail(
        ErrorKind::NotFound, "there is no such policy version", version, "see: gatehouse policy list");
}

// 41 for "v41" or "41" (an ordinal is shorter than the shortest hash), `missing` for anything else.
int ordinalOf(std::string_view version)
{
    const std::string_view digits = version.starts_with('v') ? version.substr(1) : version;
    if (digits.empty() || (!version.starts_with('v') && digits.size() >= shortestHash))
        return missing;
    int ordinal = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), ordinal);
    return error == std::errc() && end == digits.data() + digits.size() ? ordinal : missing;
}

Result<std::string> fullHash(Connection &connection, const std::string &version)
{
    const std::string prefix = version.starts_with("sha256:") ? version.substr(7) : version;
    if (prefix.size() < shortestHash)
        return unknownVersion(version);
    Query query(connection,
        "SELECT version FROM policy_document WHERE substr(version, 1, length(?1)) = ?1 LIMIT 2", prefix);
    if (!query.step())
        return unknownVersion(version);
    std::string found = query.text(0);
    if (query.step())
        return fail(ErrorKind::InvalidInput, "more than one policy version begins like this", version,
            "write more of it");
    return found;
}

Result<StoredPolicy> find(Connection &connection, const std::string &version)
{
    if (const int ordinal = ordinalOf(version); ordinal != missing) {
        auto found = firstPublication(connection, "WHERE p.ordinal = ?", {std::int64_t{ordinal}});
        return found ? Result<StoredPolicy>(std::move(*found)) : unknownVersion(version);
    }
    const auto hash = fullHash(connection, version);
    if (!hash)
        return tl::unexpected(hash.error());
    if (auto found = firstPublication(connection, "WHERE p.version = ? ORDER BY p.ordinal DESC", {*hash}))
        return std::move(*found);
    Query query(connection, drafts + "WHERE w.version = ?", *hash);
    return query.step() ? Result<StoredPolicy>(readDraft(query, true)) : unknownVersion(version);
}

void keepDocument(Connection &connection, const CompiledPolicy &policy, const std::string &json)
{
    Query(connection,
        "INSERT INTO policy_document (version, name, json) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        policy.document().version.value, policy.document().name, json)
        .run();
}

std::string auditJson(const std::optional<StoredPolicy> &policy)
{
    if (!policy)
        return {};
    return JsonObject()
        .add("name", policy->row.name)
        .add("ordinal", policy->row.ordinal)
        .add("version", "sha256:" + policy->row.version.value)
        .text();
}

struct Publication {
    std::string action; // for the audit log
    std::string reason;
    bool onlyFirst = false; // leave it when something is published
};

Result<PolicyRow> publish(
    Store &store, const CompiledPolicy &policy, const std::string &json, const Publication &how)
{
    Connection &connection = store.connection();
    const std::string &version = policy.document().version.value;
    return attempt(connection, [&]() -> Result<PolicyRow> {
        WriteTransaction transaction(connection);
        const auto before = firstPublication(connection, "ORDER BY p.ordinal DESC LIMIT 1");
        if (before && how.onlyFirst)
            return before->row;
        if (before && before->row.version.value == version)
            return fail(ErrorKind::Conflict, "this version is the published one already",
                displayVersion(before->row));
        keepDocument(connection, policy, json);
        Query(connection, "DELETE FROM policy_draft WHERE version = ?", version).run();
        const int ordinal = before ? before->row.ordinal + 1 : 1;
        Query(connection,
            "INSERT INTO policy_publication (ordinal, version, at, author, reason) VALUES (?, ?, ?, ?, ?)",
            ordinal, version, store.clock().now(), store.actor(), how.reason)
            .run();
        const auto after = firstPublication(connection, "ORDER BY p.ordinal DESC LIMIT 1");
        appendAudit(
            store, {how.action, "policy:sha256:" + version, auditJson(before), auditJson(after), how.reason});
        transaction.commit();
        return after->row;
    });
}

Status checkReason(const std::string &reason)
{
    if (std::all_of(reason.begin(), reason.end(), [](char c) { return c == ' '; }))
        return fail(ErrorKind::InvalidInput, "a reason is required", "reason", "say why the policy changes");
    return checkLine("reason", reason, reasonBytes);
}

} // namespace

Result<std::vector<PolicyRow>> listPolicies(Store &store)
{
    return attempt(store.connection(), [&]() -> Result<std::vector<PolicyRow>> {
        std::vector<PolicyRow> rows;
        Query draft(store.connection(), drafts + "ORDER BY w.at DESC, w.version");
        while (draft.step())
            rows.push_back(readDraft(draft, false).row);
        Query published(store.connection(), publications + "ORDER BY p.ordinal DESC");
        while (published.step())
            rows.push_back(readPublication(published, false).row);
        return rows;
    });
}

Result<StoredPolicy> showPolicy(Store &store, const std::string &version)
{
    if (version.empty())
        return publishedPolicy(store);
    return attempt(store.connection(), [&] { return find(store.connection(), version); });
}

Result<StoredPolicy> publishedPolicy(Store &store)
{
    return attempt(store.connection(), [&]() -> Result<StoredPolicy> {
        if (auto found = firstPublication(store.connection(), "ORDER BY p.ordinal DESC LIMIT 1"))
            return std::move(*found);
        return fail(ErrorKind::NotFound, "no policy is published", store.displayName(),
            "see: gatehouse policy publish");
    });
}

Result<PolicyRow> importDraft(Store &store, const std::string &json)
{
    const auto policy = admitDraft(json);
    if (!policy)
        return tl::unexpected(policy.error());
    const std::string &version = (*policy)->document().version.value;
    return attempt(store.connection(), [&]() -> Result<PolicyRow> {
        WriteTransaction transaction(store.connection());
        keepDocument(store.connection(), **policy, json);
        const int added = Query(store.connection(),
            "INSERT INTO policy_draft (version, at, author) VALUES (?, ?, ?) ON CONFLICT DO NOTHING", version,
            store.clock().now(), store.actor())
                              .run();
        if (added == 1)
            appendAudit(store, {"policy.import", "policy:sha256:" + version});
        Query query(store.connection(), drafts + "WHERE w.version = ?", version);
        query.step();
        PolicyRow row = readDraft(query, false).row;
        transaction.commit();
        return row;
    });
}

Result<PolicyRow> publishPolicy(Store &store, const std::string &json, const std::string &reason)
{
    if (Status good = checkReason(reason); !good)
        return tl::unexpected(good.error());
    const auto policy = admitForPublication(json);
    if (!policy)
        return tl::unexpected(policy.error());
    return publish(store, **policy, json, {"policy.publish", reason});
}

Result<PolicyRow> rollbackPolicy(Store &store, const std::string &version, const std::string &reason)
{
    if (Status good = checkReason(reason); !good)
        return tl::unexpected(good.error());
    const auto target = showPolicy(store, version);
    if (!target)
        return tl::unexpected(target.error());
    if (target->row.state == PolicyState::Draft)
        return fail(ErrorKind::Conflict, "this version was never published", displayVersion(target->row),
            "publish it instead");
    const auto policy = admitForPublication(target->json);
    if (!policy)
        return tl::unexpected(policy.error());
    return publish(store, **policy, target->json, {"policy.rollback", reason});
}

Status ensureBaseline(Store &store)
{
    const auto present = publishedPolicy(store);
    if (present || present.error().kind != ErrorKind::NotFound)
        return present ? Status() : Status(tl::unexpected(present.error()));
    const std::string json(baselinePolicyJson());
    const auto policy = admitForPublication(json);
    if (!policy)
        return tl::unexpected(policy.error());
    const auto row = publish(store, **policy, json, {"policy.publish", "first start", true});
    return row ? Status() : Status(tl::unexpected(row.error()));
}

} // namespace gatehouse::store
