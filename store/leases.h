// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// How gateways on one PostgreSQL store share limits: each holds a lease, a part of what is left of a limit
// that nobody else may spend, and tells from time to time what it spent of it.
//
// What all hold and what all spent within the limit's window is never more than the limit when a lease is
// given, so calls that are let in out of leases never reserve more than it, however many gateways there are.

#include "core/access/ledger.h"
#include "store/store.h"

#include <string>
#include <utility>
#include <vector>

namespace gatehouse::store {

// What is counted over which period, whatever the amount: "1requests/minute".
[[nodiscard]] std::string countedBy(const Limit &limit);

// What a step of the limit's window saw.
struct LeaseUse {
    Timestamp start{};
    std::int64_t amount = 0;
};

// A gateway tells and asks about its lease of one limit that has a period.
struct LeaseAsk {
    LimitTier tier = LimitTier::Key;
    std::string name;
    Limit limit;
    // Spent since it told the last time; negative where a call took less than it had reserved. Counted once,
    // however often it is told under the same serial.
    std::vector<LeaseUse> spent;
    std::int64_t serial = 0;
    std::int64_t kept = 0; // of the lease; the rest that was not spent is given back
    std::int64_t needed = 0; // more, for calls that wait
    std::int64_t smallest = 0; // of them needs the least
    std::int64_t wished = 0; // more, for calls to come
};

struct LeaseGrant {
    std::int64_t held = 0; // by this gateway now, not spent
    std::int64_t elsewhere = 0; // by others
    int others = 0; // who have a lease of it
    std::vector<LeaseUse> used; // by all, what counts now; oldest first
};

// All in one transaction: nothing was granted or told when it fails. Each lease ends `life` from now, by the
// server's clock, unless it is renewed. One whose lease had ended and was taken back holds nothing of it any
// more. Grants in the order of `asks`.
[[nodiscard]] Result<std::vector<LeaseGrant>> renewLeases(
    Store &store, const std::string &gateway, Micros life, const std::vector<LeaseAsk> &asks);

// Takes back leases that have ended, less what calls took that their gateway recorded after it told the last
// time (and in the minute before, so rather too much), and forgets limits that are no more. How many leases
// were taken back.
[[nodiscard]] Result<int> takeBackLeases(Store &store);
// The same at once with what a gateway of this name held before it was started anew.
[[nodiscard]] Status endLeases(Store &store, const std::string &gateway);

} // namespace gatehouse::store
