// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/call_context.h"

#include "store/rollups.h"
#include "store/sql/audit_rows.h"
#include "store/sql/call_groups.h"
#include "store/sql/ids.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace gatehouse::store {

namespace {

constexpr std::size_t hours = 24;
constexpr std::int64_t hourMicros = 3'600'000'000;
constexpr int changesShown = 5;

struct About {
    Timestamp at{};
    std::string key, team;
    std::string endUser; // "" where it may not be read
    std::optional<std::int64_t> group;
};

Result<About> readAbout(Connection &connection, const InteractionId &id)
{
    // A group is made of words, which not everybody may read.
    const bool seesWords = connection.dialect().snippet != "''";
    const std::string group = seesWords ? "i.alike" : "NULL";
    const std::string endUser
        = seesWords ? "(SELECT d.end_user FROM interaction_detail d WHERE d.n = i.n)" : "''";
    const auto blob = toBlob(id);
    if (blob) {
        Query query(connection,
            "SELECT i.at, i.key, i.team, " + group + ", " + endUser + " FROM interaction i WHERE i.id = ?",
            *blob);
        if (query.step()) {
            About about{query.time(0), query.text(1), query.text(2), query.text(4), {}};
            if (!query.isNull(3))
                about.group = query.integer(3);
            return about;
        }
    }
    return fail(ErrorKind::NotFound, "there is no such interaction", id.value);
}

// The whole hours up to the end of the one the call is in.
Result<std::vector<std::int64_t>> readHours(Store &store, const About &about)
{
    const Timestamp to = fromMicros((toMicros(about.at) / hourMicros + 1) * hourMicros);
    const auto steps = countsOverTime(
        store, {"", RollupDim::Key, about.key}, {to - std::chrono::hours(hours), to}, std::chrono::hours(1));
    if (!steps)
        return tl::unexpected<Error>(steps.error());
    std::vector<std::int64_t> counts;
    for (const CountStep &step : *steps)
        counts.push_back(step.counts.calls());
    return counts;
}

template <class... Values>
Decided readDecided(Connection &connection, const std::string &newest, const Values &...values)
{
    Query query(connection,
        "SELECT c.state, c.disposition, count(*) FROM (SELECT state, disposition FROM interaction WHERE "
            + newest + " LIMIT " + std::to_string(contextCalls) + ") c WHERE c.state <> 0 GROUP BY 1, 2",
        values...);
    Decided decided;
    while (query.step()) {
        if (static_cast<ReviewState>(query.integer(0)) == ReviewState::Resolved)
            decided.by.at(static_cast<std::size_t>(query.integer(1))) += query.integer(2);
        else
            decided.waiting += query.integer(2);
    }
    return decided;
}

EndUserContext readEndUser(Connection &connection, const About &about)
{
    EndUserContext user{about.endUser, 0, {}};
    if (user.name.empty())
        return user;
    Query query(connection,
        "SELECT i.state, i.disposition, i.at FROM interaction_detail d JOIN interaction i ON i.n = d.n "
        "WHERE d.end_user <> '' AND d.end_user = ? ORDER BY d.n DESC LIMIT "
            + std::to_string(contextCalls),
        user.name);
    while (query.step()) {
        const Timestamp at = query.time(2);
        user.lastDay += at <= about.at && at > about.at - std::chrono::hours(hours) ? 1 : 0;
        const auto state = static_cast<ReviewState>(query.integer(0));
        if (state == ReviewState::Resolved)
            ++user.decided.by.at(static_cast<std::size_t>(query.integer(1)));
        else if (state != ReviewState::None)
            ++user.decided.waiting;
    }
    return user;
}

std::vector<AuditEntry> readChanges(Connection &connection, const std::string &key)
{
    static const std::string sql = "SELECT " + auditColumns + " FROM (SELECT " + auditColumns
        + " FROM audit ORDER BY seq DESC LIMIT " + std::to_string(contextEntries)
        + ") a WHERE a.object = ? OR a.action IN ('policy.publish', 'policy.rollback') ORDER BY a.seq DESC "
          "LIMIT ?";
    Query query(connection, sql, "key:" + key, changesShown);
    return readAudit(query);
}

// Most first, equal ones A to Z.
std::vector<Spread> ranked(const std::map<std::string, std::int64_t> &counts)
{
    std::vector<Spread> spread;
    for (const auto &[name, count] : counts)
        spread.push_back({name, count});
    std::stable_sort(
        spread.begin(), spread.end(), [](const Spread &a, const Spread &b) { return a.count > b.count; });
    return spread;
}

Campaign readCampaign(Connection &connection, const std::vector<std::int64_t> &groups)
{
    const std::string sql = "SELECT i.at, i.team, i.use_case, i.key FROM interaction i WHERE i.alike IN ("
        + questionMarks(groups.size()) + ") ORDER BY i.id DESC LIMIT " + std::to_string(campaignCalls);
    std::map<std::string, std::int64_t> teams, useCases, keys;
    std::vector<Timestamp> times;
    Query query(connection, sql, std::vector<SqlValue>(groups.begin(), groups.end()));
    while (query.step()) {
        times.push_back(query.time(0));
        ++teams[query.text(1)];
        ++useCases[query.text(2)];
        ++keys[query.text(3)];
    }
    Campaign campaign;
    campaign.calls = static_cast<std::int64_t>(times.size());
    campaign.isWhole = campaign.calls < campaignCalls;
    if (times.empty())
        return campaign;
    const auto [first, last] = std::minmax_element(times.begin(), times.end());
    campaign.first = *first;
    campaign.last = *last;
    campaign.overTime.resize(campaignSteps);
    const std::int64_t span = std::max<std::int64_t>((*last - *first).count() + 1, 1);
    for (const Timestamp at : times)
        ++campaign.overTime[static_cast<std::size_t>(
            static_cast<double>((at - *first).count()) * campaignSteps / static_cast<double>(span))];
    campaign.teams = ranked(teams);
    campaign.useCases = ranked(useCases);
    campaign.keys = ranked(keys);
    return campaign;
}

} // namespace

std::int64_t Decided::total() const
{
    return std::accumulate(by.begin(), by.end(), std::int64_t{0});
}

Result<CallContext> callContext(Store &store, const InteractionId &id)
{
    Connection &connection = store.connection();
    return attempt(connection, [&]() -> Result<CallContext> {
        const auto about = readAbout(connection, id);
        if (!about)
            return tl::unexpected<Error>(about.error());
        CallContext context;
        context.at = about->at;
        auto keyHours = readHours(store, *about);
        if (!keyHours)
            return tl::unexpected<Error>(keyHours.error());
        context.keyHours = std::move(*keyHours);
        context.ofKey = readDecided(connection, "key = ? ORDER BY at DESC", about->key);
        context.ofTeam = readDecided(connection, "team = ? ORDER BY id DESC", about->team);
        if (about->group) {
            context.group = static_cast<std::uint64_t>(*about->group);
            context.ofGroup = readDecided(connection, "alike = ? ORDER BY id DESC", *about->group);
        }
        context.endUser = readEndUser(connection, *about);
        context.changes = readChanges(connection, about->key);
        return context;
    });
}

Result<Campaign> campaignOf(Store &store, const InteractionId &id)
{
    Connection &connection = store.connection();
    return attempt(connection, [&]() -> Result<Campaign> {
        const auto about = readAbout(connection, id);
        if (!about)
            return tl::unexpected<Error>(about.error());
        if (!about->group)
            return Campaign{};
        return readCampaign(connection, groupsLike(connection, static_cast<std::uint64_t>(*about->group)));
    });
}

} // namespace gatehouse::store
