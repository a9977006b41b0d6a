// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/http/rate_fields.h"

#include "gateway/http/reply_head.h"

#include <algorithm>

namespace gatehouse::gateway {
namespace {

void appendOne(
    std::string &out, const LimitState &state, std::string_view what, WireFamily family, Timestamp now)
{
    const std::string limit = std::to_string(state.amount), left = std::to_string(state.left());
    const std::string thing(what);
    if (family == WireFamily::Anthropic) {
        const std::string prefix = "anthropic-ratelimit-" + thing;
        appendField(out, prefix + "-limit", limit);
        appendField(out, prefix + "-remaining", left);
        appendField(out, prefix + "-reset", toRfc3339(state.fullReset));
        return;
    }
    appendField(out, "x-ratelimit-limit-" + thing, limit);
    appendField(out, "x-ratelimit-remaining-" + thing, left);
    appendField(out, "x-ratelimit-reset-" + thing, durationText(state.fullReset - now));
}

} // namespace

std::string durationText(Micros duration)
{
    const std::int64_t millis = (std::max<std::int64_t>(0, duration.count()) + 999) / 1000;
    const std::int64_t hours = millis / 3'600'000, minutes = millis / 60'000 % 60, rest = millis % 60'000;
    if (millis > 0 && millis < 1000)
        return std::to_string(millis) + "ms";
    std::string text;
    if (hours > 0)
        text += std::to_string(hours) + "h";
    if (hours > 0 || minutes > 0)
        text += std::to_string(minutes) + "m";
    text += std::to_string(rest / 1000);
    if (rest % 1000 != 0) {
        std::string decimals = std::to_string(1000 + rest % 1000).substr(1);
        decimals.erase(decimals.find_last_not_of('0') + 1);
        text += "." + decimals;
    }
    return text + "s";
}

std::string retrySeconds(Micros duration)
{
    return std::to_string(std::max<std::int64_t>(1, (duration.count() + 999'999) / 1'000'000));
}

void appendRateFields(std::string &out, const RateView &rates, WireFamily family, Timestamp now)
{
    if (rates.requests)
        appendOne(out, *rates.requests, "requests", family, now);
    if (rates.tokens)
        appendOne(out, *rates.tokens, "tokens", family, now);
}

} // namespace gatehouse::gateway
