// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/policy/call_headers.h"

#include <algorithm>
#include <array>

namespace gatehouse {

namespace {

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool isSameName(std::string_view a, std::string_view b)
{
    return std::equal(
        a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return lower(x) == lower(y); });
}

// RFC 9110, 5.6.2.
bool isTokenCharacter(char c)
{
    const char l = lower(c);
    return (l >= 'a' && l <= 'z') || (c >= '0' && c <= '9')
        || std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
}

// Words of names in use: authorization, x-api-key, cookie, x-amz-security-token, x-client-secret,
// x-csrftoken…
constexpr std::array<std::string_view, 18> secretWords{"apikey", "auth", "authentication", "authorization",
    "cookie", "cookie2", "credential", "credentials", "csrftoken", "jwt", "key", "keys", "passwd", "password",
    "secret", "signature", "token", "xsrftoken"};

bool isSecretWord(std::string_view word)
{
    return std::any_of(secretWords.begin(), secretWords.end(),
        [&](std::string_view secret) { return isSameName(word, secret); });
}

} // namespace

bool isHeaderName(std::string_view name)
{
    return !name.empty() && std::all_of(name.begin(), name.end(), isTokenCharacter);
}

std::string lowerHeaderName(std::string_view name)
{
    std::string out(name);
    std::transform(out.begin(), out.end(), out.begin(), lower);
    return out;
}

bool mayHoldSecret(std::string_view name)
{
    while (!name.empty()) {
        const std::size_t end = std::min(name.find_first_of("-_."), name.size());
        if (isSecretWord(name.substr(0, end)))
            return true;
        name.remove_prefix(std::min(end + 1, name.size()));
    }
    return false;
}

bool CallHeaders::add(std::string_view name, std::string_view value)
{
    if (!isHeaderName(name) || mayHoldSecret(name) || value.find('\n') != std::string_view::npos)
        return false;
    constexpr std::size_t usual = 1024;
    if (m_lines.capacity() < usual)
        m_lines.reserve(usual);
    std::transform(name.begin(), name.end(), std::back_inserter(m_lines), lower);
    m_lines += ':';
    m_lines += value;
    m_lines += '\n';
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
