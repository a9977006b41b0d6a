// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/json_text.h"

namespace gatehouse::store {

namespace {

void appendEscaped(std::string &out, char c)
{
    static constexpr char digits[] = "0123456789abcdef";
    switch (c) {
    case '"':
        out += "\\\"";
        return;
    case '\\':
        out += "\\\\";
        return;
    case '\b':
        out += "\\b";
        return;
    case '\f':
        out += "\\f";
        return;
    case '\n':
        out += "\\n";
        return;
    case '\r':
        out += "\\r";
        return;
    case '\t':
        out += "\\t";
        return;
    default:
        break;
    }
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x20) {
        out += c;
        return;
    }
    out += "\\u00";
    out += digits[byte >> 4];
    out += digits[byte & 15];
}

} // namespace

std::string jsonText(std::string_view text)
{
    std::string out;
    out.reserve(text.size() + 2);
    out += '"';
    for (const char c : text)
        appendEscaped(out, c);
    out += '"';
    return out;
}

std::string jsonTexts(const std::vector<std::string> &texts)
{
    std::string out = "[";
    for (const std::string &text : texts) {
        if (out.size() > 1)
            out += ',';
        out += jsonText(text);
    }
    return out + "]";
}

std::string jsonTextOrNull(std::string_view text)
{
    return text.empty() ? "null" : jsonText(text);
}

JsonObject &JsonObject::raw(std::string_view member, std::string_view json)
{
    if (m_text.size() > 1)
        m_text += ',';
    m_text += jsonText(member);
    m_text += ':';
    m_text += json;
    return *this;
}

} // namespace gatehouse::store
