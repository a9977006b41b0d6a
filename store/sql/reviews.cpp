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

void writeState(Connection &connection, const InteractionRow &row, const Blob &id)
{
    Query(connection, "UPDATE interaction SET state = ?, disposition = ?, assignee = ? WHERE id = ?",
        row.state, row.disposition, row.assignee, id)
        .run();
    noteChange(connection, id);
}

struct Change {
    std::string action; // for the audit log
    std::string what; // for the status bar
    std::string note = {};
    std::function<void(InteractionRow &)> apply;
};

// Reads, changes and writes all rows in one transaction, or none.
Result<ReviewUndo> change(Store &store, const std::vector<InteractionId> &ids, const Change &how)
{
    if (Status good = checkText("note", how.note, noteBytes); !good)
        return tl::unexpected(good.error());
    Connection &connection = store.connection();
    return attempt(connection, [&]() -> Result<ReviewUndo> {
        WriteTransaction transaction(connection);
        auto found = readReviewed(connection, ids);
        if (!found)
            return tl::unexpected(found.error());
        ReviewUndo undo{how.what + " " + std::to_string(found->size()), {}, {}};
        for (Reviewed &each : *found) {
            undo.before.push_back(each.row);
            how.apply(each.row);
            writeState(connection, each.row, each.id);
            if (!how.note.empty())
                insertNote(store, each.n, how.note);
            undo.after.push_back(std::move(each.row));
        }
        appendAudit(
            store, {how.action, reviewObject(ids), stateJson(undo.before), stateJson(undo.after), how.note});
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

bool sameDecision(const InteractionRow &a, const InteractionRow &b)
{
    return a.state == b.state && a.disposition == b.disposition && a.assignee == b.assignee;
}

std::vector<InteractionId> idsOf(const std::vector<InteractionRow> &rows)
{
    std::vector<InteractionId> ids;
    ids.reserve(rows.size());
    for (const InteractionRow &row : rows)
        ids.push_back(row.id);
    return ids;
}

// Every row as `change` left it? Both lists are in the same order.
const InteractionRow *firstChangedSince(const std::vector<Reviewed> &now, const ReviewUndo &change)
{
    for (std::size_t i = 0; i < now.size(); ++i) {
        if (!sameDecision(now[i].row, change.after[i]))
            return &now[i].row;
    }
    return nullptr;
}

} // namespace

Result<ReviewUndo> resolve(
    Store &store, const std::vector<InteractionId> &ids, Disposition disposition, const std::string &note)
{
    if (disposition == Disposition::None)
        return fail(ErrorKind::InvalidInput, "a disposition is required", "disposition",
            "known: true_positive, false_positive, benign, duplicate");
    return change(store, ids, {"review.resolve", pastWord(disposition), note, [&](InteractionRow &row) {
                                   row.state = ReviewState::Resolved;
                                   row.disposition = disposition;
                               }});
}

Result<ReviewUndo> reopen(Store &store, const std::vector<InteractionId> &ids)
{
    return change(store, ids, {"review.reopen", "reopened", {}, [](InteractionRow &row) {
                                   row.state = ReviewState::Open;
                                   row.disposition = Disposition::None;
                               }});
}

Result<ReviewUndo> escalate(Store &store, const std::vector<InteractionId> &ids)
{
    return change(store, ids, {"review.escalate", "escalated", {}, [](InteractionRow &row) {
                                   row.state = ReviewState::Escalated;
                                   row.disposition = Disposition::None;
                               }});
}

Result<ReviewUndo> assign(Store &store, const std::vector<InteractionId> &ids, const std::string &who)
{
    if (Status good = who.empty() ? Status() : checkName("person", who); !good)
        return tl::unexpected(good.error());
    return change(
        store, ids, {"review.assign", who.empty() ? "unassigned" : "assigned", {}, [&](InteractionRow &row) {
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
    Connection &connection = store.connection();
    return attempt(connection, [&]() -> Result<ReviewUndo> {
        WriteTransaction transaction(connection);
        const std::vector<InteractionId> ids = idsOf(change.before);
        const auto found = readReviewed(connection, ids);
        if (!found)
            return tl::unexpected(found.error());
        if (const InteractionRow *changed = firstChangedSince(*found, change))
            return fail(
                ErrorKind::Conflict, "somebody changed it since", changed->id.value, "look at it again");
        ReviewUndo back{"undid: " + change.what, change.after, change.before};
        for (std::size_t i = 0; i < found->size(); ++i)
            writeState(connection, change.before[i], (*found)[i].id);
        appendAudit(store, {"review.undo", reviewObject(ids), stateJson(back.before), stateJson(back.after)});
        transaction.commit();
        return back;
    });
}

} // namespace gatehouse::store
