// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/url/url_parts.h"

#include "core/checks/url/url_host.h"

#include <algorithm>
#include <array>

namespace gatehouse {

namespace {

bool isAlpha(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isHexDigit(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

bool isSlash(char c)
{
    return c == '/' || c == '\\';
}

// Schemes whose authority browsers find however many slashes stand before it.
bool isSpecial(std::string_view scheme)
{
    static constexpr std::array<std::string_view, 6> special{"", "ftp", "http", "https", "ws", "wss"};
    return std::find(special.begin(), special.end(), scheme) != special.end();
}

// What browsers drop before they read a URL: control characters and spaces around it, tabs and line ends in
// it.
std::string withoutIgnored(std::string_view written)
{
    const auto ignoredAround = [](char c) { return static_cast<unsigned char>(c) <= 0x20; };
    while (!written.empty() && ignoredAround(written.front()))
        written.remove_prefix(1);
    while (!written.empty() && ignoredAround(written.back()))
        written.remove_suffix(1);
    std::string out(written);
    std::erase_if(out, [](char c) { return c == '\t' || c == '\n' || c == '\r'; });
    return out;
}

std::string lowered(std::string_view text)
{
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(),
        [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return out;
}

// The scheme before ':', or nothing.
std::optional<std::string> schemeOf(std::string_view url)
{
    const std::size_t colon = url.find(':');
    if (colon == std::string_view::npos || colon == 0 || !isAlpha(url.front()))
        return {};
    const std::string_view scheme = url.substr(0, colon);
    const bool fits = std::all_of(scheme.begin(), scheme.end(),
        [](char c) { return isAlpha(c) || isDigit(c) || c == '+' || c == '-' || c == '.'; });
    if (!fits)
        return {};
    return lowered(scheme);
}

bool hasBadEscape(std::string_view text)
{
    for (std::size_t at = text.find('%'); at != std::string_view::npos; at = text.find('%', at + 1)) {
        if (at + 2 >= text.size() || !isHexDigit(text[at + 1]) || !isHexDigit(text[at + 2]))
            return true;
    }
    return false;
}

void note(UrlParts &parts, std::string_view problem)
{
    if (parts.problem.empty())
        parts.problem = problem;
}

void readPort(UrlParts &parts, std::string_view text)
{
    if (text.empty())
        return;
    constexpr unsigned largest = 65535;
    unsigned value = 0;
    for (const char c : text) {
        if (!isDigit(c) || (value = value * 10 + static_cast<unsigned>(c - '0')) > largest)
            return note(parts, "bad_port");
    }
    parts.port = static_cast<std::uint16_t>(value);
}

void readAuthority(UrlParts &parts, std::string_view authority)
{
    if (const std::size_t at = authority.rfind('@'); at != std::string_view::npos) {
        parts.hasUserInfo = true;
        parts.userInfo = authority.substr(0, at);
        authority.remove_prefix(at + 1);
    }
    const std::size_t bracket = authority.starts_with('[') ? authority.find(']') : 0;
    const std::size_t colon = bracket == std::string_view::npos ? bracket : authority.find(':', bracket);
    if (colon != std::string_view::npos)
        readPort(parts, authority.substr(colon + 1));
    const std::string_view host = authority.substr(0, colon);
    if (host.empty()) {
        if (parts.scheme != "file")
            note(parts, "no_host");
        return;
    }
    const ParsedHost parsed = isSpecial(parts.scheme) ? parseHost(host) : parseOpaqueHost(host);
    parts.hostKind = parsed.kind;
    parts.host = parsed.text;
    if (parsed.kind == HostKind::None)
        note(parts, "bad_host");
}

void readRest(UrlParts &parts, std::string_view rest)
{
    if (const std::size_t hash = rest.find('#'); hash != std::string_view::npos) {
        parts.fragment = rest.substr(hash + 1);
        rest = rest.substr(0, hash);
    }
    if (const std::size_t mark = rest.find('?'); mark != std::string_view::npos) {
        parts.query = rest.substr(mark + 1);
        rest = rest.substr(0, mark);
    }
    parts.path = rest;
    if (hasBadEscape(parts.path) || hasBadEscape(parts.query))
        note(parts, "bad_escape");
}

bool startsWithWww(std::string_view text)
{
    return text.size() > 4 && lowered(text.substr(0, 4)) == "www.";
}

} // namespace

std::optional<UrlParts> parseUrl(std::string_view written)
{
    const std::string url = withoutIgnored(written);
    std::string_view rest = url;
    UrlParts parts;
    const bool www = startsWithWww(rest); // "www.host:8080" has a port, no scheme
    const auto scheme = www ? std::nullopt : schemeOf(rest);
    if (scheme)
        rest.remove_prefix(scheme->size() + 1);
    parts.scheme = scheme.value_or("");
    const bool twoSlashes = rest.size() >= 2 && isSlash(rest[0]) && isSlash(rest[1]);
    if (!scheme && !twoSlashes && !www)
        return {};
    const bool special = isSpecial(parts.scheme);
    if (!special && !rest.starts_with("//")) {
        readRest(parts, rest);
        return parts;
    }
    if (special) {
        while (!rest.empty() && isSlash(rest.front()))
            rest.remove_prefix(1);
    } else {
        rest.remove_prefix(2);
    }
    const std::size_t end = rest.find_first_of(special ? "/\\?#" : "/?#");
    readAuthority(parts, rest.substr(0, end));
    if (end != std::string_view::npos)
        readRest(parts, rest.substr(end));
    return parts;
}

std::optional<std::string> normaliseHost(std::string_view written)
{
    const ParsedHost host = parseHost(written);
    return host.kind == HostKind::None ? std::nullopt : std::optional(host.text);
}

} // namespace gatehouse
