// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Expressions of JSON Schemas, judged by RE2: the library's own engine takes a step of the stack for each
// byte of the text and any time for it. Include after defining VALIJSON_USE_EXCEPTIONS.

#include <algorithm>
#include <memory>
#include <re2/re2.h>
#include <stdexcept>
#include <string>
#include <valijson/constraint_builder.hpp>
#include <valijson/constraints/concrete_constraints.hpp>
#include <valijson/validation_results.hpp>
#include <vector>

namespace gatehouse {

using ConstraintContext = std::vector<std::string>;

// What the library wants to know of a constraint, once for all of ours.
template <class Own>
class OwnConstraint : public valijson::constraints::PolyConstraint {
private:
    valijson::constraints::Constraint *cloneInto(void *place) const override
    {
        return new (place) Own(static_cast<const Own &>(*this));
    }
    std::size_t sizeOf() const override { return sizeof(Own); }
};

template <class Own>
class BuilderOf final : public valijson::ConstraintBuilder {
public:
    valijson::constraints::Constraint *make(const valijson::adapters::Adapter &value) const override
    {
        return new Own(value);
    }
};

// A list of expressions that must all be found in a text; what is no text passes.
class PatternConstraint final : public OwnConstraint<PatternConstraint> {
public:
    explicit PatternConstraint(const valijson::adapters::Adapter &expressions)
    {
        expressions.applyToArray([&](const valijson::adapters::Adapter &expression) {
            auto compiled = std::make_shared<const re2::RE2>(expression.asString(), re2::RE2::Quiet);
            if (!compiled->ok())
                throw std::runtime_error("the expression is not valid: " + compiled->error());
            m_expressions.push_back(std::move(compiled));
            return true;
        });
    }
    bool validate(const valijson::adapters::Adapter &value, const ConstraintContext &context,
        valijson::ValidationResults *results) const override
    {
        if (!value.isString())
            return true;
        const std::string text = value.asString();
        const bool fits = std::all_of(m_expressions.begin(), m_expressions.end(),
            [&](const auto &expression) { return re2::RE2::PartialMatch(text, *expression); });
        if (!fits && results)
            results->pushError(context, "does not fit the pattern");
        return fits;
    }

private:
    std::vector<std::shared_ptr<const re2::RE2>> m_expressions;
};

} // namespace gatehouse
