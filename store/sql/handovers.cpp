// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/handovers.h"

#include "store/filter.h"
#include "store/interactions.h"
#include "store/json_text.h"
#include "store/names.h"
#include "store/sql/audit_log.h"
#include "store/sql/query.h"

#include <boost/json.hpp>

namespace gatehouse::store {

namespace {

constexpr std::size_t textBytes = 8000;
constexpr auto firstShift = std::chrono::hours(24); // where nothing was handed over before
constexpr std::array severities{
    Severity::Critical, Severity::High, Severity::Medium, Severity::Low, Severity::Info};
constexpr std::array dispositions{
    Disposition::TruePositive, Disposition::FalsePositive, Disposition::Benign, Disposition::Duplicate};

template <class Value>
constexpr std::size_t place(Value value)
{
    return static_cast<std::size_t>(value);
}

template <class Values>
std::string countsJson(const Values &values, const std::array<std::int64_t, 5> &counts)
{
    JsonObject object;
    for (const auto value : values)
        object.add(name(value), counts[place(value)]);
    return object.text();
}

template <class Values>
void readCounts(const boost::json::object &from, std::string_view member, const Values &values,
    std::array<std::int64_t, 5> &counts)
{
    const auto *found = from.if_contains(member);
    const auto *object = found ? found->if_object() : nullptr;
    for (const auto value : values) {
        const auto *count = object ? object->if_contains(name(value)) : nullptr;
        counts[place(value)] = count && count->is_int64() ? count->get_int64() : 0;
    }
}

std::string summaryJson(const ShiftSummary &summary)
{
    return JsonObject()
        .raw("decided", countsJson(dispositions, summary.decided))
        .raw("mine", countsJson(severities, summary.mine))
        .raw("open", countsJson(severities, summary.open))
        .raw("overdue", countsJson(severities, summary.overdue))
        .add("since", toRfc3339(summary.since))
        .text();
}

ShiftSummary readSummary(const std::string &json)
{
    ShiftSummary summary;
    boost::json::error_code error;
    const auto value = boost::json::parse(json, error);
    if (error || !value.is_object())
        return summary;
    const auto &object = value.get_object();
    readCounts(object, "decided", dispositions, summary.decided);
    readCounts(object, "mine", severities, summary.mine);
    readCounts(object, "open", severities, summary.open);
    readCounts(object, "overdue", severities, summary.overdue);
    if (const auto *since = object.if_contains("since"); since && since->is_string())
        summary.since = fromRfc3339(since->get_string()).value_or(Timestamp{});
    return summary;
}

Handover readHandover(const Query &query)
{
    return {query.text(0), query.time(1), query.text(2), readSummary(query.text(3))};
}

std::string filterOfMine(const Store &store)
{
    const std::string &actor = store.actor();
    return withTerm("state:open,in_review,escalated", "assignee", actor.substr(actor.find(':') + 1), false);
}

Result<SeverityCounts> countBySeverity(Store &store, const std::string &filter)
{
    SeverityCounts counts{};
    const auto parsed = parseFilter(filter);
    if (!parsed)
        return tl::unexpected(parsed.error());
    const auto facets = facetCounts(store, *parsed, "severity");
    if (!facets)
        return tl::unexpected(facets.error());
    for (const FacetCount &facet : *facets) {
        for (const Severity severity : severities)
            counts[place(severity)] += name(severity) == facet.value ? facet.count : 0;
    }
    return counts;
}

void countDecided(Connection &connection, ShiftSummary &summary)
{
    Query query(connection,
        "SELECT disposition, count(*) FROM interaction WHERE decided_at > ? AND state = ? GROUP BY "
        "disposition",
        summary.since, ReviewState::Resolved);
    while (query.step()) {
        const auto at = static_cast<std::size_t>(query.integer(0));
        if (at < summary.decided.size())
            summary.decided[at] = query.integer(1);
    }
}

} // namespace

Result<ShiftSummary> summarizeShift(Store &store)
{
    ShiftSummary summary;
    const auto last = listHandovers(store, 1);
    if (!last)
        return tl::unexpected(last.error());
    summary.since = last->empty() ? store.clock().now() - firstShift : last->front().at;
    const auto open = countBySeverity(store, "state:open");
    const auto overdue = open ? countBySeverity(store, "due:overdue") : open;
    const auto mine = overdue ? countBySeverity(store, filterOfMine(store)) : overdue;
    if (!mine)
        return tl::unexpected(mine.error());
    summary.open = *open;
    summary.overdue = *overdue;
    summary.mine = *mine;
    return attempt(store.connection(), [&]() -> Result<ShiftSummary> {
        countDecided(store.connection(), summary);
        return summary;
    });
}

Result<Handover> addHandover(Store &store, const std::string &text)
{
    if (Status good = checkText("hand-over", text, textBytes); !good)
        return tl::unexpected(good.error());
    // Before anything is locked: counting may take a while on a long store.
    const auto summary = summarizeShift(store);
    if (!summary)
        return tl::unexpected(summary.error());
    Connection &connection = store.connection();
    return attempt(connection, [&]() -> Result<Handover> {
        WriteTransaction transaction(connection);
        Query(connection, "INSERT INTO handover (author, at, text, summary, teams) VALUES (?, ?, ?, ?, '*')",
            store.actor(), store.clock().now(), text, summaryJson(*summary))
            .run();
        appendAudit(
            store, {"handover.add", "handover:" + store.actor(), "", JsonObject().add("text", text).text()});
        transaction.commit();
        Query newest(connection,
            "SELECT author, at, text, summary FROM handover WHERE author = ? ORDER BY at DESC LIMIT 1",
            store.actor());
        newest.step();
        return readHandover(newest);
    });
}

Result<std::vector<Handover>> listHandovers(Store &store, std::size_t limit)
{
    return attempt(store.connection(), [&]() -> Result<std::vector<Handover>> {
        Query query(store.connection(),
            "SELECT author, at, text, summary FROM handover ORDER BY at DESC, author LIMIT ?", limit);
        std::vector<Handover> handovers;
        while (query.step())
            handovers.push_back(readHandover(query));
        return handovers;
    });
}

std::string toJson(const Handover &handover)
{
    return JsonObject()
        .add("at", toRfc3339(handover.at))
        .add("author", handover.author)
        .add("text", handover.text)
        .raw("summary", summaryJson(handover.summary))
        .text();
}

} // namespace gatehouse::store
