// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// A slow twin of json_schema's validation: each keyword as JSON Schema draft 7 words it
// (draft-handrews-json-schema-validation-01), one after the other.

#include <algorithm>
#include <boost/json/value.hpp>
#include <boost/json/value_to.hpp>
#include <cmath>
#include <regex>
#include <string>

namespace gatehouse::test {

class JsonSchemaTwin {
public:
    explicit JsonSchemaTwin(boost::json::value schema)
        : m_root(std::move(schema))
    {
    }

    [[nodiscard]] bool accepts(const boost::json::value &value) const { return fits(m_root, value); }

private:
    using Value = boost::json::value;

    [[nodiscard]] bool fits(const Value &schema, const Value &value) const
    {
        if (schema.is_bool())
            return schema.get_bool();
        // 8.3: beside a reference nothing else counts.
        if (const Value *reference = at(schema, "$ref"))
            return fits(target(textOf(*reference)), value);
        return fitsAny(schema, value) && fitsCombined(schema, value)
            && (!value.is_number()
                || (fitsNumber(schema, value.to_number<double>()) && isMultiple(schema, value)))
            && (!value.is_string() || fitsText(schema, textOf(value)))
            && (!value.is_array() || fitsList(schema, value.get_array()))
            && (!value.is_object() || fitsMembers(schema, value.get_object()));
    }

    static const Value *at(const Value &schema, const char *keyword)
    {
        return schema.get_object().if_contains(keyword);
    }

    static std::string textOf(const Value &value) { return boost::json::value_to<std::string>(value); }

    [[nodiscard]] const Value &target(const std::string &reference) const
    {
        boost::system::error_code error;
        return reference == "#" ? m_root : *m_root.find_pointer(reference.substr(1), error);
    }

    // 4.2.3: numbers by their value, members in any order.
    static bool same(const Value &a, const Value &b)
    {
        if (a.is_number() && b.is_number())
            return a.to_number<double>() == b.to_number<double>();
        if (a.is_array() && b.is_array()) {
            const auto &left = a.get_array(), &right = b.get_array();
            return std::equal(left.begin(), left.end(), right.begin(), right.end(), same);
        }
        if (a.is_object() && b.is_object()) {
            const auto &left = a.get_object(), &right = b.get_object();
            return left.size() == right.size()
                && std::all_of(left.begin(), left.end(), [&](const auto &member) {
                       const Value *other = right.if_contains(member.key());
                       return other && same(member.value(), *other);
                   });
        }
        return a == b;
    }

    // 6.1.1: an integer is any number without a fraction.
    static bool isOfType(const std::string &type, const Value &value)
    {
        if (type == "integer")
            return value.is_number() && std::trunc(value.to_number<double>()) == value.to_number<double>();
        return (type == "number" && value.is_number()) || (type == "string" && value.is_string())
            || (type == "array" && value.is_array()) || (type == "object" && value.is_object())
            || (type == "boolean" && value.is_bool()) || (type == "null" && value.is_null());
    }

    static bool fitsAny(const Value &schema, const Value &value)
    {
        if (const Value *type = at(schema, "type")) {
            bool one = false;
            if (type->is_string())
                one = isOfType(textOf(*type), value);
            else
                for (const Value &each : type->get_array())
                    one = one || isOfType(textOf(each), value);
            if (!one)
                return false;
        }
        if (const Value *list = at(schema, "enum")) {
            bool one = false;
            for (const Value &each : list->get_array())
                one = one || same(each, value);
            if (!one)
                return false;
        }
        const Value *constant = at(schema, "const");
        return !constant || same(*constant, value);
    }

    [[nodiscard]] bool fitsCombined(const Value &schema, const Value &value) const
    {
        const auto count = [&](const char *keyword) {
            std::size_t fitting = 0;
            for (const Value &each : at(schema, keyword)->get_array())
                fitting += fits(each, value) ? 1 : 0;
            return fitting;
        };
        if (at(schema, "allOf") && count("allOf") != at(schema, "allOf")->get_array().size())
            return false;
        if (at(schema, "anyOf") && count("anyOf") == 0)
            return false;
        if (at(schema, "oneOf") && count("oneOf") != 1)
            return false;
        if (at(schema, "not") && fits(*at(schema, "not"), value))
            return false;
        if (!at(schema, "if"))
            return true;
        const Value *next = at(schema, fits(*at(schema, "if"), value) ? "then" : "else");
        return !next || fits(*next, value);
    }

    static bool fitsNumber(const Value &schema, double value)
    {
        const auto given = [&](const char *keyword, double &limit) {
            if (const Value *found = at(schema, keyword))
                return limit = found->to_number<double>(), true;
            return false;
        };
        double limit = 0;
        return !(given("minimum", limit) && value < limit) && !(given("maximum", limit) && value > limit)
            && !(given("exclusiveMinimum", limit) && value <= limit)
            && !(given("exclusiveMaximum", limit) && value >= limit);
    }

    static bool isMultiple(const Value &schema, const Value &value)
    {
        const Value *divisor = at(schema, "multipleOf");
        if (divisor && divisor->is_int64() && value.is_int64())
            return value.get_int64() % divisor->get_int64() == 0;
        return !divisor || std::fmod(value.to_number<double>(), divisor->to_number<double>()) == 0;
    }

    static bool fitsSize(const Value &schema, const char *least, const char *most, std::size_t size)
    {
        return (!at(schema, least) || size >= at(schema, least)->to_number<std::size_t>())
            && (!at(schema, most) || size <= at(schema, most)->to_number<std::size_t>());
    }

    static bool fitsText(const Value &schema, const std::string &text)
    {
        // 6.3: the length is that in characters.
        const auto size = std::count_if(text.begin(), text.end(),
            [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; });
        if (!fitsSize(schema, "minLength", "maxLength", static_cast<std::size_t>(size)))
            return false;
        const Value *pattern = at(schema, "pattern");
        return !pattern || std::regex_search(text, std::regex(textOf(*pattern)));
    }

    [[nodiscard]] bool fitsList(const Value &schema, const boost::json::array &list) const
    {
        if (!fitsSize(schema, "minItems", "maxItems", list.size()))
            return false;
        const Value *items = at(schema, "items");
        for (std::size_t i = 0; items && i < list.size(); ++i) {
            const Value *own = items;
            if (items->is_array())
                own = i < items->get_array().size() ? &items->get_array()[i] : at(schema, "additionalItems");
            if (own && !fits(*own, list[i]))
                return false;
        }
        if (at(schema, "uniqueItems") && at(schema, "uniqueItems")->get_bool()) {
            for (std::size_t i = 0; i < list.size(); ++i) {
                for (std::size_t j = 0; j < i; ++j) {
                    if (same(list[i], list[j]))
                        return false;
                }
            }
        }
        const Value *wanted = at(schema, "contains");
        return !wanted
            || std::any_of(list.begin(), list.end(), [&](const Value &item) { return fits(*wanted, item); });
    }

    [[nodiscard]] bool fitsMembers(const Value &schema, const boost::json::object &members) const
    {
        if (!fitsSize(schema, "minProperties", "maxProperties", members.size()))
            return false;
        if (const Value *required = at(schema, "required")) {
            for (const Value &name : required->get_array()) {
                if (!members.contains(textOf(name)))
                    return false;
            }
        }
        const Value *properties = at(schema, "properties"), *others = at(schema, "additionalProperties"),
                    *names = at(schema, "propertyNames");
        for (const auto &member : members) {
            const Value *own = properties ? properties->get_object().if_contains(member.key()) : nullptr;
            own = own ? own : others;
            if ((own && !fits(*own, member.value())) || (names && !fits(*names, Value(member.key()))))
                return false;
        }
        return fitsDependencies(schema, members);
    }

    [[nodiscard]] bool fitsDependencies(const Value &schema, const boost::json::object &members) const
    {
        const Value *dependencies = at(schema, "dependencies");
        if (!dependencies)
            return true;
        for (const auto &dependency : dependencies->get_object()) {
            if (!members.contains(dependency.key()))
                continue;
            if (!dependency.value().is_array()) {
                if (!fits(dependency.value(), Value(members)))
                    return false;
                continue;
            }
            for (const Value &name : dependency.value().get_array()) {
                if (!members.contains(textOf(name)))
                    return false;
            }
        }
        return true;
    }

    Value m_root;
};

} // namespace gatehouse::test
