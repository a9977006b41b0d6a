// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/json/schema_preparation.h"

#include "core/checks/json/whole_numbers.h"
#include "core/message/strict_json.h"

#include <algorithm>
#include <array>
#include <boost/json/value_to.hpp>
#include <map>
#include <optional>
#include <vector>

namespace gatehouse {

namespace json = boost::json;

namespace {

constexpr std::array<std::string_view, 4> schemaMaps{"properties", "definitions", "$defs", "dependencies"};
constexpr std::array<std::string_view, 3> schemaLists{"allOf", "anyOf", "oneOf"};
constexpr std::array<std::string_view, 4> sameValue{"not", "if", "then", "else"};
constexpr std::array<std::string_view, 5> innerValue{
    "items", "additionalItems", "additionalProperties", "contains", "propertyNames"};

template <std::size_t N>
bool isOneOf(std::string_view word, const std::array<std::string_view, N> &words)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

struct Format {
    std::string_view name, expression;
};
// Dates and times: RFC 3339, 5.6. The others are loose: their form, not whether they exist.
constexpr std::array<Format, 8> formats{{
    {"date", "^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$"},
    {"time", "^([01]\\d|2[0-3]):[0-5]\\d:([0-5]\\d|60)(\\.\\d+)?([Zz]|[+-]([01]\\d|2[0-3]):[0-5]\\d)$"},
    {"date-time",
        "^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])[Tt]([01]\\d|2[0-3]):[0-5]\\d:([0-5]\\d|60)(\\.\\d+)?"
        "([Zz]|[+-]([01]\\d|2[0-3]):[0-5]\\d)$"},
    {"email", "^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$"},
    {"ipv4", "^((25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}(25[0-5]|2[0-4]\\d|1?\\d?\\d)$"},
    {"ipv6", "^[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*$"},
    {"uri", "^[A-Za-z][A-Za-z0-9+.-]*:[^\\s<>\"]*$"},
    {"uuid", "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$"},
}};

// Copies a schema with what stands in place of keywords that can't be had.
class Rewriter {
public:
    json::value rewritten(const json::value &schema, const std::string &pointer)
    {
        if (!schema.is_object())
            return schema; // true and false
        json::object out;
        out[stepKeyword] = true;
        json::array expressions;
        for (const auto &member : schema.get_object())
            take(member.key(), member.value(), pointer + pointerStep(member.key()), out, expressions);
        if (!expressions.empty())
            out[patternKeyword] = std::move(expressions);
        return out;
    }

    [[nodiscard]] const std::optional<Error> &problem() const { return m_problem; }

private:
    void refuse(std::string what, const std::string &pointer, std::string advice = {})
    {
        if (!m_problem)
            m_problem = Error{ErrorKind::InvalidInput, std::move(what), pointer, std::move(advice)};
    }

    void take(std::string_view key, const json::value &value, const std::string &pointer, json::object &out,
        json::array &expressions)
    {
        if (isOneOf(key, schemaMaps) && value.is_object())
            out[key] = rewrittenMap(value.get_object(), pointer);
        else if (value.is_array() && (isOneOf(key, schemaLists) || key == "items"))
            out[key] = rewrittenList(value.get_array(), pointer);
        else if (isOneOf(key, sameValue) || isOneOf(key, innerValue))
            out[key] = rewritten(value, pointer);
        else if (key == "pattern")
            value.is_string() ? expressions.push_back(value) : refuse("must be an expression", pointer);
        else if (key == "format")
            takeFormat(value, pointer, expressions);
        else if (key == "patternProperties")
            refuse("patternProperties is not available", pointer, "use propertyNames with a pattern");
        else if (key == "uniqueItems")
            takeUnique(value, pointer, out);
        else if (key == "type")
            takeType(value, pointer, out);
        else if (key == "multipleOf")
            value.is_number() && value.to_number<double>() > 0 ? void(out[multipleKeyword] = value)
                                                               : refuse("must be a number above 0", pointer);
        else
            out[key] = value;
    }

    void takeFormat(const json::value &value, const std::string &pointer, json::array &expressions)
    {
        const auto found = std::find_if(formats.begin(), formats.end(),
            [&](const Format &format) { return value.is_string() && value.get_string() == format.name; });
        if (found == formats.end())
            return refuse("this format is not known", pointer,
                "known: date, time, date-time, email, ipv4, ipv6, uri, uuid");
        expressions.emplace_back(found->expression);
    }

    void takeUnique(const json::value &value, const std::string &pointer, json::object &out)
    {
        if (!value.is_bool())
            return refuse("must be true or false", pointer);
        if (value.get_bool())
            out[uniqueKeyword] = true;
    }

    void takeType(const json::value &value, const std::string &pointer, json::object &out)
    {
        constexpr std::array<std::string_view, 7> types{
            "array", "boolean", "integer", "null", "number", "object", "string"};
        const json::array names = value.is_array() ? value.get_array() : json::array{value};
        const bool known
            = !names.empty() && std::all_of(names.begin(), names.end(), [&](const json::value &name) {
                  return name.is_string() && isOneOf(std::string_view(name.get_string()), types);
              });
        if (!known)
            return refuse("must be a type or a list of types", pointer,
                "known: array, boolean, integer, null, number, object, string");
        out[typeKeyword] = names;
    }

    json::value rewrittenMap(const json::object &map, const std::string &pointer)
    {
        json::object out;
        for (const auto &member : map)
            out[member.key()] = rewritten(member.value(), pointer + pointerStep(member.key()));
        return out;
    }

    json::value rewrittenList(const json::array &list, const std::string &pointer)
    {
        json::array out;
        for (std::size_t i = 0; i < list.size(); ++i)
            out.push_back(rewritten(list[i], pointer + "/" + std::to_string(i)));
        return out;
    }

    std::optional<Error> m_problem;
};

// Follows what is judged against the same value: a way back to where it came from would never end.
class LoopFinder {
public:
    explicit LoopFinder(const json::value &root)
        : m_root(root)
    {
    }

    [[nodiscard]] std::optional<Error> problem() const { return m_problem; }

    // Every schema in the document is a start.
    void visitAll(const json::value &value, const std::string &pointer)
    {
        if (value.is_object()) {
            visit(value, pointer);
            for (const auto &member : value.get_object())
                visitAll(member.value(), pointer + pointerStep(member.key()));
        } else if (value.is_array()) {
            for (std::size_t i = 0; i < value.get_array().size(); ++i)
                visitAll(value.get_array()[i], pointer + "/" + std::to_string(i));
        }
    }

private:
    enum class State { Open, Done };

    void refuse(std::string what, const std::string &pointer)
    {
        if (!m_problem)
            m_problem = Error{ErrorKind::InvalidInput, std::move(what), pointer, {}};
    }

    void visit(const json::value &schema, const std::string &pointer)
    {
        if (!schema.is_object() || m_problem)
            return;
        const auto [known, isNew] = m_states.emplace(&schema, State::Open);
        if (!isNew) {
            if (known->second == State::Open)
                refuse("this schema leads back to itself", pointer);
            return;
        }
        for (const auto &member : schema.get_object())
            follow(member.key(), member.value(), pointer + pointerStep(member.key()));
        m_states[&schema] = State::Done;
    }

    void follow(std::string_view key, const json::value &value, const std::string &pointer)
    {
        if (key == "$ref" && value.is_string())
            return followReference(json::value_to<std::string>(value), pointer);
        if (isOneOf(key, sameValue))
            return visit(value, pointer);
        if (isOneOf(key, schemaLists) && value.is_array()) {
            for (std::size_t i = 0; i < value.get_array().size(); ++i)
                visit(value.get_array()[i], pointer + "/" + std::to_string(i));
        }
        if (key == "dependencies" && value.is_object()) {
            for (const auto &member : value.get_object())
                visit(member.value(), pointer + pointerStep(member.key()));
        }
    }

    void followReference(const std::string &reference, const std::string &pointer)
    {
        if (!reference.starts_with('#'))
            return refuse("only references within the schema are followed", pointer);
        boost::system::error_code error;
        const json::value *target
            = reference.size() == 1 ? &m_root : m_root.find_pointer(reference.substr(1), error);
        if (!target)
            return refuse("nothing stands at \"" + reference + "\"", pointer);
        visit(*target, pointer);
    }

    const json::value &m_root;
    std::map<const json::value *, State> m_states;
    std::optional<Error> m_problem;
};

} // namespace

Result<json::value> prepareSchema(const json::value &schema)
{
    if (!schema.is_object())
        return fail(ErrorKind::InvalidInput, "a schema is an object");
    Rewriter rewriter;
    json::value prepared = rewriter.rewritten(schema, "");
    spellNumbersAlike(prepared);
    if (rewriter.problem())
        return tl::unexpected(*rewriter.problem());
    LoopFinder loops(schema);
    loops.visitAll(schema, "");
    if (loops.problem())
        return tl::unexpected(*loops.problem());
    return prepared;
}

} // namespace gatehouse
