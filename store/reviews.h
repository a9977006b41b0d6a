// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// The human side: what is done about an interaction. Every change is audited and can be undone.

#include "store/records.h"
#include "store/store.h"

namespace gatehouse::store {

// What a change did, so that it can be taken back. Opaque to callers; lives in memory only.
struct ReviewUndo {
    std::string what; // "dismissed 1", for the status bar
    std::vector<InteractionRow> before;
    std::vector<InteractionRow> after;
};

// A call as it was shown to whoever decides about it.
struct SeenCall {
    InteractionId id;
    ReviewState state = ReviewState::None;
    Disposition disposition = Disposition::None;
    std::string assignee = {};
    friend bool operator==(const SeenCall &, const SeenCall &) = default;
};
[[nodiscard]] SeenCall seenIn(const InteractionRow &row);
// As they are now, in the order of `ids`: for whoever decides by what is told here. NotFound for an unknown
// id.
[[nodiscard]] Result<std::vector<SeenCall>> seeCalls(Store &store, const std::vector<InteractionId> &ids);

// All of these: NotFound for an unknown id, Conflict when one of the calls is not any more as it was seen
// (who was first, what that was and when; `where` is the call), and nothing is changed then; one audit entry
// a call of the function. resolve ends in `resolved` with the disposition and keeps the note when there is
// one; reopen and escalate drop the disposition; assign takes an open one into review, and back to open when
// `who` is empty.
[[nodiscard]] Result<ReviewUndo> resolve(
    Store &store, const std::vector<SeenCall> &calls, Disposition disposition, const std::string &note);
[[nodiscard]] Result<ReviewUndo> reopen(Store &store, const std::vector<SeenCall> &calls);
[[nodiscard]] Result<ReviewUndo> escalate(Store &store, const std::vector<SeenCall> &calls);
[[nodiscard]] Result<ReviewUndo> assign(
    Store &store, const std::vector<SeenCall> &calls, const std::string &who);
[[nodiscard]] Status addNote(Store &store, const std::vector<InteractionId> &ids, const std::string &text);
// Puts state, disposition and assignee back. Conflict, as above, when someone changed one of them since.
[[nodiscard]] Result<ReviewUndo> undo(Store &store, const ReviewUndo &change);

// A held call, once: both resolve it and are a Conflict when it was decided already. release makes a one-use
// permit for the same key and payload, valid 24 h; deny closes it.
[[nodiscard]] Status release(Store &store, const InteractionId &id);
[[nodiscard]] Status deny(Store &store, const InteractionId &id);
// Uses up a permit; true when there was one. `by` is the interaction that used it, recorded on both.
[[nodiscard]] Result<bool> consumePermit(
    Store &store, const KeyId &key, const std::string &payloadHash, const InteractionId &by);
[[nodiscard]] Result<bool> hasPermit(Store &store, const KeyId &key, const std::string &payloadHash);

} // namespace gatehouse::store
