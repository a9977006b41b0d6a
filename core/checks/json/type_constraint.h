// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// The keyword "type" as JSON Schema draft 7 has it, where an integer is any number without a fraction: the
// library wants one written without a point. Include after defining VALIJSON_USE_EXCEPTIONS.

#include "core/checks/json/pattern_constraint.h"

#include <cmath>

namespace gatehouse {

// A list of names of types, one of which must hold.
class TypeConstraint final : public OwnConstraint<TypeConstraint> {
public:
    explicit TypeConstraint(const valijson::adapters::Adapter &names)
    {
        names.applyToArray([&](const valijson::adapters::Adapter &name) {
            m_names.push_back(name.asString());
            return true;
        });
    }
    bool validate(const valijson::adapters::Adapter &value, const ConstraintContext &context,
        valijson::ValidationResults *results) const override
    {
        const bool fits = std::any_of(
            m_names.begin(), m_names.end(), [&](const std::string &name) { return isOfType(value, name); });
        if (!fits && results)
            results->pushError(context, "has another type");
        return fits;
    }

private:
    static bool isOfType(const valijson::adapters::Adapter &value, const std::string &name)
    {
        if (name == "integer")
            return value.isInteger()
                || (value.isDouble() && std::trunc(value.getDouble()) == value.getDouble());
        return (name == "number" && value.isNumber()) || (name == "string" && value.isString())
            || (name == "boolean" && value.isBool()) || (name == "array" && value.isArray())
            || (name == "object" && value.isObject()) || (name == "null" && value.isNull());
    }

    std::vector<std::string> m_names;
};

} // namespace gatehouse
