// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/pii/contact.h"

#include "core/checks/pii/ascii.h"
#include "core/checks/pii/catalogue.h"

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <optional>
#include <string>

namespace gatehouse::pii {

namespace {

std::string lowered(std::string_view text)
{
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(), lower);
    return out;
}

template <std::size_t N>
bool isAnyOf(std::string_view value, const std::array<std::string_view, N> &values)
{
    return std::find(values.begin(), values.end(), value) != values.end();
}

bool isLocalPart(char c)
{
    return isAlphanumeric(c) || std::string_view("._%+'-").find(c) != std::string_view::npos;
}

// Local part and labels are bounded so that an address is decided within 128 bytes (RFC 5321 allows a little
// more than anybody uses).
std::size_t localPartStart(std::string_view text, std::size_t sign)
{
    constexpr std::size_t longest = 60;
    const std::size_t stop = sign - std::min(sign, longest + 1);
    std::size_t start = sign;
    while (start > stop && isLocalPart(text[start - 1]))
        --start;
    while (start < sign && (text[start] == '\'' || text[start] == '.'))
        ++start;
    return start;
}

// After up to seven labels, the last of two to 24 letters; nothing when it isn't a domain.
std::optional<std::size_t> domainEnd(std::string_view text, std::size_t at)
{
    constexpr std::size_t longestLabel = 40, mostLabels = 7, shortestTop = 2, longestTop = 24;
    std::optional<std::size_t> end;
    std::size_t start = at;
    for (std::size_t label = 0; label < mostLabels; ++label) {
        std::size_t stop = start;
        while (stop < text.size() && (isAlphanumeric(text[stop]) || text[stop] == '-'))
            ++stop;
        const std::string_view name = text.substr(start, stop - start);
        const bool top = label > 0 && name.size() >= shortestTop && name.size() <= longestTop
            && std::all_of(name.begin(), name.end(), isLetter);
        if (top)
            end = stop;
        else if (label > 0)
            end.reset();
        if (name.empty() || name.size() > longestLabel)
            return label > 0 && name.empty() ? std::optional(start - 1) : std::nullopt;
        if (stop + 1 >= text.size() || text[stop] != '.' || !isAlphanumeric(text[stop + 1]))
            return end;
        start = stop + 1;
    }
    return end;
}

// Role accounts say little about a person; names of files and packages look alike.
double emailConfidence(std::string_view written)
{
    static constexpr std::array<std::string_view, 12> files{
        "png", "jpg", "jpeg", "gif", "svg", "webp", "js", "ts", "css", "json", "html", "py"};
    static constexpr std::array<std::string_view, 12> roles{"noreply", "no-reply", "donotreply", "git",
        "postmaster", "webmaster", "mailer-daemon", "info", "support", "sales", "contact", "abuse"};
    const std::string address = lowered(written);
    const std::size_t at = address.find('@');
    if (address.find("..") != std::string::npos
        || isAnyOf(std::string_view(address).substr(address.rfind('.') + 1), files))
        return 0;
    return isAnyOf(std::string_view(address).substr(0, at), roles) ? 0.4 : 0.9;
}

std::optional<std::size_t> dottedQuadEnd(std::string_view text, std::size_t at)
{
    for (int octet = 0; octet < 4; ++octet) {
        std::size_t digits = 0;
        while (at < text.size() && isDigit(text[at]) && digits < 4) {
            ++at;
            ++digits;
        }
        if (digits == 0 || digits > 3)
            return {};
        if (octet == 3)
            return at;
        if (at >= text.size() || text[at] != '.')
            return {};
        ++at;
    }
    return {};
}

double ipv4Confidence(std::string_view text, ByteRange range)
{
    const std::string address(text.substr(range.start, range.size()));
    in_addr parsed{};
    if (inet_pton(AF_INET, address.c_str(), &parsed) != 1)
        return 0;
    const auto *octet = reinterpret_cast<const unsigned char *>(&parsed.s_addr);
    const bool nobody = octet[0] == 0 || octet[0] == 127 || octet[0] >= 224;
    const bool within = octet[0] == 10 || (octet[0] == 192 && octet[1] == 168)
        || (octet[0] == 172 && octet[1] / 16 == 1) || (octet[0] == 169 && octet[1] == 254);
    if (nobody || Catalogue::shared().words.around(text, range).near.test(Subject::version))
        return 0.1;
    return within ? 0.4 : 0.8;
}

double ipv6Confidence(std::string_view written)
{
    constexpr std::size_t shortest = 8;
    const std::string address(written);
    in6_addr parsed{};
    if (address.size() < shortest || std::none_of(address.begin(), address.end(), isDigit)
        || inet_pton(AF_INET6, address.c_str(), &parsed) != 1)
        return 0;
    const bool within = parsed.s6_addr[0] == 0xFE || (parsed.s6_addr[0] & 0xFEU) == 0xFC
        || parsed.s6_addr[0] == 0xFF || IN6_IS_ADDR_V4MAPPED(&parsed);
    return within ? 0.4 : 0.8;
}

// Not the middle of a word, a longer number or a version.
bool quadStandsAlone(std::string_view text, ByteRange range)
{
    if (range.start > 0) {
        const char before = text[range.start - 1];
        if (isAlphanumeric(before) || before == '_' || before == '.' || before == '-')
            return false;
    }
    if (range.end >= text.size())
        return true;
    const char after = text[range.end];
    if (isAlphanumeric(after) || after == '_')
        return false;
    return after != '.' || range.end + 1 >= text.size() || !isDigit(text[range.end + 1]);
}

bool groupsStandAlone(std::string_view text, ByteRange range)
{
    const auto joins = [&](std::size_t at) { return isAlphanumeric(text[at]) || text[at] == '_'; };
    const bool before = range.start > 0 && (joins(range.start - 1) || text[range.start - 1] == '.');
    return !before && (range.end == text.size() || !joins(range.end));
}

// "postgres://app:password@db.example.com": what stands before the sign is an account of a machine.
bool isUserOfUrl(std::string_view text, std::size_t start)
{
    constexpr std::size_t reach = 96;
    const std::string_view before = text.substr(start - std::min(start, reach), std::min(start, reach));
    const std::size_t scheme = before.rfind("://");
    return scheme != std::string_view::npos
        && before.find_first_of("/?# \t\r\n\"'<>", scheme + 3) == std::string_view::npos;
}

} // namespace

void findEmails(std::string_view text, const FoundSink &found)
{
    for (std::size_t sign = text.find('@'); sign != std::string_view::npos; sign = text.find('@', sign + 1)) {
        const std::size_t start = localPartStart(text, sign);
        if (start == sign || text[sign - 1] == '.' || isUserOfUrl(text, start))
            continue;
        const auto end = domainEnd(text, sign + 1);
        if (!end || (*end < text.size() && text[*end] == '_'))
            continue;
        const double confidence = emailConfidence(text.substr(start, *end - start));
        if (confidence > 0)
            found({{start, *end}, "email", confidence});
    }
}

void findIpv4(std::string_view text, const FoundSink &found)
{
    for (std::size_t at = nextDigit(text, 0); at < text.size();) {
        std::size_t after = at;
        while (after < text.size() && isDigit(text[after]))
            ++after;
        const auto end = after < text.size() && text[after] == '.' ? dottedQuadEnd(text, at) : std::nullopt;
        if (end && quadStandsAlone(text, {at, *end})) {
            const double confidence = ipv4Confidence(text, {at, *end});
            if (confidence > 0)
                found({{at, *end}, "ipv4", confidence});
            after = *end;
        }
        at = nextDigit(text, after);
    }
}

void findIpv6(std::string_view text, const FoundSink &found)
{
    constexpr std::size_t longest = 45; // with a dotted quad at the end
    const auto belongs = [](char c) { return isHex(c) || c == ':'; };
    for (std::size_t colon = text.find(':'); colon != std::string_view::npos;) {
        std::size_t start = colon;
        while (start > 0 && colon - start <= 4 && isHex(text[start - 1]))
            --start;
        std::size_t end = colon + 1;
        std::size_t colons = 1;
        while (end < text.size() && end - start <= longest && belongs(text[end]))
            colons += text[end++] == ':' ? 1 : 0;
        const bool quad = end < text.size() && text[end] == '.';
        if (quad) // the last 32 bits as a dotted quad
            end = dottedQuadEnd(text, text.rfind(':', end) + 1).value_or(end);
        const bool compressed = text.substr(start, end - start).find("::") != std::string_view::npos;
        const bool complete = colons == (quad ? 6U : 7U);
        if (colons >= 2 && (complete || compressed) && groupsStandAlone(text, {start, end})) {
            const double confidence = ipv6Confidence(text.substr(start, end - start));
            if (confidence > 0)
                found({{start, end}, "ipv6", confidence});
        }
        colon = text.find(':', end);
    }
}

} // namespace gatehouse::pii
