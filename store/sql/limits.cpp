// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/limits.h"

#include "store/json_text.h"
#include "store/names.h"
#include "store/sql/audit_log.h"
#include "store/sql/limit_rows.h"
#include "store/sql/name_rows.h"

#include <algorithm>
#include <functional>

namespace gatehouse::store {

namespace {

constexpr std::size_t reasonBytes = 1000;

static_assert(static_cast<int>(LimitTier::Key) == 0 && static_cast<int>(LimitTier::Team) == 3);

NameKind kindOf(LimitTier tier)
{
    if (tier == LimitTier::UseCase)
        return NameKind::UseCase;
    return tier == LimitTier::Environment ? NameKind::Environment : NameKind::Team;
}

bool exists(Connection &connection, LimitTier tier, const std::string &name)
{
    if (tier == LimitTier::Key)
        return Query(connection, "SELECT 1 FROM virtual_key WHERE id = ?", name).step();
    return findName(connection, kindOf(tier), name).has_value();
}

std::string auditJson(const std::vector<Limit> &limits)
{
    return JsonObject().add("limits", limitTexts(limits)).text();
}

// One change of a subject's limits, in one transaction.
Status change(Store &store, LimitTier tier, const std::string &name, const std::string &action,
    const std::function<Result<std::vector<Limit>>(const std::vector<Limit> &)> &edit,
    const std::string &reason = {})
{
    Connection &connection = store.connection();
    return attempt(connection, [&]() -> Status {
        WriteTransaction transaction(connection);
        if (!exists(connection, tier, name))
            return fail(ErrorKind::NotFound, "there is no such " + std::string(label(tier)), name);
        const std::vector<Limit> before = readLimits(connection, tier, name);
        auto after = edit(before);
        if (!after)
            return tl::unexpected(after.error());
        for (Limit &limit : *after)
            limit = inForce(std::move(limit), store.clock().now());
        if (*after == before)
            return {};
        writeLimits(connection, tier, name, *after);
        appendAudit(store,
            {action, std::string(gatehouse::name(tier)) + ":" + name, auditJson(before), auditJson(*after),
                reason});
        transaction.commit();
        return {};
    });
}

tl::unexpected<Error> noSuchLimit(const Limit &limit)
{
    return fail(ErrorKind::NotFound, "there is no such limit", limitText(limit), "see: gatehouse limit list");
}

Result<std::vector<Limit>> without(const std::vector<Limit> &limits, const std::vector<Limit> &which)
{
    std::vector<Limit> left = which.empty() ? std::vector<Limit>() : limits;
    for (const Limit &gone : which) {
        if (std::erase_if(left, [&](const Limit &limit) { return gone.replaces(limit); }) == 0)
            return noSuchLimit(gone);
    }
    return left;
}

const std::string &usageSql(LimitTier tier)
{
    static const std::string head = "SELECT u.start, sum(u.requests), sum(u.tokens), sum(u.cost_uusd) FROM ";
    static const std::string tail = " AND u.start >= ? GROUP BY u.start ORDER BY u.start";
    static const std::string joined = "virtual_key k JOIN usage u ON u.key = k.id WHERE k.";
    static const std::string byTier[]
        = {head + "usage u WHERE u.key = ?" + tail, head + joined + "use_case = ?" + tail,
            head + joined + "environment = ?" + tail, head + joined + "team = ?" + tail};
    return byTier[static_cast<std::size_t>(tier)];
}

} // namespace

std::vector<std::string> limitTexts(const std::vector<Limit> &limits)
{
    std::vector<std::string> texts;
    texts.reserve(limits.size());
    for (const Limit &limit : limits)
        texts.push_back(limitText(limit));
    return texts;
}

std::vector<Limit> readLimits(Connection &connection, LimitTier tier, const std::string &name)
{
    Query query(connection, "SELECT text FROM usage_limit WHERE tier = ? AND name = ?", tier, name);
    std::vector<Limit> limits;
    while (query.step()) {
        if (const auto limit = parseLimit(query.text(0)))
            limits.push_back(*limit);
    }
    return mergedLimits({}, limits);
}

void writeLimits(
    Connection &connection, LimitTier tier, const std::string &name, const std::vector<Limit> &limits)
{
    Query(connection, "DELETE FROM usage_limit WHERE tier = ? AND name = ?", tier, name).run();
    for (const Limit &limit : limits)
        Query(connection, "INSERT INTO usage_limit (tier, name, text) VALUES (?, ?, ?)", tier, name,
            limitText(limit))
            .run();
}

Result<std::vector<SubjectLimits>> listLimits(Store &store)
{
    Connection &connection = store.connection();
    return attempt(connection, [&]() -> Result<std::vector<SubjectLimits>> {
        std::vector<SubjectLimits> subjects;
        Query query(connection, "SELECT DISTINCT tier, name FROM usage_limit ORDER BY tier DESC, name");
        while (query.step()) {
            const auto tier = static_cast<LimitTier>(query.integer(0));
            const std::string name = query.text(1);
            subjects.push_back({tier, name, readLimits(connection, tier, name)});
        }
        return subjects;
    });
}

Status setLimits(Store &store, LimitTier tier, const std::string &name, const std::vector<Limit> &limits)
{
    return change(store, tier, name, "limit.set",
        [&](const std::vector<Limit> &before) { return mergedLimits(before, limits); });
}

Status removeLimits(Store &store, LimitTier tier, const std::string &name, const std::vector<Limit> &which)
{
    return change(store, tier, name, "limit.remove",
        [&](const std::vector<Limit> &before) { return without(before, which); });
}

Status raiseLimit(Store &store, LimitTier tier, const std::string &name, const Limit &which,
    const std::optional<LimitRaise> &raise, const std::string &reason)
{
    if (Status good = checkLine("reason", reason, reasonBytes); !good)
        return good;
    if (raise && raise->until <= store.clock().now())
        return fail(ErrorKind::InvalidInput, "the raise would be over already", toRfc3339(raise->until),
            "name a time to come");
    const auto edit = [&](std::vector<Limit> limits) -> Result<std::vector<Limit>> {
        const auto found = std::find_if(
            limits.begin(), limits.end(), [&](const Limit &limit) { return which.replaces(limit); });
        if (found == limits.end())
            return noSuchLimit(which);
        found->raise = raise;
        return limits;
    };
    return change(store, tier, name, "limit.raise", edit, reason);
}

Status replaceLimits(Store &store, LimitTier tier, const std::string &name,
    const std::vector<Limit> &expected, const std::vector<Limit> &limits)
{
    const std::vector<Limit> after = mergedLimits({}, limits);
    if (after.size() != limits.size())
        return fail(
            ErrorKind::InvalidInput, "two limits of the same kind and period", "limits", "give one of them");
    return change(
        store, tier, name, "limit.set", [&](const std::vector<Limit> &before) -> Result<std::vector<Limit>> {
            if (before != mergedLimits({}, expected))
                return fail(ErrorKind::Conflict, "the limits were changed by somebody else meanwhile", name,
                    "look at them again");
            return after;
        });
}

Result<std::vector<UsageStep>> usageOf(Store &store, LimitTier tier, const std::string &name, Timestamp from)
{
    return attempt(store.connection(), [&]() -> Result<std::vector<UsageStep>> {
        Query query(store.connection(), usageSql(tier), name, from);
        std::vector<UsageStep> steps;
        while (query.step())
            steps.push_back({query.time(0), {query.integer(1), query.integer(2), query.integer(3)}});
        return steps;
    });
}

Result<std::vector<SubjectUsage>> usageFor(Store &store, const std::vector<UsageWanted> &wanted)
{
    std::vector<SubjectUsage> history;
    for (const UsageWanted &subject : wanted) {
        auto steps = usageOf(store, subject.tier, subject.name, subject.from);
        if (!steps)
            return tl::unexpected(steps.error());
        history.push_back({subject.tier, subject.name, std::move(*steps)});
    }
    return history;
}

} // namespace gatehouse::store
