// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// Decisions that meet: the first is written, the second is told of it.

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

std::string handedOver(const Reviewed &now)
{
    if (now.row.assignee.empty())
        return "gave it back";
    return now.row.assignee == personOf(now.decidedBy) ? "took it" : "gave it to " + now.row.assignee;
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

// What whoever was first did to it, as far as it shows.
std::string deedOf(const Reviewed &now, const SeenCall &seen)
{
    if (now.row.state == seen.state && now.row.disposition == seen.disposition)
        return handedOver(now);
    switch (now.row.state) {
    case ReviewState::Resolved:
        return closedAs(now.row.disposition);
    case ReviewState::Escalated:
        return "escalated it";
    case ReviewState::InReview:
        return handedOver(now);
    case ReviewState::Open:
        return now.row.assignee == seen.assignee ? "opened it again" : handedOver(now);
    case ReviewState::None:
        break;
    }
    return "changed it";
}

} // namespace

SeenCall seenIn(const InteractionRow &row)
{
    return {row.id, row.state, row.disposition, row.assignee};
}

tl::unexpected<Error> decidedBefore(Store &store, const Reviewed &now, const SeenCall &seen)
{
    return decidedBefore(store, now, deedOf(now, seen));
}

tl::unexpected<Error> decidedBefore(Store &store, const Reviewed &now, const std::string &deed)
{
    // Calls that were decided before the store kept this say nothing of it.
    const std::string who = now.decidedBy.empty() ? "somebody" : personOf(now.decidedBy);
    const std::string when
        = now.decidedAt ? " " + timeAgo(*now.decidedAt, store.clock().now()) : " meanwhile";
    return fail(ErrorKind::Conflict, who + " " + deed + when, now.row.id.value, "look at it again");
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
