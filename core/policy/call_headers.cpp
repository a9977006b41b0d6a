// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/policy/call_headers.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace gatehouse {

namespace {

// The characters of names (RFC 9110, 5.6.2) in lower case; 0 for all others.
constexpr std::array<char, 256> nameCharacters = [] {
    std::array<char, 256> table{};
    for (const char c : std::string_view("!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyz"))
        table[static_cast<unsigned char>(c)] = c;
    for (char c = 'A'; c <= 'Z'; ++c)
        table[static_cast<unsigned char>(c)] = static_cast<char>(c - 'A' + 'a');
    return table;
}();

char lower(char c)
{
    return nameCharacters[static_cast<unsigned char>(c)];
}

bool isSameName(std::string_view a, std::string_view b)
{
    return std::equal(
        a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return lower(x) == lower(y); });
}

// Words of names in use: authorization, x-api-key, cookie, x-amz-security-token, x-client-secret,
// x-csrftoken…
constexpr std::array<std::string_view, 18> secretWords{"apikey", "auth", "authentication", "authorization",
    "cookie", "cookie2", "credential", "credentials", "csrftoken", "jwt", "key", "keys", "passwd", "password",
    "secret", "signature", "token", "xsrftoken"};

// Which first letters and lengths secret words have, so that most words are told without comparing.
constexpr std::array<std::uint32_t, 256> secretLengths = [] {
    std::array<std::uint32_t, 256> table{};
    for (const std::string_view word : secretWords)
        table[static_cast<unsigned char>(word.front())] |= 1U << word.size();
    return table;
}();

bool isSecretWord(std::string_view word)
{
    constexpr std::size_t longest = 31;
    if (word.empty() || word.size() > longest
        || (secretLengths[static_cast<unsigned char>(word.front())] >> word.size() & 1U) == 0)
        return false;
    return std::find(secretWords.begin(), secretWords.end(), word) != secretWords.end();
}

bool endsWord(char c)
{
    return c == '-' || c == '_' || c == '.';
}

enum class NameKind { None, Secret, Plain };

// Writes the name in lower case to `out`, which has room for it, while it looks at it.
NameKind takeName(std::string_view name, char *out)
{
    std::size_t word = 0;
    for (std::size_t at = 0; at < name.size(); ++at) {
        const char c = lower(name[at]);
        if (c == 0)
            return NameKind::None;
        out[at] = c;
        if (!endsWord(c))
            continue;
        if (isSecretWord({out + word, at - word}))
            return NameKind::Secret;
        word = at + 1;
    }
    if (name.empty())
        return NameKind::None;
    return isSecretWord({out + word, name.size() - word}) ? NameKind::Secret : NameKind::Plain;
}

} // namespace

bool isHeaderName(std::string_view name)
{
    return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) { return lower(c) != 0; });
}

bool mayHoldSecret(std::string_view name)
{
    std::string inLowerCase(name.size(), ' ');
    return takeName(name, inLowerCase.data()) == NameKind::Secret;
}

bool CallHeaders::add(std::string_view name, std::string_view value)
{
    constexpr std::size_t usual = 1024;
    const std::size_t before = m_lines.size();
    if (m_lines.capacity() < usual)
        m_lines.reserve(usual);
    m_lines.resize(before + name.size());
    if (takeName(name, m_lines.data() + before) != NameKind::Plain
        || value.find('\n') != std::string_view::npos) {
        m_lines.resize(before);
        return false;
    }
    m_lines.append(1, ':').append(value).append(1, '\n');
    return true;
}

std::optional<std::string> CallHeaders::find(std::string_view name) const
{
    std::optional<std::string> found;
    std::string_view rest = m_lines;
    while (!rest.empty()) {
        const std::size_t end = rest.find('\n');
        const std::string_view line = rest.substr(0, end);
        const std::size_t colon = line.find(':');
        if (isSameName(line.substr(0, colon), name)) {
            if (found)
                *found += ", ";
            else
                found.emplace();
            *found += line.substr(colon + 1);
        }
        rest.remove_prefix(end + 1);
    }
    return found;
}

} // namespace gatehouse
