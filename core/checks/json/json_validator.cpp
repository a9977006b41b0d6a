// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// Else the library ends the program at a schema it can't take.
#define VALIJSON_USE_EXCEPTIONS 1

#include "core/checks/json/json_validator.h"

#include "core/checks/json/multiple_constraint.h"
#include "core/checks/json/pattern_constraint.h"
#include "core/checks/json/schema_preparation.h"
#include "core/checks/json/type_constraint.h"
#include "core/checks/json/whole_numbers.h"

#include <array>
#include <charconv>
#include <cmath>
#include <set>
#include <valijson/adapters/boost_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>
#include <vector>

namespace gatehouse {

namespace json = boost::json;

namespace {

using valijson::adapters::Adapter;
using Context = ConstraintContext;

constexpr std::size_t mostSteps = 250'000;

struct StepsExceeded { };

// Steps of the validation that runs on this thread.
thread_local std::size_t stepsLeft = 0;

class StepConstraint final : public OwnConstraint<StepConstraint> {
public:
    explicit StepConstraint(const Adapter &) { }
    bool validate(const Adapter &, const Context &, valijson::ValidationResults *) const override
    {
        if (stepsLeft == 0)
            throw StepsExceeded();
        --stepsLeft;
        return true;
    }
};

// A value in one spelling: numbers by their value, members in order.
std::string spelling(const Adapter &value)
{
    if (value.isString())
        return '"' + std::to_string(value.asString().size()) + ':' + value.asString();
    if (value.isNumber()) {
        if (value.isInteger())
            return std::to_string(value.getInteger());
        constexpr double exact = 9007199254740992.0; // 2^53
        const double number = value.getDouble();
        if (std::trunc(number) == number && std::abs(number) <= exact)
            return std::to_string(static_cast<std::int64_t>(number));
        std::array<char, 40> buffer{};
        const auto written = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number);
        return {buffer.data(), written.ptr};
    }
    std::string out;
    if (value.isArray()) {
        value.applyToArray([&](const Adapter &item) {
            out += ',' + spelling(item);
            return true;
        });
        return '[' + out + ']';
    }
    if (value.isObject()) {
        std::set<std::string> members;
        value.applyToObject([&](const std::string &key, const Adapter &member) {
            members.insert(std::to_string(key.size()) + ':' + key + spelling(member));
            return true;
        });
        for (const std::string &member : members)
            out += ',' + member;
        return '{' + out + '}';
    }
    return value.isNull() ? "null" : value.asBool() ? "true" : "false";
}

class UniqueConstraint final : public OwnConstraint<UniqueConstraint> {
public:
    explicit UniqueConstraint(const Adapter &) { }
    bool validate(const Adapter &value, const Context &, valijson::ValidationResults *) const override
    {
        if (!value.isArray())
            return true;
        std::set<std::string> seen;
        return value.applyToArray([&](const Adapter &item) { return seen.insert(spelling(item)).second; });
    }
};

} // namespace

struct JsonValidator::State {
    valijson::Schema schema;
};

JsonValidator::JsonValidator(std::unique_ptr<State> state)
    : m_state(std::move(state))
{
}

JsonValidator::JsonValidator(JsonValidator &&other) noexcept = default;
JsonValidator::~JsonValidator() = default;

Result<JsonValidator> JsonValidator::compile(const json::value &schema)
{
    const auto prepared = prepareSchema(schema);
    if (!prepared)
        return tl::unexpected(prepared.error());
    auto state = std::make_unique<State>();
    try {
        valijson::SchemaParser parser(valijson::SchemaParser::kDraft7);
        parser.addConstraintBuilder(std::string(stepKeyword), new BuilderOf<StepConstraint>());
        parser.addConstraintBuilder(std::string(patternKeyword), new BuilderOf<PatternConstraint>());
        parser.addConstraintBuilder(std::string(multipleKeyword), new BuilderOf<MultipleConstraint>());
        parser.addConstraintBuilder(std::string(typeKeyword), new BuilderOf<TypeConstraint>());
        parser.addConstraintBuilder(std::string(uniqueKeyword), new BuilderOf<UniqueConstraint>());
        parser.populateSchema(valijson::adapters::BoostJsonAdapter(*prepared), state->schema);
    } catch (const std::exception &problem) {
        return fail(ErrorKind::InvalidInput, problem.what());
    }
    return JsonValidator(std::move(state));
}

Result<bool> JsonValidator::accepts(json::value value) const
{
    spellNumbersAlike(value);
    stepsLeft = mostSteps;
    try {
        valijson::Validator validator(valijson::Validator::kStrongTypes);
        return validator.validate(m_state->schema, valijson::adapters::BoostJsonAdapter(value), nullptr);
    } catch (const StepsExceeded &) {
        return fail(ErrorKind::LimitExceeded, "the value takes too many steps to validate");
    } catch (const std::exception &problem) {
        return fail(ErrorKind::Internal, problem.what());
    }
}

} // namespace gatehouse
