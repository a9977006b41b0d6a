// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Which fields a condition may name, of what type each is, and which of them the caller sets.

#include "core/policy/condition.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gatehouse {

enum class FieldType { Text, Number, Switch, Address, TimeOfDay, Weekday, Any };

struct ConditionField {
    std::string_view name; // one that ends in '.' takes a free name behind it
    FieldType type = FieldType::Text;
    bool isUntrusted = false; // set by the caller, who could as well leave it out
};

// Null: there is no such field.
[[nodiscard]] const ConditionField *findConditionField(std::string_view field);
// The names of all, in alphabetical order.
[[nodiscard]] const std::vector<std::string> &conditionFields();
[[nodiscard]] bool isUntrustedField(std::string_view field);
[[nodiscard]] bool mentionsUntrusted(const Condition &condition);

[[nodiscard]] bool fits(Condition::Operator op, FieldType type);
// As in "equals, in, exists": what fits the type.
[[nodiscard]] std::string operatorsFor(FieldType type);
[[nodiscard]] std::string_view operatorName(Condition::Operator op);
[[nodiscard]] std::optional<Condition::Operator> operatorFrom(std::string_view name);

// The id in "rule.ID.failed"; "" for another field.
[[nodiscard]] std::string_view ruleNamedBy(std::string_view field);

} // namespace gatehouse
