// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/egress/url_payload.h"

#include <algorithm>
#include <charconv>
#include <openssl/evp.h>

namespace gatehouse {

namespace {

constexpr std::size_t shortestPart = 4;
constexpr std::size_t shortestEncoded = 8;

std::optional<unsigned char> hexByte(std::string_view text, std::size_t at)
{
    unsigned value = 0;
    if (at + 2 > text.size())
        return {};
    const char *end = text.data() + at + 2;
    const auto [stop, error] = std::from_chars(text.data() + at, end, value, 16);
    return error == std::errc() && stop == end ? std::optional(static_cast<unsigned char>(value))
                                               : std::nullopt;
}

std::string withoutPercent(std::string_view text)
{
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto escaped = text[at] == '%' ? hexByte(text, at + 1) : std::nullopt;
        out.push_back(escaped ? static_cast<char>(*escaped) : text[at]);
        at += escaped ? 2 : 0;
    }
    return out;
}

// Printable characters throughout; bytes of UTF-8 are taken as such.
bool isReadable(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return (byte >= 0x20 && byte != 0x7F) || c == '\n' || c == '\t' || c == '\r';
    });
}

std::optional<std::string> fromHex(std::string_view text)
{
    std::string out;
    if (text.size() < shortestEncoded || text.size() % 2 != 0)
        return {};
    for (std::size_t at = 0; at < text.size(); at += 2) {
        const auto byte = hexByte(text, at);
        if (!byte)
            return {};
        out.push_back(static_cast<char>(*byte));
    }
    return isReadable(out) ? std::optional(out) : std::nullopt;
}

std::optional<std::string> fromBase64(std::string text)
{
    while (text.ends_with('='))
        text.pop_back();
    if (text.size() < shortestEncoded || text.size() % 4 == 1)
        return {};
    // A space is a plus that was taken for an escape.
    for (char &c : text)
        c = c == '-' || c == ' ' ? '+' : c == '_' ? '/' : c;
    const std::size_t padding = (4 - text.size() % 4) % 4;
    text.append(padding, '=');
    std::string out(text.size() / 4 * 3, '\0');
    const int size = EVP_DecodeBlock(reinterpret_cast<unsigned char *>(out.data()),
        reinterpret_cast<const unsigned char *>(text.data()), static_cast<int>(text.size()));
    if (size < 0)
        return {};
    out.resize(static_cast<std::size_t>(size) - padding);
    return isReadable(out) ? std::optional(out) : std::nullopt;
}

void addSplit(std::string_view text, std::string_view marks, std::vector<std::string> &parts)
{
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of(marks), text.size());
        if (std::string part = withoutPercent(text.substr(0, end)); part.size() >= shortestPart)
            parts.push_back(std::move(part));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

std::string_view freeLabels(const UrlParts &url)
{
    const std::string_view host = url.host;
    const std::size_t last = host.rfind('.');
    const std::size_t before = last == std::string_view::npos || last == 0 ? last : host.rfind('.', last - 1);
    const bool hasFree = url.hostKind == HostKind::Name && before != std::string_view::npos;
    return hasFree ? host.substr(0, before) : std::string_view();
}

} // namespace

std::vector<std::string> freePartsOf(const UrlParts &url)
{
    std::vector<std::string> parts;
    addSplit(freeLabels(url), ".", parts);
    addSplit(url.userInfo, ":", parts);
    addSplit(url.path, "/", parts);
    addSplit(url.query, "&=;", parts);
    addSplit(url.fragment, "&=", parts);
    return parts;
}

std::vector<Payload> decodePayload(const std::string &written)
{
    constexpr std::size_t mostLayers = 3;
    std::vector<Payload> payloads{{written, false}};
    for (std::size_t layer = 0; layer < mostLayers; ++layer) {
        const std::string text = withoutPercent(payloads.back().text);
        auto decoded = fromHex(text);
        if (!decoded)
            decoded = fromBase64(text);
        if (!decoded)
            break;
        payloads.push_back({std::move(*decoded), true});
    }
    return payloads;
}

} // namespace gatehouse
