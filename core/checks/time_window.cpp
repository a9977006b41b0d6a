// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/base/local_time.h"
#include "core/checks/kinds.h"
#include "core/checks/parameters.h"

#include <algorithm>
#include <array>
#include <boost/json/value_to.hpp>

namespace gatehouse {

namespace json = boost::json;

namespace {

constexpr int minutesPerDay = 24 * 60;

struct Window {
    std::array<bool, 7> days{}; // on which it starts
    int from = 0, until = minutesPerDay; // minutes of a day; until <= from: it ends on the next

    [[nodiscard]] bool holds(LocalTime now) const
    {
        const auto startsOn = [&](int day) { return days.at(static_cast<std::size_t>((day + 7) % 7)); };
        if (from < until)
            return startsOn(now.weekday) && now.minuteOfDay >= from && now.minuteOfDay < until;
        return (startsOn(now.weekday) && now.minuteOfDay >= from)
            || (startsOn(now.weekday - 1) && now.minuteOfDay < until);
    }
};

class TimeWindowCheck final : public Check {
public:
    TimeWindowCheck(TimeZone zone, std::vector<Window> windows, bool failInside)
        : m_zone(zone)
        , m_windows(std::move(windows))
        , m_failInside(failInside)
    {
    }

    CheckReport run(const CheckInput &input) const override
    {
        if (!input.call.now)
            return CheckReport::notRun("no_time");
        const LocalTime now = m_zone.at(*input.call.now);
        const bool inside = std::any_of(
            m_windows.begin(), m_windows.end(), [&](const Window &window) { return window.holds(now); });
        CheckReport report;
        report.outcome = inside == m_failInside ? CheckOutcome::Fail : CheckOutcome::Pass;
        return report;
    }

    std::optional<std::size_t> decisiveBytes() const override { return 0; }

private:
    TimeZone m_zone;
    std::vector<Window> m_windows;
    bool m_failInside;
};

std::string textAt(const json::object &object, std::string_view field, std::string_view otherwise)
{
    const json::value *value = object.if_contains(field);
    return value && value->is_string() ? json::value_to<std::string>(*value) : std::string(otherwise);
}

Result<Window> windowFrom(const json::value &value)
{
    if (!value.is_object())
        return fail(ErrorKind::InvalidInput, "must be an object");
    const json::object &object = value.get_object();
    Window window;
    if (const json::value *days = object.if_contains("days"); days && days->is_array()) {
        for (const json::value &day : days->get_array()) {
            const auto weekday = weekdayFrom(day.is_string() ? std::string_view(day.get_string()) : "");
            if (!weekday)
                return fail(ErrorKind::InvalidInput, "not a day of the week", "/days", "write mon to sun");
            window.days.at(static_cast<std::size_t>(*weekday)) = true;
        }
    } else {
        window.days.fill(true);
    }
    const auto from = minuteOfDayFrom(textAt(object, "from", "00:00"));
    const auto until = minuteOfDayFrom(textAt(object, "until", "24:00"));
    if (!from || *from == minutesPerDay)
        return fail(ErrorKind::InvalidInput, "not a time of day", "/from", "write 08:30");
    if (!until)
        return fail(ErrorKind::InvalidInput, "not a time of day", "/until", "write 18:00");
    window.from = *from;
    window.until = *until;
    return window;
}

Result<std::unique_ptr<Check>> makeTimeWindow(const CheckParameters &parameters, PatternSetBuilder &)
{
    auto zone = TimeZone::find(parameters.text("zone", "UTC"));
    if (!zone) {
        zone.error().where = "zone";
        return tl::unexpected(zone.error());
    }
    std::vector<Window> windows;
    const json::value *given = parameters.object().if_contains("windows");
    for (const json::value &value : given && given->is_array() ? given->get_array() : json::array()) {
        auto window = windowFrom(value);
        if (!window) {
            window.error().where = "windows/" + std::to_string(windows.size()) + window.error().where;
            return tl::unexpected(window.error());
        }
        windows.push_back(*window);
    }
    if (windows.empty())
        return fail(ErrorKind::InvalidInput, "at least one window is needed", "windows");
    return std::make_unique<TimeWindowCheck>(
        *zone, std::move(windows), parameters.text("fail", "outside") == "inside");
}

constexpr std::string_view schema = R"json({
  "type": "object",
  "properties": {
    "zone": {"type": "string", "minLength": 1, "maxLength": 60, "default": "UTC", "description": "Time zone by its IANA name, as Europe/Berlin; summer time counts"},
    "windows": {"type": "array", "minItems": 1, "maxItems": 50,
      "description": "Days and times; one that ends before it starts ends on the next day",
      "items": {"type": "object",
        "properties": {
          "days": {"type": "array", "minItems": 1, "items": {"type": "string", "enum": ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]},
            "description": "Days on which it starts; all when left out"},
          "from": {"type": "string", "pattern": "^[0-9]{2}:[0-9]{2}$", "default": "00:00", "description": "When it starts"},
          "until": {"type": "string", "pattern": "^[0-9]{2}:[0-9]{2}$", "default": "24:00", "description": "When it ends; this minute is out"}
        },
        "additionalProperties": false}},
    "fail": {"type": "string", "enum": ["outside", "inside"], "default": "outside", "description": "Where a call fails"}
  },
  "required": ["windows"],
  "additionalProperties": false
})json";

} // namespace

CheckKind timeWindowKind()
{
    return {.kind = "time_window",
        .summary = "Fails when a call comes outside, or inside, given days and hours.",
        .stages = {Stage::Access, Stage::Request},
        .readsSegments = false,
        .parameterSchema = schema,
        .make = makeTimeWindow,
        .stateful = true,
        .cost = CheckCost::Facts};
}

} // namespace gatehouse
