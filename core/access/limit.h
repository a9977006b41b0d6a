// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// What may be used in which time: limits as people write them, "60requests/minute",
// "10usd/month@Europe/Berlin", "10usd/day+5 until 2026-12-01T08:00:00Z".
//
//   LIMIT  = ( AMOUNT UNIT "/" PERIOD [ "@" ZONE ] | N "parallel" ) [ "+" AMOUNT " until " TIME ]
//   UNIT   = "requests" | "tokens" | "usd" | "budget-tokens"
//   PERIOD = "minute" | "hour" | "day" | "week" | "month" | "year" | N ("m" | "h" | "d")
//
// Without a zone a period is rolling; with one it is a calendar's. A month and a year have no fixed length,
// so they are always a calendar's, in UTC when no zone is named. What stands behind + is added until that
// time (RFC 3339, UTC), and then no more.

#include "core/base/error.h"
#include "core/base/local_time.h"
#include "core/base/time.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gatehouse {

// Whom a limit holds for. All of a call's tiers must pass; they are asked in this order.
enum class LimitTier { Key, UseCase, Environment, Team };
inline constexpr std::array limitTiers{
    LimitTier::Key, LimitTier::UseCase, LimitTier::Environment, LimitTier::Team};
[[nodiscard]] std::string_view name(LimitTier tier); // "key", "use_case", …
[[nodiscard]] std::string_view label(LimitTier tier); // "use case" where people read
[[nodiscard]] std::optional<LimitTier> limitTierFromName(std::string_view word);

enum class LimitUnit {
    Requests, // calls that were let in, whatever became of them
    Tokens, // in and out together, as a rate
    Parallel, // calls under way at once
    MicroUsd, // a budget in money
    BudgetTokens, // a budget in tokens
};
// Refused with 402 and not worth a retry, other than a rate.
[[nodiscard]] bool isBudget(LimitUnit unit);

struct LimitPeriod {
    Micros rolling{0}; // of a rolling window; zero for a calendar's, and for parallel calls
    CalendarPeriod calendar = CalendarPeriod::Day; // of a calendar's
    std::string zone; // IANA name; empty for a rolling window
    friend bool operator==(const LimitPeriod &, const LimitPeriod &) = default;
};

// More than the limit for a while.
struct LimitRaise {
    std::int64_t by = 0; // in the limit's unit
    Timestamp until{}; // from then on not
    friend bool operator==(const LimitRaise &, const LimitRaise &) = default;
};

struct Limit {
    LimitUnit unit = LimitUnit::Requests;
    std::int64_t amount = 0; // micro-USD for money; without a raise
    LimitPeriod period;
    std::optional<LimitRaise> raise = {};

    [[nodiscard]] bool isRaisedAt(Timestamp now) const { return raise && now < raise->until; }
    [[nodiscard]] std::int64_t amountAt(Timestamp now) const
    {
        return isRaisedAt(now) ? amount + raise->by : amount;
    }
    // Limits an amount of the same thing over the same period.
    [[nodiscard]] bool replaces(const Limit &other) const
    {
        return unit == other.unit && period == other.period;
    }
    friend bool operator==(const Limit &, const Limit &) = default;
};

// InvalidInput says what is wrong; a time zone must be known to this machine.
[[nodiscard]] Result<Limit> parseLimit(std::string_view text);
// As --budget takes it: "10/day", "0.50/hour", "100/month@Europe/Berlin" in USD, "500000tokens/day" in
// tokens.
[[nodiscard]] Result<Limit> parseBudget(std::string_view text);
// "5" or "2.50" of that unit, to be added for a while; more than nothing.
[[nodiscard]] Result<std::int64_t> parseRaise(std::string_view text, LimitUnit unit);
// In the form parseLimit() reads.
[[nodiscard]] std::string limitText(const Limit &limit);
// "0.10" for 100'000 micro-USD: at least two decimals, at most six.
[[nodiscard]] std::string usdText(std::int64_t microUsd);
[[nodiscard]] Result<std::int64_t> parseUsd(std::string_view text);

[[nodiscard]] Limit requestsPer(Micros period, std::int64_t amount);
[[nodiscard]] Limit tokensPer(Micros period, std::int64_t amount);
[[nodiscard]] Limit parallelCalls(std::int64_t amount);

// `changes` put into `limits`: each replaces the one of the same unit and period, or is added. Sorted, so
// that equal sets are equal lists.
[[nodiscard]] std::vector<Limit> mergedLimits(std::vector<Limit> limits, const std::vector<Limit> &changes);

// Without a raise that is over by then.
[[nodiscard]] Limit inForce(Limit limit, Timestamp now);

// Limits of one subject.
struct SubjectLimits {
    LimitTier tier = LimitTier::Key;
    std::string name; // of the team, …; the public id of a key
    std::vector<Limit> limits;
};

} // namespace gatehouse
