// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/secrets/look_alikes.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

namespace gatehouse {

namespace {

bool isLower(char c)
{
    return c >= 'a' && c <= 'z';
}
bool isUpper(char c)
{
    return c >= 'A' && c <= 'Z';
}
bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}
bool isLetter(char c)
{
    return isLower(c) || isUpper(c);
}
bool isHexDigit(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

std::string lowered(std::string_view text)
{
    std::string out(text);
    for (char &c : out)
        c = isUpper(c) ? static_cast<char>(c - 'A' + 'a') : c;
    return out;
}

template <std::size_t N>
bool containsAny(std::string_view text, const std::array<std::string_view, N> &parts)
{
    return std::any_of(parts.begin(), parts.end(),
        [&](std::string_view part) { return text.find(part) != std::string_view::npos; });
}

// What examples are filled with; other letters repeated are left to the entropy.
bool isFiller(char c)
{
    return std::string_view("xX*0.#?_-").find(c) != std::string_view::npos;
}

// The longest run of one filler character.
std::size_t longestRun(std::string_view value)
{
    std::size_t longest = 0, run = 0;
    for (std::size_t at = 0; at < value.size(); ++at) {
        run = !isFiller(value[at]) ? 0 : at > 0 && value[at] == value[at - 1] ? run + 1 : 1;
        longest = std::max(longest, run);
    }
    return longest;
}

// Parts between separators that are all letters or all digits: how names, paths and versions are built.
bool isMadeOfWords(std::string_view value)
{
    std::size_t parts = 0, plain = 0;
    for (std::size_t at = 0; at < value.size();) {
        const std::size_t end = std::min(value.find_first_of("-_./:+ @", at), value.size());
        const std::string_view part = value.substr(at, end - at);
        if (!part.empty()) {
            ++parts;
            plain += std::all_of(part.begin(), part.end(), isLetter)
                || std::all_of(part.begin(), part.end(), isDigit);
        }
        at = end + 1;
    }
    return parts > 0 && plain == parts;
}

} // namespace

double entropyOf(std::string_view value)
{
    if (value.empty())
        return 0;
    std::array<unsigned, 256> counts{};
    for (const char c : value)
        ++counts[static_cast<unsigned char>(c)];
    double bits = 0;
    for (const unsigned count : counts) {
        if (count == 0)
            continue;
        const double share = static_cast<double>(count) / static_cast<double>(value.size());
        bits -= share * std::log2(share);
    }
    return bits;
}

bool isStandIn(std::string_view value)
{
    static constexpr std::array<std::string_view, 14> words{"example", "your_", "your-", "yourkey",
        "yourtoken", "changeme", "change_me", "redacted", "placehold", "insert_", "my_secret", "dumm", "<",
        "${"};
    if (containsAny(lowered(value), words))
        return true;
    const std::size_t run = longestRun(value);
    return run >= 6 && run * 3 >= value.size();
}

bool isReference(std::string_view value)
{
    static constexpr std::array<std::string_view, 23> marks{"process.env", "os.environ", "getenv", "env.",
        "config.", "secrets.", "://", "$(", "{{", "%(", "()", "[", "self.", "this.", "settings.", "params.",
        "request.", "data:", "sha256", "sha512", "..", "null", "undefined"};
    if (value.empty() || value.front() == '$' || value.front() == '%' || value.front() == '<'
        || value.front() == '{' || value.front() == '/' || value.front() == '.')
        return true;
    return containsAny(lowered(value), marks) || isMadeOfWords(value);
}

bool isUuid(std::string_view value)
{
    static constexpr std::size_t size = 36;
    if (value.size() != size)
        return false;
    for (std::size_t at = 0; at < size; ++at) {
        const bool dash = at == 8 || at == 13 || at == 18 || at == 23;
        if (dash ? value[at] != '-' : !isHexDigit(value[at]))
            return false;
    }
    return true;
}

bool isCalledHash(std::string_view text, ByteRange range)
{
    static constexpr std::array<std::string_view, 23> names{"sha1", "sha224", "sha256", "sha384", "sha512",
        "md5", "h1:", "integrity", "checksum", "digest", "etag", "commit", "hash", "revision", "fingerprint",
        "base64,", "resolved", "csrf", "xsrf", "public", "cursor", "nonce", "next_page"};
    constexpr std::size_t reach = 24;
    const std::size_t from = range.start - std::min(range.start, reach);
    return containsAny(lowered(text.substr(from, range.start - from)), names);
}

bool hasDigitAndLetter(std::string_view value)
{
    return std::any_of(value.begin(), value.end(), isDigit)
        && std::any_of(value.begin(), value.end(), isLetter);
}

} // namespace gatehouse
