// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/policy/condition_reader.h"

#include "core/base/ip_network.h"
#include "core/base/local_time.h"
#include "core/message/strict_json.h"
#include "core/policy/condition_fields.h"
#include "core/policy/schema_validation.h"
#include "core/policy/verdict.h"

#include <algorithm>
#include <boost/json/serialize.hpp>
#include <boost/json/value_to.hpp>
#include <charconv>
#include <optional>

namespace gatehouse {

namespace json = boost::json;

namespace {

constexpr int deepest = 16;

void report(std::vector<Error> &errors, std::string what, std::string where, std::string advice = {})
{
    errors.push_back({ErrorKind::InvalidInput, std::move(what), std::move(where), std::move(advice)});
}

// As a condition compares it: the same in every locale.
bool isNumber(const std::string &text)
{
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size();
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

// A header is asked for by name, and never one that may hold a secret: what a condition compares ends up in
// documents, verdicts and their tests.
void checkHeader(const std::string &field, const std::string &pointer, std::vector<Error> &errors)
{
    constexpr std::string_view prefix = "header.";
    if (!field.starts_with(prefix))
        return;
    const std::string name = field.substr(prefix.size());
    if (!isHeaderName(name))
        report(errors, "\"" + name + "\" is no name of a header", pointer);
    else if (mayHoldSecret(name))
        report(errors, "the header " + name + " may hold a secret, which no condition reads", pointer,
            "let callers send what the rule needs to know in a header of its own, such as x-team");
}

void checkTrustZone(const std::string &field, const std::string &pointer, std::vector<Error> &errors)
{
    constexpr std::string_view prefix = "request.zone.";
    if (field.starts_with(prefix) && !fromName<TrustZone>(field.substr(prefix.size())))
        report(errors, "unknown trust zone \"" + field.substr(prefix.size()) + '"', pointer,
            "known: system, user, tool, document, assistant, tool_call, tool_definition");
}

bool isPlain(const json::value &value)
{
    return value.is_string() || value.is_number() || value.is_bool();
}

bool takesList(Condition::Operator op)
{
    return op == Condition::Operator::In || op == Condition::Operator::NotIn
        || op == Condition::Operator::Between;
}

bool takesEither(Condition::Operator op)
{
    return op == Condition::Operator::Matches || op == Condition::Operator::Under;
}

// False: reported.
bool readValues(
    Condition &condition, const json::value &operand, const std::string &pointer, std::vector<Error> &errors)
{
    const bool list = operand.is_array();
    const bool wellFormed = list
        ? (takesList(condition.op) || takesEither(condition.op)) && !operand.get_array().empty()
            && std::all_of(operand.get_array().begin(), operand.get_array().end(), isPlain)
        : !takesList(condition.op) && isPlain(operand);
    if (!wellFormed) {
        report(errors, takesList(condition.op) ? "a list of values is required" : "a value is required",
            pointer, "values are texts, numbers, true and false");
        return false;
    }
    if (!list)
        condition.values.push_back(textOf(operand));
    for (const json::value &item : list ? operand.get_array() : json::array())
        condition.values.push_back(textOf(item));
    return true;
}

// What is wrong with a value for a field of this type; "" when nothing is.
std::string problemOf(const std::string &value, FieldType type)
{
    switch (type) {
    case FieldType::Number:
        return isNumber(value) ? "" : "this field is a number";
    case FieldType::Switch:
        return value == "true" || value == "false" ? "" : "this field is true or false";
    case FieldType::TimeOfDay:
        return minuteOfDayFrom(value) ? "" : "this field is a time of day, as 08:30";
    case FieldType::Weekday:
        return weekdayFrom(value) ? "" : "this field is one of mon, tue, wed, thu, fri, sat, sun";
    default:
        return {};
    }
}

void checkValues(
    const Condition &condition, FieldType type, const std::string &pointer, std::vector<Error> &errors)
{
    const auto &values = condition.values;
    if (condition.op == Condition::Operator::Under)
        return checkNetworks(values, pointer, errors);
    if (condition.op == Condition::Operator::Between) {
        const auto isTime = [](const std::string &value) { return minuteOfDayFrom(value).has_value(); };
        if (values.size() != 2
            || !(std::all_of(values.begin(), values.end(), isNumber)
                || std::all_of(values.begin(), values.end(), isTime)))
            return report(errors, "between takes two numbers or two times of day", pointer);
    }
    for (const std::string &value : values) {
        if (const std::string problem = problemOf(value, type); !problem.empty())
            return report(errors, problem + ", never \"" + value + '"', pointer);
    }
}

void readOperand(Condition &condition, FieldType type, const json::value &operand, const std::string &pointer,
    std::vector<Error> &errors)
{
    if (!fits(condition.op, type))
        return report(errors,
            std::string(operatorName(condition.op)) + " does not fit the field " + condition.field, pointer,
            "what fits: " + operatorsFor(type));
    if (condition.op == Condition::Operator::Exists) {
        if (!operand.is_bool())
            return report(errors, "exists takes true or false", pointer);
        condition.wantsToExist = operand.get_bool();
    } else if (readValues(condition, operand, pointer, errors)) {
        checkValues(condition, type, pointer, errors);
    }
}

FieldType readFieldName(
    Condition &condition, const json::value &name, const std::string &pointer, std::vector<Error> &errors)
{
    condition.field = textOf(name);
    const ConditionField *known = findConditionField(condition.field);
    if (!known) {
        const std::string near = nearestName(condition.field, conditionFields());
        report(errors, "unknown field \"" + condition.field + "\"", pointer,
            near.empty() ? "" : "did you mean \"" + near + "\"?");
        return FieldType::Any;
    }
    checkZone(condition.field, pointer, errors);
    checkHeader(condition.field, pointer, errors);
    checkTrustZone(condition.field, pointer, errors);
    return known->type;
}

void readField(
    Condition &condition, const json::object &object, const std::string &pointer, std::vector<Error> &errors)
{
    condition.kind = Condition::Kind::Field;
    const FieldType type = readFieldName(condition, object.at("field"), pointer + "/field", errors);
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
        readOperand(condition, type, member.value(), at, errors);
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
