// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Interactions as they are read: lists by key, never by offset; one whole interaction; counts for facets and
// charts.

#include "store/filter.h"
#include "store/records.h"
#include "store/store.h"

#include <cstdint>
#include <functional>
#include <optional>

namespace gatehouse::store {

struct ServiceLevels;

// Newest first. `before` continues below that id (exclusive); empty starts at the newest. Calls are committed
// in another order than their ids were made in: a view that must not miss any follows changesSince().
[[nodiscard]] Result<std::vector<InteractionRow>> listInteractions(
    Store &store, const Filter &filter, std::size_t limit, const InteractionId &before = {});

// What was written or changed (judged, decided, assigned) after a point, in the order of commits.
struct InteractionChanges {
    std::vector<InteractionId> ids; // every call that changed, each once
    std::vector<InteractionRow> matching; // those of them that match the filter now, newest first
    std::int64_t upTo = 0; // ask again from here
    bool overrun = false; // older changes are forgotten: read the list afresh
};
[[nodiscard]] Result<InteractionChanges> changesSince(
    Store &store, const Filter &filter, std::int64_t after, std::size_t limit);
// Where changesSince() starts for a list that is read after this call.
[[nodiscard]] Result<std::int64_t> latestChange(Store &store);

// The rows of these ids as they are now, newest first; missing ones and those that don't match are left out.
[[nodiscard]] Result<std::vector<InteractionRow>> interactionsById(
    Store &store, const std::vector<InteractionId> &ids, const Filter &filter = {});
[[nodiscard]] Result<std::int64_t> countInteractions(Store &store, const Filter &filter);
// The conversation of the newest call of a key bound like this one that was answered with this id; "" when
// there is none. Another binding's calls are no answer: a guessed id opens nothing.
[[nodiscard]] Result<std::string> conversationOfAnswer(
    Store &store, const Identity &binding, const std::string &answer);
[[nodiscard]] Result<InteractionDetail> showInteraction(Store &store, const InteractionId &id);

struct FacetCount {
    std::string value;
    std::int64_t count = 0;
};
// Counts per value of "verdict", "severity", "check", "team", "model", "state" among what matches, most
// first.
[[nodiscard]] Result<std::vector<FacetCount>> facetCounts(
    Store &store, const Filter &filter, std::string_view field);

struct VerdictBucket {
    Timestamp start{};
    std::int64_t allowed = 0, flagged = 0, masked = 0, held = 0, blocked = 0;
};
// Verdicts over time in equal steps, gaps filled with zeros, oldest first. Whole hours are not counted anew.
[[nodiscard]] Result<std::vector<VerdictBucket>> verdictsOverTime(
    Store &store, Timestamp from, Timestamp to, Micros step);
// Failed check kinds with their counts since the hour `from` is in, most first.
[[nodiscard]] Result<std::vector<FacetCount>> topChecks(Store &store, Timestamp from, std::size_t limit);

enum class ExportFormat { JsonLines, Csv, Ocsf };
// One interaction a call of `write` (JSON with checks, segments and notes; CSV the index row, after a line of
// names; OCSF findings as in store/ocsf.h, a line each), newest first, until `write` returns false; CSV cells
// that a spreadsheet would take for a formula are quoted.
[[nodiscard]] Status exportInteractions(Store &store, const Filter &filter, ExportFormat format,
    const std::function<bool(std::string_view)> &write);

// JSON objects of the command line contract.
[[nodiscard]] std::string toJson(const InteractionRow &row);
[[nodiscard]] std::string toJson(const InteractionDetail &detail);
// With the group of near duplicates it stands in.
[[nodiscard]] std::string toReviewJson(const InteractionRow &row, const ServiceLevels &levels,
    const std::optional<std::uint64_t> &group = std::nullopt);

} // namespace gatehouse::store
