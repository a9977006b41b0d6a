// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/policy/condition_fields.h"

#include <algorithm>
#include <array>

namespace gatehouse {

namespace {

using Operator = Condition::Operator;

constexpr std::array<ConditionField, 28> fields{{
    {"call.metadata.", FieldType::Any, true},
    {"claim.", FieldType::Any},
    {"environment"},
    {"header.", FieldType::Any, true},
    {"key"},
    {"key.metadata.", FieldType::Any},
    {"model.name"},
    {"model.provider"},
    {"model.upstream"},
    {"request.bytes", FieldType::Number},
    {"request.max_tokens", FieldType::Number},
    {"request.parameter.", FieldType::Any},
    {"request.stream", FieldType::Switch},
    {"request.tool.", FieldType::Switch},
    {"request.tools", FieldType::Number},
    {"request.zone.", FieldType::Switch},
    {"route"},
    {"rule.", FieldType::Switch},
    {"source.address", FieldType::Address},
    {"team"},
    {"time.hour", FieldType::Number},
    {"time.hour.", FieldType::Number},
    {"time.of_day", FieldType::TimeOfDay},
    {"time.of_day.", FieldType::TimeOfDay},
    {"time.weekday", FieldType::Weekday},
    {"time.weekday.", FieldType::Weekday},
    {"use_case"},
    {"user", FieldType::Text, true},
}};

struct NamedOperator {
    std::string_view name;
    Operator op;
};

constexpr std::array<NamedOperator, 8> operators{{
    {"equals", Operator::Equals},
    {"not_equals", Operator::NotEquals},
    {"in", Operator::In},
    {"not_in", Operator::NotIn},
    {"matches", Operator::Matches},
    {"exists", Operator::Exists},
    {"between", Operator::Between},
    {"under", Operator::Under},
}};

constexpr std::string_view ruleHead = "rule.", ruleTail = ".failed";

bool isNamedBy(std::string_view field, std::string_view name)
{
    if (!name.ends_with('.'))
        return field == name;
    if (name == ruleHead)
        return !ruleNamedBy(field).empty();
    return field.size() > name.size() && field.starts_with(name);
}

} // namespace

const ConditionField *findConditionField(std::string_view field)
{
    const auto *const found = std::find_if(fields.begin(), fields.end(),
        [&](const ConditionField &known) { return isNamedBy(field, known.name); });
    return found == fields.end() ? nullptr : found;
}

const std::vector<std::string> &conditionFields()
{
    static const std::vector<std::string> names = [] {
        std::vector<std::string> all;
        for (const ConditionField &field : fields)
            all.emplace_back(field.name);
        return all;
    }();
    return names;
}

bool isUntrustedField(std::string_view field)
{
    const ConditionField *known = findConditionField(field);
    return known && known->isUntrusted;
}

bool mentionsUntrusted(const Condition &condition)
{
    return isUntrustedField(condition.field)
        || std::any_of(condition.parts.begin(), condition.parts.end(), mentionsUntrusted);
}

bool fits(Operator op, FieldType type)
{
    if (op == Operator::Exists || type == FieldType::Any)
        return true;
    switch (op) {
    case Operator::Equals:
    case Operator::NotEquals:
        return true;
    case Operator::In:
    case Operator::NotIn:
        return type != FieldType::Switch;
    case Operator::Matches:
        return type == FieldType::Text || type == FieldType::Address;
    case Operator::Between:
        return type == FieldType::Number || type == FieldType::TimeOfDay;
    case Operator::Under:
        return type == FieldType::Address;
    case Operator::Exists:
        break;
    }
    return true;
}

std::string operatorsFor(FieldType type)
{
    std::string list;
    for (const NamedOperator &known : operators) {
        if (fits(known.op, type))
            list += (list.empty() ? "" : ", ") + std::string(known.name);
    }
    return list;
}

std::string_view operatorName(Operator op)
{
    return std::find_if(operators.begin(), operators.end(), [&](const NamedOperator &known) {
        return known.op == op;
    })->name;
}

std::optional<Operator> operatorFrom(std::string_view name)
{
    const auto *const found = std::find_if(
        operators.begin(), operators.end(), [&](const NamedOperator &known) { return known.name == name; });
    return found == operators.end() ? std::nullopt : std::optional(found->op);
}

std::string_view ruleNamedBy(std::string_view field)
{
    if (field.size() <= ruleHead.size() + ruleTail.size() || !field.starts_with(ruleHead)
        || !field.ends_with(ruleTail))
        return {};
    return field.substr(ruleHead.size(), field.size() - ruleHead.size() - ruleTail.size());
}

} // namespace gatehouse
