// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// The keyword "multipleOf" as JSON Schema draft 7 has it: the library judges texts by it and cuts fractions
// off. Include after defining VALIJSON_USE_EXCEPTIONS.

#include "core/checks/json/pattern_constraint.h"

#include <cmath>
#include <limits>

namespace gatehouse {

class MultipleConstraint final : public OwnConstraint<MultipleConstraint> {
public:
    explicit MultipleConstraint(const valijson::adapters::Adapter &divisor)
        : m_whole(divisor.isInteger() ? divisor.getInteger() : 0)
        , m_divisor(divisor.isInteger() ? static_cast<double>(m_whole) : divisor.getDouble())
    {
    }
    bool validate(const valijson::adapters::Adapter &value, const ConstraintContext &context,
        valijson::ValidationResults *results) const override
    {
        if (!value.isNumber())
            return true;
        const bool whole = m_whole != 0 && value.isInteger();
        const bool fits = whole ? value.getInteger() % m_whole == 0 : isMultiple(numberOf(value));
        if (!fits && results)
            results->pushError(context, "is no multiple");
        return fits;
    }

private:
    static double numberOf(const valijson::adapters::Adapter &value)
    {
        return value.isInteger() ? static_cast<double>(value.getInteger()) : value.getDouble();
    }

    // 19.99 is a multiple of 0.01, though a double holds neither.
    [[nodiscard]] bool isMultiple(double value) const
    {
        constexpr double roundings = 4 * std::numeric_limits<double>::epsilon();
        const double times = value / m_divisor;
        return std::abs(times - std::round(times)) <= roundings * std::max(1.0, std::abs(times));
    }

    std::int64_t m_whole; // 0: not whole
    double m_divisor;
};

} // namespace gatehouse
