// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/parameters.h"

#include <boost/json/value_to.hpp>

namespace gatehouse {

namespace json = boost::json;

CheckParameters::CheckParameters(json::object values, CheckEnvironment environment)
    : m_values(std::move(values))
    , m_environment(std::move(environment))
{
}

bool CheckParameters::has(std::string_view field) const
{
    return m_values.contains(field);
}

std::string CheckParameters::text(std::string_view field, std::string_view otherwise) const
{
    const json::value *value = m_values.if_contains(field);
    if (!value || !value->is_string())
        return std::string(otherwise);
    return json::value_to<std::string>(*value);
}

double CheckParameters::number(std::string_view field, double otherwise) const
{
    const json::value *value = m_values.if_contains(field);
    if (!value || !value->is_number())
        return otherwise;
    return value->to_number<double>();
}

bool CheckParameters::flag(std::string_view field, bool otherwise) const
{
    const json::value *value = m_values.if_contains(field);
    return value && value->is_bool() ? value->get_bool() : otherwise;
}

std::vector<std::string> CheckParameters::texts(std::string_view field) const
{
    std::vector<std::string> out;
    const json::value *value = m_values.if_contains(field);
    if (!value || !value->is_array())
        return out;
    for (const json::value &item : value->get_array()) {
        if (item.is_string())
            out.push_back(json::value_to<std::string>(item));
    }
    return out;
}

} // namespace gatehouse
