// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/url/url_host.h"

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <memory>
#include <unicode/bytestream.h>
#include <unicode/idna.h>
#include <unicode/stringpiece.h>
#include <vector>

namespace gatehouse {

namespace {

constexpr std::size_t longestName = 253; // RFC 1035, without the root's dot

int hexValue(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

std::string percentDecoded(std::string_view text)
{
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool escape = text[at] == '%' && at + 2 < text.size() && hexValue(text[at + 1]) >= 0
            && hexValue(text[at + 2]) >= 0;
        out += escape ? static_cast<char>(hexValue(text[at + 1]) * 16 + hexValue(text[at + 2])) : text[at];
        at += escape ? 2 : 0;
    }
    return out;
}

bool needsIdna(std::string_view name)
{
    return name.find("xn--") != std::string_view::npos || std::any_of(name.begin(), name.end(), [](char c) {
        return static_cast<unsigned char>(c) >= 0x80;
    });
}

// Built once: its tables are shared and it may be used by any thread.
const icu::IDNA *idna()
{
    static const std::unique_ptr<const icu::IDNA> instance = [] {
        UErrorCode status = U_ZERO_ERROR;
        return std::unique_ptr<const icu::IDNA>(icu::IDNA::createUTS46Instance(
            UIDNA_CHECK_BIDI | UIDNA_CHECK_CONTEXTJ | UIDNA_NONTRANSITIONAL_TO_ASCII, status));
    }();
    return instance.get();
}

std::optional<std::string> toAscii(const std::string &name)
{
    std::string lower = name;
    std::transform(lower.begin(), lower.end(), lower.begin(),
        [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    if (!needsIdna(lower))
        return lower;
    if (!idna())
        return {};
    std::string out;
    icu::StringByteSink<std::string> sink(&out);
    icu::IDNAInfo info;
    UErrorCode status = U_ZERO_ERROR;
    idna()->nameToASCII_UTF8(lower, sink, info, status);
    // Length and hyphens are not what makes a name unsafe; browsers let them pass as well.
    constexpr std::uint32_t tolerated = UIDNA_ERROR_LEADING_HYPHEN | UIDNA_ERROR_TRAILING_HYPHEN
        | UIDNA_ERROR_HYPHEN_3_4 | UIDNA_ERROR_EMPTY_LABEL | UIDNA_ERROR_LABEL_TOO_LONG
        | UIDNA_ERROR_DOMAIN_NAME_TOO_LONG;
    if (U_FAILURE(status) || (info.getErrors() & ~tolerated) != 0)
        return {};
    return out;
}

bool isForbidden(char c)
{
    constexpr std::string_view forbidden = " #%/:<>?@[\\]^|`{}\"";
    return static_cast<unsigned char>(c) <= 0x20 || c == 0x7F || forbidden.find(c) != std::string_view::npos;
}

// One number of an IPv4 address: decimal, 0x hexadecimal or 0 octal.
std::optional<std::uint64_t> ipv4Number(std::string_view text)
{
    unsigned base = 10;
    if (text.starts_with("0x")) {
        text.remove_prefix(2);
        base = 16;
    } else if (text.size() > 1 && text.front() == '0') {
        text.remove_prefix(1);
        base = 8;
    }
    constexpr std::uint64_t tooLarge = std::uint64_t{1} << 33U;
    std::uint64_t value = 0;
    for (const char c : text) {
        const int digit = hexValue(c);
        if (digit < 0 || static_cast<unsigned>(digit) >= base)
            return {};
        value = std::min(value * base + static_cast<unsigned>(digit), tooLarge);
    }
    return value;
}

std::vector<std::string_view> labelsOf(std::string_view name)
{
    std::vector<std::string_view> labels;
    for (std::size_t dot = name.find('.'); dot != std::string_view::npos; dot = name.find('.')) {
        labels.push_back(name.substr(0, dot));
        name.remove_prefix(dot + 1);
    }
    labels.push_back(name);
    return labels;
}

bool isNumeric(std::string_view label)
{
    const bool digits = !label.empty()
        && std::all_of(label.begin(), label.end(), [](char c) { return c >= '0' && c <= '9'; });
    return digits || (label.starts_with("0x") && ipv4Number(label));
}

ParsedHost ipv4Host(const std::vector<std::string_view> &labels)
{
    if (labels.size() > 4)
        return {};
    std::uint64_t address = 0;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        const bool last = i + 1 == labels.size();
        const std::uint64_t most = last ? (std::uint64_t{1} << (8 * (5 - labels.size()))) - 1 : 255;
        const std::uint64_t number = labels[i].empty() ? most + 1 : ipv4Number(labels[i]).value_or(most + 1);
        if (number > most)
            return {};
        address += last ? number : number << (8 * (3 - i));
    }
    std::string text;
    for (const unsigned shift : {24U, 16U, 8U, 0U})
        text += (text.empty() ? "" : ".") + std::to_string(address >> shift & 0xFFU);
    return {HostKind::Ipv4, text};
}

ParsedHost ipv6Host(std::string_view inside)
{
    in6_addr address{};
    const std::string text(inside.substr(0, inside.find('%'))); // a zone is the machine's own business
    if (inet_pton(AF_INET6, text.c_str(), &address) != 1)
        return {};
    std::array<char, INET6_ADDRSTRLEN> out{};
    inet_ntop(AF_INET6, &address, out.data(), out.size());
    return {HostKind::Ipv6, out.data()};
}

} // namespace

ParsedHost parseHost(std::string_view written)
{
    if (written.starts_with('['))
        return written.ends_with(']') ? ipv6Host(written.substr(1, written.size() - 2)) : ParsedHost{};
    auto name = toAscii(percentDecoded(written));
    if (!name)
        return {};
    if (name->ends_with('.'))
        name->pop_back();
    if (name->empty() || name->size() > longestName || std::any_of(name->begin(), name->end(), isForbidden))
        return {};
    const auto labels = labelsOf(*name);
    if (isNumeric(labels.back()))
        return ipv4Host(labels);
    if (std::any_of(labels.begin(), labels.end(), [](std::string_view label) { return label.empty(); }))
        return {};
    return {HostKind::Name, *name};
}

ParsedHost parseOpaqueHost(std::string_view written)
{
    // What resolves such a host reads it as any other; a name only the scheme's own program knows is kept.
    ParsedHost resolved = parseHost(written);
    if (resolved.kind != HostKind::None || written.starts_with('['))
        return resolved;
    std::string text(written);
    std::transform(text.begin(), text.end(), text.begin(),
        [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    const bool bad = std::any_of(text.begin(), text.end(), [](char c) { return c != '%' && isForbidden(c); });
    return bad ? ParsedHost{} : ParsedHost{HostKind::Name, text};
}

} // namespace gatehouse
