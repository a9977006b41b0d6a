// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Decisions about everything a filter matches: stored jobs, done in slices that keep no other writer waiting,
// gone on with after a crash, told by one audit entry, taken back as a whole.
//
// A job looks at calls up to a ceiling that is fixed when it starts, newest first: what comes later is above
// it. A call is changed if it matches when its slice comes, and would not stay as it is. Taking back restores
// those that still are as the job left them.

#include "store/filter.h"
#include "store/records.h"
#include "store/store.h"

#include <functional>
#include <optional>
#include <string_view>
#include <vector>

namespace gatehouse::store {

enum class JobAction { Resolve, Escalate, Reopen, Assign, Note };
[[nodiscard]] std::string_view name(JobAction value); // "resolve"

struct JobOrder {
    JobAction action = JobAction::Resolve;
    Disposition disposition = Disposition::None; // of Resolve
    std::string detail; // Assign: the login, "" takes it from whoever has it; Note: its text
    Filter filter; // ages in it are counted from the start
    InteractionId ceiling; // the newest call to look at; empty: the newest there is
    std::int64_t expected = 0; // how many match, as far as known
};

enum class JobState { Running, Done, Cancelled };

struct ReviewJob {
    std::int64_t number = 0;
    JobOrder order;
    std::optional<std::int64_t> takesBack; // the job whose changes this one undoes
    JobState state = JobState::Running;
    std::int64_t matched = 0; // gone through so far
    std::int64_t changed = 0;
    std::string actor; // who started it
    Timestamp startedAt{};
    std::optional<Timestamp> endedAt;
};

// Nothing is changed yet. InvalidInput as for single decisions; NotPermitted where the database says so.
[[nodiscard]] Result<ReviewJob> startReviewJob(Store &store, const JobOrder &order);
// A job that undoes what `number` did, or did again what that one undid. Conflict while it is running.
[[nodiscard]] Result<ReviewJob> startTakingBack(Store &store, std::int64_t number);

enum class Onward {
    Continue,
    Cancel, // ends it as far as it came
    Leave, // for another time: it is gone on with by running it again
};
// Runs a job to its end, in this thread. `progress` is asked between slices. Conflict when it is at its end,
// or when somebody else runs it: whoever has not been heard of for half a minute is taken for dead. Whatever
// goes wrong, what was changed stays and the job can be gone on with.
[[nodiscard]] Result<ReviewJob> runReviewJob(
    Store &store, std::int64_t number, const std::function<Onward(const ReviewJob &)> &progress);

// Ends one that nobody runs as far as it came; Conflict as above.
[[nodiscard]] Result<ReviewJob> cancelReviewJob(Store &store, std::int64_t number);

[[nodiscard]] Result<ReviewJob> reviewJob(Store &store, std::int64_t number);
// One's own that nobody runs at this moment, oldest first.
[[nodiscard]] Result<std::vector<ReviewJob>> unfinishedReviewJobs(Store &store);
// Ends jobs that nobody has gone on with for a day, each with its audit entry, and forgets what those changed
// that ended a week ago: they can't be taken back any more.
[[nodiscard]] Status tidyReviewJobs(Store &store);

} // namespace gatehouse::store
