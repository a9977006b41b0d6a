// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Limits of keys, use cases, environments and teams, and what was used of them.

#include "core/access/ledger.h"
#include "store/records.h"
#include "store/store.h"

namespace gatehouse::store {

// Everybody who has limits.
[[nodiscard]] Result<std::vector<SubjectLimits>> listLimits(Store &store);
// Adds limits; one of the same unit and period is replaced. NotFound when there is no such subject; audited.
[[nodiscard]] Status setLimits(
    Store &store, LimitTier tier, const std::string &name, const std::vector<Limit> &limits);
// Takes away the limits of these units and periods, all of them when none is named. NotFound when one is not
// there; audited.
[[nodiscard]] Status removeLimits(
    Store &store, LimitTier tier, const std::string &name, const std::vector<Limit> &which);

// Adds to the limit of this unit and period for a while, in place of what was added to it before; without a
// raise takes that back. NotFound when there is no such limit, InvalidInput when the raise would be over
// already; audited. What is over is forgotten with the next change.
[[nodiscard]] Status raiseLimit(Store &store, LimitTier tier, const std::string &name, const Limit &which,
    const std::optional<LimitRaise> &raise, const std::string &reason);

// These limits in place of `expected`, all at once. Conflict when others hold by now, NotFound when there is
// no such subject, InvalidInput when two are of the same unit and period; audited.
[[nodiscard]] Status replaceLimits(Store &store, LimitTier tier, const std::string &name,
    const std::vector<Limit> &expected, const std::vector<Limit> &limits);

// What a subject used since `from`, oldest first: minutes, longer ago quarters of an hour.
[[nodiscard]] Result<std::vector<UsageStep>> usageOf(
    Store &store, LimitTier tier, const std::string &name, Timestamp from);
// The history a ledger asks for.
[[nodiscard]] Result<std::vector<SubjectUsage>> usageFor(
    Store &store, const std::vector<UsageWanted> &wanted);

// For each key the limits of all its tiers, as far as the store knows: a gateway's own view may be a moment
// ahead.
[[nodiscard]] Result<std::vector<std::vector<LimitState>>> limitStates(
    Store &store, const std::vector<KeyRow> &keys);

// Of every subject's own limits.
[[nodiscard]] Result<std::vector<LimitState>> allLimitStates(Store &store);

[[nodiscard]] std::string toJson(const LimitState &state);

} // namespace gatehouse::store
