// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/reviews.h"

#include "store/json_text.h"
#include "store/names.h"
#include "store/sql/audit_log.h"
#include "store/sql/ids.h"
#include "store/sql/record_changes.h"
#include "store/sql/review_rows.h"

#include <functional>
#include <unordered_set>

namespace gatehouse::store {

namespace {

constexpr std::size_t noteBytes = 8000;

std::string stateJson(const std::vector<InteractionRow> &rows)
{
    std::string text;
    for (const InteractionRow &row : rows) {
        text += text.empty() ? "" : ",";
        text += JsonObject()
                    .add("assignee", row.assignee)
                    .add("disposition", name(row.disposition))
                    .add("id", row.id.value)
                    .add("state", name(row.state))
                    .text();
    }
    return "[" + text + "]";
}

struct Change {
    std::string action; // for the audit log
    std::string what; // for the status bar
    std::string note = {};
    std::function<void(InteractionRow &)> apply;
};

std::vector<InteractionId> idsOf(const std::vector<SeenCall> &calls)
{
    std::vector<InteractionId> ids;
    ids.reserve(calls.size());
    for (const SeenCall &call : calls)
        ids.push_back(call.id);
    return ids;
}

// Of the calls as they are now, the first that is not as it was seen; both lists are in the same order.
Status checkUnchanged(Store &store, const std::vector<Reviewed> &now, const std::vector<SeenCall> &seen)
{
    for (std::size_t i = 0; i < now.size(); ++i) {
        if (seenIn(now[i].row) != seen[i])
            return decidedBefore(store, now[i], seen[i]);
    }
    return {};
}

// One call of the list a call: who names one twice means it once.
std::vector<SeenCall> withoutRepeats(const std::vector<SeenCall> &calls)
{
    std::unordered_set<std::string> known;
    std::vector<SeenCall> once;
    for (const SeenCall &call : calls) {
        if (known.insert(call.id.value).second)
            once.push_back(call);
    }
    return once;
}

Result<std::vector<Reviewed>> readUnchanged(Store &store, const std::vector<SeenCall> &calls)
{
    auto found = readReviewed(store.connection(), idsOf(calls));
    if (!found)
        return found;
    if (Status unchanged = checkUnchanged(store, *found, calls); !unchanged)
        return tl::unexpected(unchanged.error());
    return found;
}

// Reads, changes and writes all rows in one transaction, or none.
Result<ReviewUndo> change(Store &store, const std::vector<SeenCall> &seen, const Change &how)
{
    if (Status good = checkText("note", how.note, noteBytes); !good)
        return tl::unexpected(good.error());
    const std::vector<SeenCall> calls = withoutRepeats(seen);
    return attempt(store.connection(), [&]() -> Result<ReviewUndo> {
        WriteTransaction transaction(store.connection());
        auto found = readUnchanged(store, calls);
        if (!found)
            return tl::unexpected(found.error());
        ReviewUndo undo{how.what + " " + std::to_string(found->size()), {}, {}};
        for (Reviewed &each : *found) {
            undo.before.push_back(each.row);
            how.apply(each.row);
            if (Status written = writeDecision(store, seenIn(undo.before.back()), each.row); !written)
                return tl::unexpected(written.error());
            if (!how.note.empty())
                insertNote(store, each.n, how.note);
            undo.after.push_back(std::move(each.row));
        }
        appendAudit(store,
            {how.action, reviewObject(idsOf(calls)), stateJson(undo.before), stateJson(undo.after),
                how.note});
        transaction.commit();
        return undo;
    });
}

std::string pastWord(Disposition disposition)
{
    switch (disposition) {
    case Disposition::TruePositive:
        return "confirmed";
    case Disposition::FalsePositive:
        return "marked false positive:";
    case Disposition::Benign:
        return "dismissed";
    case Disposition::Duplicate:
        return "marked duplicate:";
    case Disposition::None:
        break;
    }
    return "resolved";
}

std::vector<SeenCall> seenIn(const std::vector<InteractionRow> &rows)
{
    std::vector<SeenCall> calls;
    calls.reserve(rows.size());
    for (const InteractionRow &row : rows)
        calls.push_back(store::seenIn(row));
    return calls;
}

} // namespace

Result<std::vector<SeenCall>> seeCalls(Store &store, const std::vector<InteractionId> &ids)
{
    return attempt(store.connection(), [&]() -> Result<std::vector<SeenCall>> {
        const ReadTransaction oneView(store.connection());
        const auto found = readReviewed(store.connection(), ids);
        if (!found)
            return tl::unexpected(found.error());
        std::vector<SeenCall> calls;
        for (const Reviewed &each : *found)
            calls.push_back(seenIn(each.row));
        return calls;
    });
}

Result<ReviewUndo> resolve(
    Store &store, const std::vector<SeenCall> &calls, Disposition disposition, const std::string &note)
{
    if (disposition == Disposition::None)
        return fail(ErrorKind::InvalidInput, "a disposition is required", "disposition",
            "known: true_positive, false_positive, benign, duplicate");
    return change(store, calls, {"review.resolve", pastWord(disposition), note, [&](InteractionRow &row) {
                                     row.state = ReviewState::Resolved;
                                     row.disposition = disposition;
                                 }});
}

Result<ReviewUndo> reopen(Store &store, const std::vector<SeenCall> &calls)
{
    return change(store, calls, {"review.reopen", "reopened", {}, [](InteractionRow &row) {
                                     row.state = ReviewState::Open;
                                     row.disposition = Disposition::None;
                                 }});
}

Result<ReviewUndo> escalate(Store &store, const std::vector<SeenCall> &calls)
{
    return change(store, calls, {"review.escalate", "escalated", {}, [](InteractionRow &row) {
                                     row.state = ReviewState::Escalated;
                                     row.disposition = Disposition::None;
                                 }});
}

Result<ReviewUndo> assign(Store &store, const std::vector<SeenCall> &calls, const std::string &who)
{
    if (Status good = who.empty() ? Status() : checkName("person", who); !good)
        return tl::unexpected(good.error());
    return change(store, calls,
        {"review.assign", who.empty() ? "unassigned" : "assigned", {}, [&](InteractionRow &row) {
             row.assignee = who;
             if (row.state == ReviewState::Open && !who.empty())
                 row.state = ReviewState::InReview;
             else if (row.state == ReviewState::InReview && who.empty())
                 row.state = ReviewState::Open;
         }});
}

Status addNote(Store &store, const std::vector<InteractionId> &ids, const std::string &text)
{
    if (text.empty())
        return fail(ErrorKind::InvalidInput, "the note is empty", "note");
    if (Status good = checkText("note", text, noteBytes); !good)
        return good;
    Connection &connection = store.connection();
    return attempt(connection, [&]() -> Status {
        WriteTransaction transaction(connection);
        const auto found = readReviewed(connection, ids);
        if (!found)
            return tl::unexpected(found.error());
        for (const Reviewed &each : *found) {
            insertNote(store, each.n, text);
            noteChange(connection, each.id);
        }
        appendAudit(store, {"review.note", reviewObject(ids), "", JsonObject().add("note", text).text()});
        transaction.commit();
        return {};
    });
}

Result<ReviewUndo> undo(Store &store, const ReviewUndo &change)
{
    return attempt(store.connection(), [&]() -> Result<ReviewUndo> {
        WriteTransaction transaction(store.connection());
        const std::vector<SeenCall> left = seenIn(change.after);
        const auto found = readUnchanged(store, left);
        if (!found)
            return tl::unexpected(found.error());
        ReviewUndo back{"undid: " + change.what, change.after, change.before};
        for (std::size_t i = 0; i < left.size(); ++i) {
            if (Status written = writeDecision(store, left[i], change.before[i]); !written)
                return tl::unexpected(written.error());
        }
        appendAudit(
            store, {"review.undo", reviewObject(idsOf(left)), stateJson(back.before), stateJson(back.after)});
        transaction.commit();
        return back;
    });
}

} // namespace gatehouse::store
