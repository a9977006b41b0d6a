// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/upstream/http_target.h"

#include "gateway/http/reply_head.h"

namespace gatehouse::gateway {
namespace {

// RFC 3986, section 2.3: everything that is not unreserved is escaped, a slash too.
std::string escaped(std::string_view text)
{
    static constexpr char digits[] = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
            || c == '-' || c == '.' || c == '_' || c == '~';
        if (plain) {
            out += c;
        } else {
            out += '%';
            out += digits[byte >> 4];
            out += digits[byte & 0xf];
        }
    }
    return out;
}

// The Responses API keeps what it is told, and names the deployment in the body; every other call is below
// its deployment.
std::string azurePath(
    const store::Provider &provider, const BaseUrl &url, const WireNames &format, std::string_view deployment)
{
    std::string path = url.path + "/openai";
    if (format.route != "responses")
        path += "/deployments/" + escaped(deployment);
    path += format.upstreamPath;
    return path + "?api-version=" + escaped(provider.apiVersion);
}

} // namespace

HttpTarget targetOf(const store::Provider &provider, const BaseUrl &url, const WireNames &format,
    std::string_view upstreamModel)
{
    HttpTarget target;
    target.url = url;
    target.path = url.path + std::string(format.upstreamPath);
    target.credential = &provider.credential;
    target.credentialField = "authorization: Bearer ";
    // A stored response is there twice when it is asked for twice.
    target.repeatable = format.route != "responses";
    if (provider.kind == store::ProviderKind::Anthropic) {
        target.credentialField = "x-api-key: ";
        appendField(target.fields, "anthropic-version", provider.apiVersion);
    } else if (provider.kind == store::ProviderKind::Azure) {
        target.credentialField = "api-key: ";
        target.path = azurePath(provider, url, format, upstreamModel);
    }
    return target;
}

} // namespace gatehouse::gateway
