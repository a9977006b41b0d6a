// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/policy/condition_reader.h"

#include "core/base/ip_network.h"
#include "core/base/local_time.h"
#include "core/message/strict_json.h"
#include "core/policy/schema_validation.h"

#include <algorithm>
#include <boost/json/serialize.hpp>
#include <boost/json/value_to.hpp>
#include <optional>

namespace gatehouse {

namespace json = boost::json;

namespace {

constexpr int deepest = 16;

const std::vector<std::string> &operatorNames()
{
    static const std::vector<std::string> names{
        "equals", "not_equals", "in", "not_in", "matches", "exists", "between", "under"};
    return names;
}

std::optional<Condition::Operator> operatorFrom(std::string_view word)
{
    using Operator = Condition::Operator;
    static constexpr Operator values[] = {Operator::Equals, Operator::NotEquals, Operator::In,
        Operator::NotIn, Operator::Matches, Operator::Exists, Operator::Between, Operator::Under};
    const auto found = std::find(operatorNames().begin(), operatorNames().end(), word);
    if (found == operatorNames().end())
        return {};
    return values[found - operatorNames().begin()];
}

void report(std::vector<Error> &errors, std::string what, std::string where, std::string advice = {})
{
    errors.push_back({ErrorKind::InvalidInput, std::move(what), std::move(where), std::move(advice)});
}

bool isKnownField(const std::string &field)
{
    const auto &known = conditionFields();
    return std::any_of(known.begin(), known.end(), [&](const std::string &name) {
        if (!name.ends_with('.'))
            return field == name;
        return field.size() > name.size() && field.starts_with(name)
            && (name != "rule." || field.ends_with(".failed"));
    });
}

std::string textOf(const json::value &value)
{
    return value.is_string() ? json::value_to<std::string>(value) : json::serialize(value);
}

void checkNetworks(
    const std::vector<std::string> &values, const std::string &pointer, std::vector<Error> &errors)
{
    for (const std::string &value : values) {
        if (const auto network = IpNetwork::parse(value); !network)
            report(errors, network.error().what + ": " + value, pointer, network.error().advice);
    }
}

// A field of time may name a zone: one this machine must know.
void checkZone(const std::string &field, const std::string &pointer, std::vector<Error> &errors)
{
    const std::size_t dot
        = field.starts_with("time.") ? field.find('.', std::string_view("time.").size()) : std::string::npos;
    if (dot == std::string::npos)
        return;
    if (const auto zone = TimeZone::find(field.substr(dot + 1)); !zone)
        report(errors, zone.error().what + ": " + zone.error().where, pointer, zone.error().advice);
}

void readOperand(
    Condition &condition, const json::value &operand, const std::string &pointer, std::vector<Error> &errors)
{
    using Operator = Condition::Operator;
    if (condition.op == Operator::Exists) {
        if (!operand.is_bool())
            return report(errors, "exists takes true or false", pointer);
        condition.wantsToExist = operand.get_bool();
        return;
    }
    const bool wantsList = condition.op == Operator::In || condition.op == Operator::NotIn
        || condition.op == Operator::Between;
    if (operand.is_array()) {
        for (const json::value &item : operand.get_array())
            condition.values.push_back(textOf(item));
    } else if (!wantsList && !operand.is_object()) {
        condition.values.push_back(textOf(operand));
    }
    if (condition.values.empty())
        report(errors, wantsList ? "a list of values is required" : "a value is required", pointer);
    else if (condition.op == Operator::Between && condition.values.size() != 2)
        report(errors, "between takes two numbers or two times of day", pointer);
    else if (condition.op == Operator::Under)
        checkNetworks(condition.values, pointer, errors);
}

void readField(
    Condition &condition, const json::object &object, const std::string &pointer, std::vector<Error> &errors)
{
    condition.kind = Condition::Kind::Field;
    condition.field = textOf(object.at("field"));
    if (!isKnownField(condition.field)) {
        const std::string near = nearestName(condition.field, conditionFields());
        report(errors, "unknown field \"" + condition.field + "\"", pointer + "/field",
            near.empty() ? "" : "did you mean \"" + near + "\"?");
    } else {
        checkZone(condition.field, pointer + "/field", errors);
    }
    bool found = false;
    for (const auto &member : object) {
        if (member.key() == "field")
            continue;
        const auto op = operatorFrom(member.key());
        const std::string at = pointer + pointerStep(member.key());
        if (!op || found) {
            report(errors, op ? "one operator a field" : "unknown operator", at,
                op ? "" : "known: equals, not_equals, in, not_in, matches, exists, between, under");
            continue;
        }
        found = true;
        condition.op = *op;
        readOperand(condition, member.value(), at, errors);
    }
    if (!found)
        report(errors, "an operator is missing", pointer, "for example \"equals\"");
}

void readParts(Condition &condition, const json::value &parts, const std::string &pointer,
    std::vector<Error> &errors, int depth)
{
    if (condition.kind == Condition::Kind::Not) {
        condition.parts.push_back(readCondition(parts, pointer, errors, depth + 1));
        return;
    }
    if (!parts.is_array() || parts.get_array().empty())
        return report(errors, "a list of conditions is required", pointer);
    for (std::size_t i = 0; i < parts.get_array().size(); ++i)
        condition.parts.push_back(
            readCondition(parts.get_array()[i], pointer + "/" + std::to_string(i), errors, depth + 1));
}

} // namespace

Condition readCondition(
    const json::value &value, const std::string &pointer, std::vector<Error> &errors, int depth)
{
    Condition condition;
    if (depth > deepest) {
        report(errors, "conditions are nested deeper than 16 levels", pointer);
        return condition;
    }
    if (!value.is_object() || value.get_object().empty()) {
        report(errors, "a condition is an object with all, any, not or field", pointer);
        return condition;
    }
    const json::object &object = value.get_object();
    if (object.contains("field")) {
        readField(condition, object, pointer, errors);
        return condition;
    }
    const auto &[key, parts] = std::pair(object.begin()->key(), object.begin()->value());
    if (object.size() != 1 || (key != "all" && key != "any" && key != "not")) {
        report(errors, "a condition is one of all, any, not or field", pointer);
        return condition;
    }
    condition.kind = key == "all" ? Condition::Kind::All
        : key == "any"            ? Condition::Kind::Any
                                  : Condition::Kind::Not;
    readParts(condition, parts, pointer + pointerStep(key), errors, depth);
    return condition;
}

} // namespace gatehouse
