// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/http_poster.h"

#include "gateway/http/reply_head.h"
#include "gateway/upstream/http_exchange.h"

namespace gatehouse::gateway {

HttpPoster::HttpPoster(BaseUrl url, SecretString bearer, TlsContext tls)
    : m_url(std::move(url))
    , m_bearer(std::move(bearer))
    , m_tls(std::move(tls))
{
}

Result<HttpPoster> HttpPoster::to(const std::string &url, SecretString bearer)
{
    auto parsed = parseBaseUrl(url);
    if (!parsed)
        return fail(
            ErrorKind::InvalidInput, "not a URL to post to", url, "write it as https://host[:port]/path");
    TlsContext tls;
    if (parsed->tls) {
        auto made = clientTls();
        if (!made)
            return tl::unexpected(made.error());
        tls = std::move(*made);
    }
    return HttpPoster(std::move(*parsed), std::move(bearer), std::move(tls));
}

Result<int> HttpPoster::post(std::string_view body) const
{
    std::string head = "POST " + (m_url.path.empty() ? "/" : m_url.path) + " HTTP/1.1\r\n";
    appendField(head, "host", m_url.hostField());
    appendField(head, "user-agent", "gatehouse");
    appendField(head, "content-type", "application/json");
    appendField(head, "content-length", std::to_string(body.size()));
    if (!m_bearer.empty())
        appendField(head, "authorization", "Bearer " + std::string(m_bearer.reveal()));
    head += "connection: close\r\n\r\n";
    constexpr std::size_t noBody = 0; // whatever else the answer holds is of no interest
    const auto answer = exchangeOnce(m_url, m_tls.get(), head, body, noBody);
    if (!answer)
        return tl::unexpected(answer.error());
    return answer->status;
}

} // namespace gatehouse::gateway
