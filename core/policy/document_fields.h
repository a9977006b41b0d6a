// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Reads single fields of a policy document that already fits its schema.

#include "core/policy/verdict.h"

#include <boost/json.hpp>
#include <string>
#include <string_view>

namespace gatehouse {

[[nodiscard]] inline std::string textAt(
    const boost::json::object &object, std::string_view key, std::string_view otherwise = {})
{
    const boost::json::value *value = object.if_contains(key);
    return value && value->is_string() ? boost::json::value_to<std::string>(*value) : std::string(otherwise);
}

template <class Enum>
[[nodiscard]] Enum wordAt(const boost::json::object &object, std::string_view key, Enum otherwise)
{
    return fromName<Enum>(textAt(object, key)).value_or(otherwise);
}

} // namespace gatehouse
