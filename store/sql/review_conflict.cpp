// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// Decisions that meet: the first is written, the second is told of it.

#include "store/earlier_decision.h"
#include "store/names.h"
#include "store/sql/ids.h"
#include "store/sql/record_changes.h"
#include "store/sql/review_rows.h"

#include <chrono>

namespace gatehouse::store {

namespace {

std::string personOf(const std::string &actor)
{
    return actor.starts_with("user:") ? actor.substr(5) : actor;
}

EarlierDeed handedOver(const Reviewed &now)
{
    if (now.row.assignee.empty())
        return EarlierDeed::GaveBack;
    return now.row.assignee == personOf(now.decidedBy) ? EarlierDeed::Took : EarlierDeed::Gave;
}

// Only a call that was held is closed without a disposition, where it is known how.
EarlierDeed closed(Connection &connection, const Reviewed &now)
{
    if (now.row.disposition != Disposition::None)
        return EarlierDeed::Closed;
    switch (readHeld(connection, now.n)) {
    case Held::Released:
        return EarlierDeed::Released;
    case Held::Denied:
        return EarlierDeed::Denied;
    default:
        return EarlierDeed::Closed;
    }
}

// What whoever was first did to it, as far as it shows.
EarlierDeed deedOf(Connection &connection, const Reviewed &now, const SeenCall &seen)
{
    if (now.row.state == seen.state && now.row.disposition == seen.disposition)
        return handedOver(now);
    switch (now.row.state) {
    case ReviewState::Resolved:
        return closed(connection, now);
    case ReviewState::Escalated:
        return EarlierDeed::Escalated;
    case ReviewState::InReview:
        return handedOver(now);
    case ReviewState::Open:
        return now.row.assignee == seen.assignee ? EarlierDeed::Reopened : handedOver(now);
    case ReviewState::None:
        break;
    }
    return EarlierDeed::Changed;
}

// Calls that were decided before the store kept this say nothing of who and when.
EarlierDecision factsOf(const Reviewed &now, EarlierDeed deed)
{
    return {personOf(now.decidedBy), deed, now.row.disposition, now.row.assignee, now.decidedAt};
}

std::string ago(std::int64_t count, const char *unit)
{
    return std::to_string(count) + " " + unit + (count == 1 ? "" : "s") + " ago";
}

std::string timeAgo(Timestamp at, Timestamp now)
{
    using std::chrono::duration_cast;
    if (now - at < std::chrono::minutes(1))
        return "just now";
    if (now - at < std::chrono::hours(1))
        return ago(duration_cast<std::chrono::minutes>(now - at).count(), "minute");
    if (now - at < std::chrono::days(1))
        return ago(duration_cast<std::chrono::hours>(now - at).count(), "hour");
    return ago(duration_cast<std::chrono::days>(now - at).count(), "day");
}

std::string closedAs(Disposition disposition)
{
    std::string word(name(disposition));
    if (word.empty())
        return "closed it";
    if (const std::size_t gap = word.find('_'); gap != std::string::npos)
        word[gap] = ' ';
    return "marked it " + word;
}

std::string words(const EarlierDecision &earlier)
{
    switch (earlier.deed) {
    case EarlierDeed::Took:
        return "took it";
    case EarlierDeed::Gave:
        return "gave it to " + earlier.to;
    case EarlierDeed::GaveBack:
        return "gave it back";
    case EarlierDeed::Closed:
        return closedAs(earlier.disposition);
    case EarlierDeed::Escalated:
        return "escalated it";
    case EarlierDeed::Reopened:
        return "opened it again";
    case EarlierDeed::Released:
        return "released it";
    case EarlierDeed::Denied:
        return "denied it";
    case EarlierDeed::Changed:
        break;
    }
    return "changed it";
}

} // namespace

SeenCall seenIn(const InteractionRow &row)
{
    return {row.id, row.state, row.disposition, row.assignee};
}

Result<EarlierDecision> earlierDecision(Store &store, const SeenCall &seen)
{
    Connection &connection = store.connection();
    return attempt(connection, [&]() -> Result<EarlierDecision> {
        const auto now = readReviewed(connection, {seen.id});
        if (!now)
            return tl::unexpected(now.error());
        if (seenIn(now->front().row) == seen)
            return fail(ErrorKind::NotFound, "nobody decided this call since", seen.id.value);
        return factsOf(now->front(), deedOf(connection, now->front(), seen));
    });
}

std::string line(const EarlierDecision &earlier, Timestamp now)
{
    return (earlier.who.empty() ? "somebody" : earlier.who) + " " + words(earlier) + " "
        + (earlier.at ? timeAgo(*earlier.at, now) : "meanwhile");
}

tl::unexpected<Error> decidedBefore(Store &store, const Reviewed &now, const SeenCall &seen)
{
    return decidedBefore(store, now, deedOf(store.connection(), now, seen));
}

tl::unexpected<Error> decidedBefore(Store &store, const Reviewed &now, EarlierDeed deed)
{
    return fail(ErrorKind::Conflict, line(factsOf(now, deed), store.clock().now()), now.row.id.value,
        "look at it again");
}

Status writeDecision(Store &store, const SeenCall &seen, const InteractionRow &row)
{
    static const std::string sql
        = "UPDATE interaction SET state = ?, disposition = ?, assignee = ?, decided_by = ?, decided_at = ? "
          "WHERE id = ? AND state = ? AND disposition = ? AND assignee = ?";
    Connection &connection = store.connection();
    const auto id = toBlob(seen.id);
    if (!id)
        return fail(ErrorKind::NotFound, "there is no such interaction", seen.id.value);
    const int written = Query(connection, sql, row.state, row.disposition, row.assignee, store.actor(),
        store.clock().now(), *id, seen.state, seen.disposition, seen.assignee)
                            .run();
    if (written == 0) {
        const auto now = readReviewed(connection, {seen.id});
        if (!now)
            return tl::unexpected(now.error());
        if (seenIn(now->front().row) == seen)
            return fail(ErrorKind::NotPermitted, "this call is not yours to decide", seen.id.value);
        return decidedBefore(store, now->front(), seen);
    }
    noteChange(connection, *id);
    return {};
}

} // namespace gatehouse::store
