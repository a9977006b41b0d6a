// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/upstream/base_url.h"

#include <charconv>

namespace gatehouse::gateway {
namespace {

std::string bracketed(const std::string &host)
{
    return host.find(':') == std::string::npos ? host : "[" + host + "]";
}

bool takePort(std::string_view digits, std::uint16_t &port)
{
    const auto parsed = std::from_chars(digits.data(), digits.data() + digits.size(), port);
    return parsed.ec == std::errc() && parsed.ptr == digits.data() + digits.size() && port != 0;
}

// "host", "host:port", "[::1]", "[::1]:port"
bool takeAuthority(std::string_view authority, BaseUrl &url)
{
    const std::size_t bracket = authority.starts_with('[') ? authority.find(']') : std::string_view::npos;
    if (authority.starts_with('[') && bracket == std::string_view::npos)
        return false;
    const std::size_t colon = authority.find(':', bracket == std::string_view::npos ? 0 : bracket);
    if (bracket == std::string_view::npos)
        url.host = std::string(authority.substr(0, colon));
    else
        url.host = std::string(authority.substr(1, bracket - 1));
    return !url.host.empty()
        && (colon == std::string_view::npos || takePort(authority.substr(colon + 1), url.port));
}

} // namespace

std::string BaseUrl::origin() const
{
    return (tls ? "https://" : "http://") + bracketed(host) + ":" + std::to_string(port);
}

std::string BaseUrl::hostField() const
{
    const bool usual = port == (tls ? 443 : 80);
    return usual ? bracketed(host) : bracketed(host) + ":" + std::to_string(port);
}

Result<BaseUrl> parseBaseUrl(std::string_view text)
{
    const auto wrong = fail(
        ErrorKind::InvalidInput, "not a base URL of a provider", {}, "write it as https://host[:port]/v1");
    BaseUrl url;
    url.tls = text.starts_with("https://");
    if (!url.tls && !text.starts_with("http://"))
        return wrong;
    text.remove_prefix(url.tls ? 8 : 7);
    url.port = url.tls ? 443 : 80;
    for (const char c : text) {
        if (static_cast<unsigned char>(c) <= 0x20 || c == 0x7f || c == '@' || c == '?' || c == '#')
            return wrong;
    }
    const std::size_t slash = text.find('/');
    if (!takeAuthority(text.substr(0, slash), url))
        return wrong;
    if (slash != std::string_view::npos)
        url.path = std::string(text.substr(slash));
    while (url.path.ends_with('/'))
        url.path.pop_back();
    return url;
}

} // namespace gatehouse::gateway
