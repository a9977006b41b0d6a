// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Small JSON texts written member by member, without a document tree in between.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gatehouse::store {

// A JSON string with its quotes, escaped as RFC 8785 (section 3.2.2.2) says.
[[nodiscard]] std::string jsonText(std::string_view text);
[[nodiscard]] std::string jsonTexts(const std::vector<std::string> &texts);
// "null" for an empty text.
[[nodiscard]] std::string jsonTextOrNull(std::string_view text);
[[nodiscard]] inline std::string numberOrNull(const std::optional<std::int64_t> &number)
{
    return number ? std::to_string(*number) : "null";
}

// Members come out in the order they are added; where the bytes matter, add them sorted.
class JsonObject {
public:
    JsonObject &add(std::string_view member, std::string_view text) { return raw(member, jsonText(text)); }
    JsonObject &add(std::string_view member, const std::string &text) { return raw(member, jsonText(text)); }
    JsonObject &add(std::string_view member, const char *text) { return raw(member, jsonText(text)); }
    JsonObject &add(std::string_view member, std::int64_t number)
    {
        return raw(member, std::to_string(number));
    }
    JsonObject &add(std::string_view member, int number) { return raw(member, std::to_string(number)); }
    JsonObject &add(std::string_view member, bool value) { return raw(member, value ? "true" : "false"); }
    JsonObject &add(std::string_view member, const std::vector<std::string> &texts)
    {
        return raw(member, jsonTexts(texts));
    }
    // `json` is a JSON value already.
    JsonObject &raw(std::string_view member, std::string_view json);
    [[nodiscard]] std::string text() const { return m_text + "}"; }

private:
    std::string m_text = "{";
};

} // namespace gatehouse::store
