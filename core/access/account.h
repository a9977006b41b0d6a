// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// The limits of one subject and what was used of them; the ledger's own.

#include "core/access/ledger.h"

namespace gatehouse {

struct Account {
    LimitTier tier = LimitTier::Key;
    std::string name;
    std::vector<Meter> meters; // of everything that has a period
    std::optional<Limit> mostParallel;
    std::int64_t parallel = 0; // calls under way

    // The limit in the way of this charge, if one is.
    [[nodiscard]] std::optional<LimitBreach> breachBy(const Charge &charge, Timestamp now);
    void take(const Charge &charge, Timestamp at);
    void correct(const Charge &estimate, const Charge &actual, Timestamp at);
    void stepBack(Timestamp now);
    void addStates(std::vector<LimitState> &into, Timestamp now);
    [[nodiscard]] const Meter *find(const Limit &limit) const;

private:
    [[nodiscard]] LimitState parallelState(Timestamp now) const; // where they are limited
};

[[nodiscard]] LimitState stateOf(LimitTier tier, const std::string &name, Meter &meter, Timestamp now);
// Which of two breaches a call is refused with.
[[nodiscard]] bool isWorse(const LimitBreach &a, const LimitBreach &b);

} // namespace gatehouse
