// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/policy/condition.h"

#include "core/base/ip_network.h"
#include "core/base/local_time.h"
#include "core/checks/globs.h"
#include "core/policy/condition_fields.h"
#include "core/policy/verdict.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string_view>

namespace gatehouse {

namespace {

bool isOneOf(const std::string &value, const std::vector<std::string> &values)
{
    return std::find(values.begin(), values.end(), value) != values.end();
}

std::optional<std::string> lookUp(const std::map<std::string, std::string> &values, std::string_view key)
{
    const auto found = values.find(std::string(key));
    if (found == values.end())
        return {};
    return found->second;
}

std::optional<std::string> identityField(const Identity *identity, const std::string &field)
{
    if (!identity)
        return {};
    if (field == "team")
        return identity->team;
    if (field == "environment")
        return identity->environment;
    if (field == "use_case")
        return identity->useCase;
    if (field == "key")
        return identity->key;
    return lookUp(
        identity->keyMetadata, std::string_view(field).substr(std::string_view("key.metadata.").size()));
}

std::optional<std::string> nonEmpty(const std::string &value)
{
    return value.empty() ? std::nullopt : std::optional(value);
}

// A number, a switch or a short text the request was given; of equal names the first.
std::optional<std::string> parameterField(const RequestFacts &request, std::string_view name)
{
    const auto found = std::find_if(request.parameters.begin(), request.parameters.end(),
        [&](const RequestParameter &parameter) { return parameter.name == name; });
    if (found == request.parameters.end())
        return {};
    return found->value;
}

std::optional<std::string> requestField(const CallFacts &call, const std::string &field)
{
    const RequestFacts &request = *call.request;
    if (field == "model.name")
        return nonEmpty(request.model);
    if (field == "request.stream")
        return request.stream ? "true" : "false";
    if (field == "request.bytes")
        return std::to_string(request.bodyBytes);
    if (field == "request.tools")
        return std::to_string(request.toolNames.size());
    if (field == "request.max_tokens")
        return request.maxTokens ? std::optional(std::to_string(*request.maxTokens)) : std::nullopt;
    if (field.starts_with("request.parameter."))
        return parameterField(
            request, std::string_view(field).substr(std::string_view("request.parameter.").size()));
    if (field.starts_with("request.tool.")) {
        const std::string name = field.substr(std::string_view("request.tool.").size());
        return isOneOf(name, request.toolNames) ? "true" : "false";
    }
    if (field == "user")
        return nonEmpty(request.user);
    return lookUp(
        request.metadata, std::string_view(field).substr(std::string_view("call.metadata.").size()));
}

std::string twoDigits(int number)
{
    return (number < 10 ? "0" : "") + std::to_string(number);
}

// "time.hour", "time.hour.Europe/Berlin": in UTC when no zone stands behind it.
std::optional<std::string> timeField(const CallFacts &call, const std::string &field)
{
    if (!call.now)
        return {};
    const std::size_t dot = field.find('.', std::string_view("time.").size());
    const auto zone = TimeZone::find(dot == std::string::npos ? "UTC" : field.substr(dot + 1));
    if (!zone)
        return {};
    const LocalTime time = zone->at(*call.now);
    const std::string what = field.substr(0, dot);
    if (what == "time.weekday")
        return std::string(weekdayName(time.weekday));
    if (what == "time.hour")
        return std::to_string(time.minuteOfDay / 60);
    return twoDigits(time.minuteOfDay / 60) + ":" + twoDigits(time.minuteOfDay % 60);
}

struct Known {
    const CallFacts &call;
    const std::set<std::string> &failedRules;
    std::span<const Segment> request;
};

std::string_view behind(std::string_view field, std::string_view prefix)
{
    return field.substr(prefix.size());
}

std::optional<std::string> identifiedField(const CallFacts &call, const std::string &field)
{
    if (field.starts_with("claim."))
        return call.claims ? lookUp(*call.claims, behind(field, "claim.")) : std::nullopt;
    if (field.starts_with("header."))
        return call.headers ? call.headers->find(behind(field, "header.")) : std::nullopt;
    return identityField(call.identity, field);
}

std::string hasZone(std::span<const Segment> request, std::string_view zone)
{
    const bool has = std::any_of(request.begin(), request.end(),
        [&](const Segment &segment) { return name(segment.zone) == zone && !segment.text.empty(); });
    return has ? "true" : "false";
}

// The value of a field for this call; nothing when it has none.
std::optional<std::string> valueOf(const std::string &field, const Known &known)
{
    const CallFacts &call = known.call;
    if (const std::string_view rule = ruleNamedBy(field); !rule.empty())
        return known.failedRules.contains(std::string(rule)) ? "true" : "false";
    if (field == "team" || field == "environment" || field == "use_case" || field == "key"
        || field.starts_with("key.metadata.") || field.starts_with("claim.") || field.starts_with("header."))
        return identifiedField(call, field);
    if (field.starts_with("request.zone."))
        return hasZone(known.request, behind(field, "request.zone."));
    if (field == "route")
        return nonEmpty(call.route);
    if (field == "model.provider")
        return nonEmpty(call.provider);
    if (field == "model.upstream")
        return nonEmpty(call.upstreamModel);
    if (field == "source.address")
        return nonEmpty(call.sourceAddress);
    if (field.starts_with("time."))
        return timeField(call, field);
    return requestField(call, field);
}

// The same in every locale.
std::optional<double> numberFrom(const std::string &text)
{
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

// Numbers, or times of day: "22:00" to "06:00" is the night.
bool isBetween(const std::string &value, const std::vector<std::string> &bounds)
{
    const auto number = numberFrom(value), least = numberFrom(bounds[0]), most = numberFrom(bounds[1]);
    if (number && least && most)
        return *number >= *least && *number <= *most;
    const auto time = minuteOfDayFrom(value), from = minuteOfDayFrom(bounds[0]),
               until = minuteOfDayFrom(bounds[1]);
    if (!time || !from || !until)
        return false;
    return *from <= *until ? *time >= *from && *time <= *until : *time >= *from || *time <= *until;
}

bool isUnderAny(const std::string &value, const std::vector<std::string> &networks)
{
    const auto address = IpAddress::parse(value);
    return address && std::any_of(networks.begin(), networks.end(), [&](const std::string &text) {
        const auto network = IpNetwork::parse(text);
        return network && network->contains(*address);
    });
}

bool fieldHolds(const Condition &condition, const std::optional<std::string> &value)
{
    using Operator = Condition::Operator;
    if (condition.op == Operator::Exists)
        return value.has_value() == condition.wantsToExist;
    // A field that is absent is equal to nothing: the negative operators hold, the positive ones don't.
    if (!value)
        return condition.op == Operator::NotEquals || condition.op == Operator::NotIn;
    switch (condition.op) {
    case Operator::Equals:
    case Operator::In:
        return isOneOf(*value, condition.values);
    case Operator::NotEquals:
    case Operator::NotIn:
        return !isOneOf(*value, condition.values);
    case Operator::Matches:
        return matchesAnyGlob(*value, condition.values);
    case Operator::Between:
        return isBetween(*value, condition.values);
    case Operator::Under:
        return isUnderAny(*value, condition.values);
    case Operator::Exists:
        break;
    }
    return false;
}

} // namespace

bool holds(const Condition &condition, const CallFacts &call, const std::set<std::string> &failedRules,
    std::span<const Segment> request)
{
    const auto part = [&](const Condition &inner) { return holds(inner, call, failedRules, request); };
    switch (condition.kind) {
    case Condition::Kind::All:
        return std::all_of(condition.parts.begin(), condition.parts.end(), part);
    case Condition::Kind::Any:
        return std::any_of(condition.parts.begin(), condition.parts.end(), part);
    case Condition::Kind::Not:
        return !part(condition.parts.front());
    case Condition::Kind::Field:
        break;
    }
    return fieldHolds(condition, valueOf(condition.field, {call, failedRules, request}));
}

} // namespace gatehouse
