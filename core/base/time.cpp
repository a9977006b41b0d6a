// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/base/time.h"

#include <array>
#include <charconv>
#include <cstdio>
#include <optional>

namespace gatehouse {

namespace {

class SystemClock final : public Clock {
public:
    [[nodiscard]] Timestamp now() const override
    {
        return std::chrono::time_point_cast<Micros>(std::chrono::system_clock::now());
    }
};

std::optional<int> digits(std::string_view text, std::size_t at, std::size_t count)
{
    if (at + count > text.size())
        return {};
    int value = 0;
    const auto [end, error] = std::from_chars(text.data() + at, text.data() + at + count, value);
    if (error != std::errc() || end != text.data() + at + count || value < 0)
        return {};
    return value;
}

std::optional<Timestamp> parseDate(std::string_view text)
{
    const auto year = digits(text, 0, 4), month = digits(text, 5, 2), day = digits(text, 8, 2);
    if (!year || !month || !day || text[4] != '-' || text[7] != '-')
        return {};
    const std::chrono::year_month_day date{std::chrono::year(*year),
        std::chrono::month(static_cast<unsigned>(*month)), std::chrono::day(static_cast<unsigned>(*day))};
    if (!date.ok())
        return {};
    return Timestamp(std::chrono::sys_days(date));
}

// "HH:MM:SS[.ffffff](Z|+00:00)", the part after the date.
std::optional<Micros> parseTimeOfDay(std::string_view text)
{
    const auto hour = digits(text, 0, 2), minute = digits(text, 3, 2), second = digits(text, 6, 2);
    if (!hour || !minute || !second || text[2] != ':' || text[5] != ':')
        return {};
    if (*hour > 23 || *minute > 59 || *second > 59)
        return {};
    std::size_t at = 8;
    Micros fraction{0};
    if (at < text.size() && text[at] == '.') {
        int scale = 100000;
        for (++at; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at, scale /= 10)
            fraction += Micros((text[at] - '0') * scale);
    }
    const std::string_view zone = text.substr(at);
    if (zone != "Z" && zone != "z" && zone != "+00:00")
        return {};
    return std::chrono::hours(*hour) + std::chrono::minutes(*minute) + std::chrono::seconds(*second)
        + fraction;
}

} // namespace

const Clock &systemClock()
{
    static const SystemClock clock;
    return clock;
}

std::string toRfc3339(Timestamp at)
{
    const auto day = std::chrono::floor<std::chrono::days>(at);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss time(at - day);
    std::array<char, 40> buffer{};
    std::snprintf(buffer.data(), buffer.size(), "%04d-%02u-%02uT%02d:%02d:%02d.%06dZ",
        static_cast<int>(date.year()), static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
        static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
        static_cast<int>(time.seconds().count()), static_cast<int>(time.subseconds().count()));
    return buffer.data();
}

Result<Timestamp> fromRfc3339(std::string_view text)
{
    const auto date = text.size() >= 10 ? parseDate(text.substr(0, 10)) : std::nullopt;
    if (date && text.size() == 10)
        return *date;
    if (date && (text[10] == 'T' || text[10] == 't' || text[10] == ' ')) {
        if (const auto time = parseTimeOfDay(text.substr(11)))
            return *date + *time;
    }
    return fail(ErrorKind::InvalidInput, "not a time", std::string(text), "write 2026-11-23T12:00:00Z");
}

Result<Micros> parseDuration(std::string_view text)
{
    const auto wrong = [&] {
        return fail(
            ErrorKind::InvalidInput, "not a duration", std::string(text), "write 30d, 12h, 45m or 10s");
    };
    if (text.size() < 2 || text.size() > 8)
        return wrong();
    const auto count = digits(text, 0, text.size() - 1);
    if (!count || *count == 0)
        return wrong();
    switch (text.back()) {
    case 'd':
        return std::chrono::days(*count);
    case 'h':
        return std::chrono::hours(*count);
    case 'm':
        return std::chrono::minutes(*count);
    case 's':
        return std::chrono::seconds(*count);
    default:
        return wrong();
    }
}

} // namespace gatehouse
