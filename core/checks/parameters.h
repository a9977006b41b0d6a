// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// A check's parameters: the "check" object of a rule, already valid against the check's schema.

#include "core/checks/check_environment.h"

#include <boost/json/object.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gatehouse {

class CheckParameters {
public:
    explicit CheckParameters(boost::json::object values, CheckEnvironment environment = {});

    [[nodiscard]] bool has(std::string_view field) const;
    [[nodiscard]] std::string text(std::string_view field, std::string_view otherwise = {}) const;
    [[nodiscard]] double number(std::string_view field, double otherwise) const;
    [[nodiscard]] bool flag(std::string_view field, bool otherwise) const;
    [[nodiscard]] std::vector<std::string> texts(std::string_view field) const;
    [[nodiscard]] const boost::json::object &object() const { return m_values; }
    // What comes from outside the document.
    [[nodiscard]] const CheckEnvironment &environment() const { return m_environment; }

private:
    boost::json::object m_values;
    CheckEnvironment m_environment;
};

} // namespace gatehouse
