// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/pii/contact.h"

#include "core/checks/pii/identifier.h"

#include <algorithm>
#include <arpa/inet.h>
#include <array>

namespace gatehouse {

namespace {

std::string lowered(std::string_view text)
{
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(),
        [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return out;
}

template <std::size_t N>
bool isAnyOf(std::string_view value, const std::array<std::string_view, N> &values)
{
    return std::find(values.begin(), values.end(), value) != values.end();
}

std::size_t digitsIn(std::string_view text)
{
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }));
}

// From the '@' back to where the local part begins, at most 60 characters.
ByteRange withLocalPart(std::string_view text, ByteRange range)
{
    static constexpr std::string_view allowed
        = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._%+'-";
    constexpr std::size_t longest = 60;
    const std::size_t stop = range.start - std::min(range.start, longest);
    std::size_t start = range.start;
    while (start > stop && allowed.find(text[start - 1]) != std::string_view::npos)
        --start;
    while (text[start] == '\'' || text[start] == '.')
        ++start;
    return {start, range.end};
}

// Role accounts say little about a person; names of files and packages look alike.
double judgeEmail(std::string_view text, ByteRange range)
{
    static constexpr std::array<std::string_view, 12> files{
        "png", "jpg", "jpeg", "gif", "svg", "webp", "js", "ts", "css", "json", "html", "py"};
    static constexpr std::array<std::string_view, 12> roles{"noreply", "no-reply", "donotreply", "git",
        "postmaster", "webmaster", "mailer-daemon", "info", "support", "sales", "contact", "abuse"};
    const std::string address = lowered(text.substr(range.start, range.size()));
    const std::size_t at = address.find('@');
    if (address.front() == '@' || address.find("..") != std::string::npos
        || isAnyOf(std::string_view(address).substr(address.rfind('.') + 1), files))
        return 0;
    return isAnyOf(std::string_view(address).substr(0, at), roles) ? 0.4 : 0.9;
}

constexpr std::array<std::string_view, 33> phoneWords{"phone", "telephone", "tel", "tel.", "mobile", "cell",
    "cellphone", "call", "called", "calling", "fax", "whatsapp", "sms", "office", "desk", "dial", "text me",
    "text us", "contact number", "reach me", "messages to", "answering at", "handy", "telefon",
    "telefonnummer", "rufnummer", "teléfono", "telefono", "móvil", "téléphone", "portable", "telefone",
    "celular"};

double judgeInternationalPhone(std::string_view text, ByteRange range)
{
    const std::size_t digits = digitsIn(text.substr(range.start, range.size()));
    if (digits < 8 || digits > 15)
        return 0;
    return hasContext(text, range, phoneWords) ? 0.95 : 0.75;
}

double judgeAmericanPhone(std::string_view text, ByteRange range)
{
    return hasContext(text, range, phoneWords) ? 0.9 : 0.6;
}

bool looksLikeDate(std::string_view value)
{
    const std::size_t first = value.find_first_of("-./ ");
    const std::size_t second
        = first == std::string_view::npos ? first : value.find_first_of("-./ ", first + 1);
    if (second == std::string_view::npos || value.find_first_of("-./ ", second + 1) != std::string_view::npos)
        return false;
    const std::size_t middle = second - first - 1, last = value.size() - second - 1;
    return middle <= 2 && ((first == 4 && last <= 2) || (first <= 2 && last == 4));
}

double judgeLocalPhone(std::string_view text, ByteRange range)
{
    const std::string_view value = text.substr(range.start, range.size());
    const std::size_t digits = digitsIn(value);
    const bool possible = digits >= 7 && digits <= 14 && !looksLikeDate(value);
    return possible && hasContext(text, range, phoneWords) ? 0.65 : 0;
}

double judgeIpv4(std::string_view text, ByteRange range)
{
    static constexpr std::array<std::string_view, 8> versions{
        "version", "release", "v", "ver", "build", "firmware", "sdk", "upgrade"};
    const std::string address(text.substr(range.start, range.size()));
    in_addr parsed{};
    if (inet_pton(AF_INET, address.c_str(), &parsed) != 1)
        return 0;
    const auto *octet = reinterpret_cast<const unsigned char *>(&parsed.s_addr);
    const bool nobody = octet[0] == 0 || octet[0] == 127 || octet[0] >= 224;
    const bool within = octet[0] == 10 || (octet[0] == 192 && octet[1] == 168)
        || (octet[0] == 172 && octet[1] / 16 == 1) || (octet[0] == 169 && octet[1] == 254);
    if (nobody || hasContext(text, range, versions))
        return 0.1;
    return within ? 0.4 : 0.8;
}

double judgeIpv6(std::string_view text, ByteRange range)
{
    const std::string address(text.substr(range.start, range.size()));
    in6_addr parsed{};
    constexpr std::size_t shortest = 8;
    if (address.size() < shortest || digitsIn(address) == 0
        || inet_pton(AF_INET6, address.c_str(), &parsed) != 1)
        return 0;
    const bool within
        = parsed.s6_addr[0] == 0xFE || (parsed.s6_addr[0] & 0xFEU) == 0xFC || parsed.s6_addr[0] == 0xFF;
    return within ? 0.4 : 0.8;
}

// Local part and first label are bounded so that an address is decided within 128 bytes (RFC 5321 allows a
// little more than anybody uses).
constexpr ContactPattern patterns[] = {
    {"email", R"([A-Za-z0-9_%+'-](@(?:[A-Za-z0-9-]{1,40}\.){1,6}[A-Za-z]{2,24})(?:[^A-Za-z0-9]|$))",
        R"([\w%+'-]@[A-Za-z0-9])", judgeEmail, withLocalPart},
    {"phone",
        R"((?:^|[^\w+])(\+[1-9][0-9]{0,2}[ .\-]{0,2}(?:\([0-9]{1,4}\)[ .\-]{0,2})?[0-9](?:[ .\-/]{0,2}[0-9]){5,12}(?:x[0-9]{1,6})?)(?:\W|$))",
        R"(\+[1-9])", judgeInternationalPhone},
    {"phone",
        R"((?:^|[^\w.\-/$])((?:\+?1[ .\-])?(?:\([2-9][0-9]{2}\)[ .\-]{0,2}|[2-9][0-9]{2}[ .\-]{1,2})[2-9][0-9]{2}[ .\-][0-9]{4}(?:\s?(?:x|ext\.?)\s?[0-9]{1,6})?)(?:\W|$))",
        R"([2-9][0-9]{2}[ .\-][0-9]{4})", judgeAmericanPhone},
    {"phone", R"((?:^|[^\w.,$/#+-])(\(?[0-9]{2,5}\)?(?:[ .\-/]{1,2}[0-9]{2,8}){1,5}|[0-9]{7,11})(?:\W|$))",
        R"((?:[0-9][ .\-/)]{0,2}){6}[0-9])", judgeLocalPhone},
    {"ipv4", R"((?:^|[^\w.-])((?:[0-9]{1,3}\.){3}[0-9]{1,3})(?:[^\w.]|\.(?:\D|$)|$))",
        R"([0-9]\.[0-9]{1,3}\.[0-9]{1,3}\.[0-9])", judgeIpv4},
    {"ipv6", R"((?:^|[^\w:.])((?:[0-9A-Fa-f]{0,4}:){2,7}[0-9A-Fa-f]{0,4})(?:[^\w:]|$))",
        R"(:[0-9A-Fa-f]{0,4}:)", judgeIpv6},
};

} // namespace

std::span<const ContactPattern> contactPatterns()
{
    return patterns;
}

} // namespace gatehouse
