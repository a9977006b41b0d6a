// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// Else the library ends the program at a schema it can't take.
#define VALIJSON_USE_EXCEPTIONS 1

#include "core/policy/schema_validation.h"

#include "core/checks/json/pattern_constraint.h"
#include "core/checks/json/schema_preparation.h"
#include "core/message/strict_json.h"

#include <algorithm>
#include <boost/json/serialize.hpp>
#include <numeric>
#include <valijson/adapters/boost_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

namespace gatehouse {

namespace json = boost::json;

namespace {

const json::value *member(const json::value &value, std::string_view key)
{
    return value.is_object() ? value.get_object().if_contains(key) : nullptr;
}

std::vector<std::string> keysOf(const json::object &object)
{
    std::vector<std::string> keys;
    for (const auto &item : object)
        keys.emplace_back(item.key());
    return keys;
}

Error unknownField(std::string_view key, const std::string &pointer, const json::object &known)
{
    const std::string near = nearestName(key, keysOf(known));
    return {ErrorKind::InvalidInput, "unknown field", pointer + pointerStep(key),
        near.empty() ? "remove it" : "did you mean \"" + near + "\"?"};
}

// The validator reports an unknown field without saying which names are known, so these are found beside it.
void findUnknownFields(const json::value &schema, const json::value &document, const std::string &pointer,
    std::vector<Error> &errors)
{
    const json::value *properties = member(schema, "properties");
    const json::value *closed = member(schema, "additionalProperties");
    if (properties && document.is_object()) {
        for (const auto &field : document.get_object()) {
            const json::value *known = properties->get_object().if_contains(field.key());
            if (known)
                findUnknownFields(*known, field.value(), pointer + pointerStep(field.key()), errors);
            else if (closed && closed->is_bool() && !closed->get_bool())
                errors.push_back(unknownField(field.key(), pointer, properties->get_object()));
        }
    }
    const json::value *items = member(schema, "items");
    if (!items || !document.is_array())
        return;
    for (std::size_t i = 0; i < document.get_array().size(); ++i)
        findUnknownFields(*items, document.get_array()[i], pointer + "/" + std::to_string(i), errors);
}

// A step of the validator's context without its brackets and quotes.
std::string keyOf(const std::string &step)
{
    std::string key = step.substr(1, step.size() - 2);
    return key.size() >= 2 && key.front() == '"' ? key.substr(1, key.size() - 2) : key;
}

// The validator's context is a list such as "<root>", "[\"rules\"]", "[0]".
std::string pointerOf(const std::vector<std::string> &context)
{
    std::string out;
    for (const std::string &step : context) {
        if (step.size() < 2 || step.front() != '[')
            continue;
        out += pointerStep(keyOf(step));
    }
    return out;
}

bool isAboutUnknownField(const std::string &description)
{
    return description.find("additionalProperties") != std::string::npos;
}

// Each failure is reported again by every level above it; the deepest says what is wrong.
bool repeatsDeeper(const std::string &description)
{
    return description.starts_with("Failed to validate against schema associated with property")
        || description.starts_with("Failed to validate item");
}

// The part of the schema that describes what stands at a pointer below the document's root.
const json::value *schemaFor(const json::value &schema, const std::vector<std::string> &context)
{
    const json::value *at = &schema;
    for (const std::string &step : context) {
        if (step.size() < 2 || step.front() != '[')
            continue;
        const json::value *properties = member(*at, "properties");
        const json::value *inner = properties ? member(*properties, keyOf(step)) : member(*at, "items");
        if (!inner)
            return nullptr;
        at = inner;
    }
    return at;
}

std::string knownValues(const json::value *schema)
{
    const json::value *values = schema ? member(*schema, "enum") : nullptr;
    std::string text;
    for (const json::value &value : values && values->is_array() ? values->get_array() : json::array())
        text += (text.empty() ? "known: " : ", ")
            + (value.is_string() ? std::string(value.get_string()) : json::serialize(value));
    return text;
}

// The validator's sentences are about its own steps; these are about the document.
std::string inOurWords(const std::string &description, const json::value *schema)
{
    const json::value *pattern = schema ? member(*schema, "pattern") : nullptr;
    if (description.find("enum values") != std::string::npos)
        return "not one of the known values";
    if (pattern && description.find("pattern") != std::string::npos)
        return "does not have the form " + std::string(pattern->as_string());
    return description;
}

// The schema with its expressions under a keyword of ours. A property may have that name, too.
json::value withOwnPatterns(const json::value &schema)
{
    if (schema.is_array()) {
        json::array out;
        for (const json::value &item : schema.get_array())
            out.push_back(withOwnPatterns(item));
        return out;
    }
    if (!schema.is_object())
        return schema;
    json::object out;
    for (const auto &item : schema.get_object()) {
        if (item.key() == "pattern" && item.value().is_string())
            out[patternKeyword] = json::array{item.value()};
        else
            out[item.key()] = withOwnPatterns(item.value());
    }
    return out;
}

} // namespace

std::string nearestName(std::string_view word, const std::vector<std::string> &candidates)
{
    const auto distance = [&](const std::string &other) {
        std::vector<std::size_t> row(other.size() + 1);
        std::iota(row.begin(), row.end(), 0U);
        for (std::size_t i = 1; i <= word.size(); ++i) {
            std::size_t diagonal = row[0];
            row[0] = i;
            for (std::size_t j = 1; j <= other.size(); ++j) {
                const std::size_t above = row[j];
                row[j]
                    = std::min({above + 1, row[j - 1] + 1, diagonal + (word[i - 1] == other[j - 1] ? 0 : 1)});
                diagonal = above;
            }
        }
        return row.back();
    };
    std::string best;
    std::size_t bestDistance = std::max<std::size_t>(2, word.size() / 3) + 1;
    constexpr std::size_t longestName = 200; // what is longer was not mistyped
    if (word.size() > longestName)
        return {};
    for (const std::string &candidate : candidates) {
        const std::size_t d = distance(candidate);
        if (d < bestDistance) {
            best = candidate;
            bestDistance = d;
        }
    }
    return best;
}

std::vector<Error> validateAgainst(
    const json::value &schema, const json::value &document, const std::string &pointer)
{
    std::vector<Error> errors;
    findUnknownFields(schema, document, pointer, errors);

    valijson::Schema compiled;
    valijson::SchemaParser parser(valijson::SchemaParser::kDraft7);
    parser.addConstraintBuilder(std::string(patternKeyword), new BuilderOf<PatternConstraint>());
    const json::value prepared = withOwnPatterns(schema);
    parser.populateSchema(valijson::adapters::BoostJsonAdapter(prepared), compiled);
    valijson::ValidationResults results;
    valijson::Validator validator(valijson::Validator::kStrongTypes);
    validator.validate(compiled, valijson::adapters::BoostJsonAdapter(document), &results);
    valijson::ValidationResults::Error problem;
    while (results.popError(problem)) {
        if (isAboutUnknownField(problem.description) || repeatsDeeper(problem.description))
            continue;
        const json::value *part = schemaFor(schema, problem.context);
        errors.push_back({ErrorKind::InvalidInput, inOurWords(problem.description, part),
            pointer + pointerOf(problem.context), knownValues(part)});
    }
    return errors;
}

} // namespace gatehouse
