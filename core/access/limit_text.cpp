// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// Limits between text and value.
#include "core/access/limit.h"

#include <algorithm>
#include <charconv>

namespace gatehouse {

namespace {

constexpr std::int64_t microsPerUsd = 1'000'000;
constexpr std::int64_t mostAmount = 1'000'000'000'000'000; // a billion USD; no sum of a day overflows
constexpr std::string_view grammar
    = "write 60requests/minute, 100000tokens/day, 10usd/month@Europe/Berlin or 8parallel";

struct Word {
    std::string_view text;
    LimitUnit unit;
};
constexpr std::array<Word, 4> units{Word{"requests", LimitUnit::Requests}, Word{"tokens", LimitUnit::Tokens},
    Word{"usd", LimitUnit::MicroUsd}, Word{"budget-tokens", LimitUnit::BudgetTokens}};
constexpr std::string_view parallelWord = "parallel";
constexpr std::string_view untilWord = " until ";

struct NamedPeriod {
    std::string_view text;
    Micros length; // zero: only a calendar knows
    std::optional<CalendarPeriod> calendar;
};
constexpr std::array<NamedPeriod, 6> periods{NamedPeriod{"minute", std::chrono::minutes(1), {}},
    NamedPeriod{"hour", std::chrono::hours(1), CalendarPeriod::Hour},
    NamedPeriod{"day", std::chrono::hours(24), CalendarPeriod::Day},
    NamedPeriod{"week", std::chrono::hours(168), CalendarPeriod::Week},
    NamedPeriod{"month", Micros(0), CalendarPeriod::Month},
    NamedPeriod{"year", Micros(0), CalendarPeriod::Year}};
constexpr auto longestRolling = std::chrono::hours(24 * 366);

tl::unexpected<Error> notALimit(std::string what, std::string_view text, std::string_view advice = grammar)
{
    return fail(
        ErrorKind::InvalidInput, std::move(what), std::string(text.substr(0, 80)), std::string(advice));
}

std::optional<std::int64_t> wholeNumber(std::string_view text)
{
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || text.front() == '-')
        return {};
    return number;
}

Result<LimitPeriod> rollingPeriod(std::string_view text)
{
    const char unit = text.empty() ? ' ' : text.back();
    const auto length = unit == 's' ? fail(ErrorKind::InvalidInput, "too short") : parseDuration(text);
    if (!length || *length < std::chrono::minutes(1) || *length > longestRolling)
        return notALimit("not a period of a limit", text,
            "write minute, hour, day, week, month, year, or such as 90m, 12h, 30d; at most 366d");
    LimitPeriod period;
    period.rolling = *length;
    return period;
}

Result<LimitPeriod> parsePeriod(std::string_view text)
{
    const std::size_t at = text.find('@');
    const std::string_view word = text.substr(0, at);
    const auto *named = std::find_if(
        periods.begin(), periods.end(), [&](const NamedPeriod &each) { return each.text == word; });
    const bool zoneGiven = at != std::string_view::npos;
    if (named == periods.end() && !zoneGiven)
        return rollingPeriod(word);
    if (zoneGiven && (named == periods.end() || !named->calendar))
        return notALimit("only hours, days, weeks, months and years are a calendar's", text);
    LimitPeriod period;
    if (!zoneGiven && named->length > Micros(0)) {
        period.rolling = named->length;
        return period;
    }
    period.calendar = *named->calendar;
    period.zone = zoneGiven ? std::string(text.substr(at + 1)) : "UTC";
    if (const auto zone = TimeZone::find(period.zone); !zone)
        return notALimit(zone.error().what, period.zone, zone.error().advice);
    return period;
}

Result<std::int64_t> parseAmount(std::string_view text, LimitUnit unit)
{
    if (unit == LimitUnit::MicroUsd)
        return parseUsd(text);
    const auto number = text.empty() ? std::nullopt : wholeNumber(text);
    if (!number || *number > mostAmount)
        return notALimit("not an amount", text);
    return *number;
}

// The text up to the unit, and the unit.
std::optional<std::pair<std::string_view, LimitUnit>> splitUnit(std::string_view text)
{
    const std::size_t end = text.find_first_not_of("0123456789.");
    if (end == std::string_view::npos)
        return {};
    std::string_view word = text.substr(end);
    if (word.starts_with(' '))
        word.remove_prefix(1);
    const auto *found
        = std::find_if(units.begin(), units.end(), [&](const Word &each) { return each.text == word; });
    if (found == units.end())
        return {};
    return std::pair(text.substr(0, end), found->unit);
}

Result<Limit> limitFrom(std::string_view amount, LimitUnit unit, std::string_view period)
{
    Limit limit;
    limit.unit = unit;
    const auto number = parseAmount(amount, unit);
    if (!number)
        return tl::unexpected(number.error());
    limit.amount = *number;
    auto window = parsePeriod(period);
    if (!window)
        return tl::unexpected(window.error());
    limit.period = std::move(*window);
    return limit;
}

std::string periodText(const LimitPeriod &period)
{
    for (const NamedPeriod &named : periods) {
        if (period.zone.empty() && named.length == period.rolling)
            return std::string(named.text);
        if (!period.zone.empty() && named.calendar == period.calendar)
            return std::string(named.text) + "@" + period.zone;
    }
    const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(period.rolling).count();
    constexpr std::int64_t dayMinutes = 24LL * 60;
    if (minutes % dayMinutes == 0)
        return std::to_string(minutes / dayMinutes) + "d";
    return minutes % 60 == 0 ? std::to_string(minutes / 60) + "h" : std::to_string(minutes) + "m";
}

Result<Limit> parseUnraised(std::string_view text)
{
    if (text.ends_with(parallelWord)) {
        const auto number
            = parseAmount(text.substr(0, text.size() - parallelWord.size()), LimitUnit::Parallel);
        return number ? Result<Limit>(parallelCalls(*number)) : tl::unexpected(number.error());
    }
    const std::size_t slash = text.find('/');
    const auto split = splitUnit(text.substr(0, slash));
    if (slash == std::string_view::npos || !split)
        return notALimit("not a limit", text);
    return limitFrom(split->first, split->second, text.substr(slash + 1));
}

// As limitText() writes it: up to the whole second where that is exact.
std::string raiseText(const Limit &limit)
{
    std::string until = toRfc3339(limit.raise->until);
    if (const std::size_t exact = until.find(".000000Z"); exact != std::string::npos)
        until.replace(exact, std::string::npos, "Z");
    const bool money = limit.unit == LimitUnit::MicroUsd;
    return "+" + (money ? usdText(limit.raise->by) : std::to_string(limit.raise->by)) + std::string(untilWord)
        + until;
}

} // namespace

Result<Limit> parseLimit(std::string_view text)
{
    const std::size_t until = text.find(untilWord);
    if (until == std::string_view::npos)
        return parseUnraised(text);
    // A time zone may have a plus of its own.
    const std::size_t plus = text.rfind('+', until);
    if (plus == std::string_view::npos)
        return notALimit("not a limit", text);
    auto limit = parseUnraised(text.substr(0, plus));
    if (!limit)
        return limit;
    const auto by = parseRaise(text.substr(plus + 1, until - plus - 1), limit->unit);
    if (!by)
        return tl::unexpected(by.error());
    const auto time = fromRfc3339(text.substr(until + untilWord.size()));
    if (!time)
        return tl::unexpected(time.error());
    limit->raise = LimitRaise{*by, *time};
    return limit;
}

Result<std::int64_t> parseRaise(std::string_view text, LimitUnit unit)
{
    auto by = parseAmount(text, unit);
    if (by && *by == 0)
        return notALimit("not an amount to add", text, "write more than 0");
    return by;
}

Result<Limit> parseBudget(std::string_view text)
{
    constexpr std::string_view tokens = "tokens";
    constexpr std::string_view usd = "usd";
    const std::size_t slash = text.find('/');
    std::string_view amount = text.substr(0, slash);
    LimitUnit unit = LimitUnit::MicroUsd;
    if (amount.ends_with(tokens)) {
        unit = LimitUnit::BudgetTokens;
        amount.remove_suffix(tokens.size());
    } else if (amount.ends_with(usd)) {
        amount.remove_suffix(usd.size());
    }
    if (slash == std::string_view::npos || amount.empty())
        return notALimit(
            "not a budget", text, "write 10/day, 0.50/hour, 100/month@Europe/Berlin or 500000tokens/day");
    return limitFrom(amount, unit, text.substr(slash + 1));
}

std::string limitText(const Limit &limit)
{
    const std::string raise = limit.raise ? raiseText(limit) : std::string();
    if (limit.unit == LimitUnit::Parallel)
        return std::to_string(limit.amount) + std::string(parallelWord) + raise;
    const auto *unit
        = std::find_if(units.begin(), units.end(), [&](const Word &each) { return each.unit == limit.unit; });
    const bool money = limit.unit == LimitUnit::MicroUsd;
    return (money ? usdText(limit.amount) : std::to_string(limit.amount)) + std::string(unit->text) + "/"
        + periodText(limit.period) + raise;
}

std::string usdText(std::int64_t microUsd)
{
    const std::int64_t whole = microUsd / microsPerUsd;
    std::string decimals = std::to_string(microsPerUsd + std::abs(microUsd % microsPerUsd)).substr(1);
    while (decimals.size() > 2 && decimals.back() == '0')
        decimals.pop_back();
    return (microUsd < 0 && whole == 0 ? "-" : "") + std::to_string(whole) + "." + decimals;
}

Result<std::int64_t> parseUsd(std::string_view text)
{
    constexpr std::size_t mostDecimals = 6;
    const std::size_t point = text.find('.');
    const std::string_view whole = text.substr(0, point);
    std::string decimals(point == std::string_view::npos ? "0" : text.substr(point + 1));
    const bool wellFormed = !whole.empty() && !decimals.empty() && decimals.size() <= mostDecimals;
    decimals.resize(mostDecimals, '0');
    const auto dollars = wellFormed ? wholeNumber(whole) : std::nullopt;
    const auto micros = wellFormed ? wholeNumber(decimals) : std::nullopt;
    if (!dollars || !micros || *dollars > mostAmount / microsPerUsd)
        return notALimit("not an amount in USD", text, "write 10 or 0.25, with at most six decimals");
    return *dollars * microsPerUsd + *micros;
}

} // namespace gatehouse
