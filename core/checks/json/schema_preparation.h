// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Makes a policy author's JSON Schema safe to run on texts of strangers.

#include "core/base/error.h"

#include <boost/json/value.hpp>
#include <string_view>

namespace gatehouse {

// The validator's own expressions can take exponential time and its uniqueItems quadratic time, so these
// keywords stand under names of ours, for constraints that stay linear.
constexpr std::string_view patternKeyword = "gatehouse-pattern";
constexpr std::string_view uniqueKeyword = "gatehouse-unique";
// Wants a list of names. See core/checks/json/type_constraint.h.
constexpr std::string_view typeKeyword = "gatehouse-type";
// Wants a number above 0. See core/checks/json/multiple_constraint.h.
constexpr std::string_view multipleKeyword = "gatehouse-multiple";
// In every schema object: counts the steps a validation takes.
constexpr std::string_view stepKeyword = "gatehouse-step";

// Draft 7. Refused, with the pointer in `where`: patternProperties, formats it does not know, references
// outside the document, and schemas that lead back to themselves without going deeper into the value.
[[nodiscard]] Result<boost::json::value> prepareSchema(const boost::json::value &schema);

} // namespace gatehouse
