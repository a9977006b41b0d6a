// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/taint/json_leaves.h"

#include "core/message/strict_json.h"

#include <simdjson.h>

namespace gatehouse {

namespace {

namespace ondemand = simdjson::ondemand;

constexpr std::size_t mostLeaves = 4096;

class LeafReader {
public:
    explicit LeafReader(std::string_view text)
        : m_text(text)
        , m_padded(text)
    {
    }

    std::optional<std::vector<JsonLeaf>> read()
    {
        ondemand::parser parser;
        ondemand::document document;
        ondemand::value top;
        if (parser.iterate(m_padded).get(document) != simdjson::SUCCESS
            || document.get_value().get(top) != simdjson::SUCCESS || !readValue(top, {}, 0)
            || document.current_location().error() != simdjson::OUT_OF_BOUNDS)
            return {};
        return std::move(m_leaves);
    }

private:
    bool readValue(ondemand::value value, const std::string &name, std::size_t depth)
    {
        ondemand::json_type type{};
        if (depth > maximumJsonDepth || m_leaves.size() >= mostLeaves
            || value.type().get(type) != simdjson::SUCCESS)
            return false;
        switch (type) {
        case ondemand::json_type::array:
            return readArray(value, name, depth);
        case ondemand::json_type::object:
            return readObject(value, depth);
        case ondemand::json_type::string:
            return readString(value, name);
        case ondemand::json_type::number:
            return readNumber(value, name);
        default:
            return !value.raw_json_token().empty() && skip(value);
        }
    }

    static bool skip(ondemand::value value)
    {
        bool flag = false;
        return value.is_null() || value.get_bool().get(flag) == simdjson::SUCCESS;
    }

    bool readArray(ondemand::value value, const std::string &name, std::size_t depth)
    {
        ondemand::array array;
        if (value.get_array().get(array) != simdjson::SUCCESS)
            return false;
        for (auto item : array) {
            if (item.error() != simdjson::SUCCESS || !readValue(item.value_unsafe(), name, depth + 1))
                return false;
        }
        return true;
    }

    bool readObject(ondemand::value value, std::size_t depth)
    {
        ondemand::object object;
        if (value.get_object().get(object) != simdjson::SUCCESS)
            return false;
        for (auto member : object) {
            ondemand::field field;
            std::string_view name;
            if (std::move(member).get(field) != simdjson::SUCCESS
                || field.unescaped_key().get(name) != simdjson::SUCCESS
                || !readValue(field.value(), std::string(name), depth + 1))
                return false;
        }
        return true;
    }

    bool readString(ondemand::value value, const std::string &name)
    {
        ondemand::raw_json_string raw;
        if (value.get_raw_json_string().get(raw) != simdjson::SUCCESS)
            return false;
        const auto start = static_cast<std::size_t>(raw.raw() - m_padded.data());
        std::size_t end = start;
        while (end < m_text.size() && m_text[end] != '"')
            end += m_text[end] == '\\' ? 2 : 1;
        if (end >= m_text.size())
            return false;
        m_leaves.push_back({name, unescapeJson(m_text.substr(start, end - start), start)});
        return true;
    }

    bool readNumber(ondemand::value value, const std::string &name)
    {
        const std::string_view token = value.raw_json_token();
        const auto start = static_cast<std::size_t>(token.data() - m_padded.data());
        const std::string_view number = token.substr(0, token.find_first_not_of("+-.0123456789eE"));
        m_leaves.push_back({name, unescapeJson(number, start)});
        double ignored = 0;
        return value.get_double().get(ignored) == simdjson::SUCCESS;
    }

    std::string_view m_text;
    simdjson::padded_string m_padded;
    std::vector<JsonLeaf> m_leaves;
};

} // namespace

std::optional<std::vector<JsonLeaf>> readJsonLeaves(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos || (text[first] != '{' && text[first] != '['))
        return {};
    return LeafReader(text).read();
}

} // namespace gatehouse
