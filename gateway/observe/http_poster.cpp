// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/http_poster.h"

#include "gateway/http/reply_head.h"
#include "gateway/http/response_parser.h"
#include "gateway/net/deadlines.h"
#include "gateway/net/wire.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <functional>
#include <optional>

namespace gatehouse::gateway {
namespace {

constexpr std::size_t headerLimit = 16UL * 1024;
constexpr std::size_t readBytes = 4UL * 1024;

// One document on its way, on a loop of its own.
class Posting {
public:
    Posting(const BaseUrl &url, SSL_CTX *tls)
        : m_url(url)
        , m_tls(tls)
        , m_deadlines(m_loop)
        , m_resolver(m_loop)
    {
    }

    Result<int> run(std::string_view head, std::string_view body)
    {
        Result<int> answer = fail(ErrorKind::Unreachable, "no answer", m_url.origin());
        m_deadlines.start({});
        Deadline deadline(m_deadlines, [this] { giveUp(); });
        deadline.set(HttpPoster::patience);
        asio::co_spawn(m_loop.get_executor(), exchange(head, body, answer),
            [this](const std::exception_ptr &) { m_deadlines.stop(); });
        m_loop.run();
        return answer;
    }

private:
    void giveUp()
    {
        m_tooSlow = true;
        error_code ignored;
        m_resolver.cancel();
        if (m_connecting)
            m_connecting->cancel(ignored);
        if (m_wire)
            m_wire->cancel();
    }

    [[nodiscard]] Error failed(const std::string &what) const
    {
        return {ErrorKind::Unreachable, m_tooSlow ? "timed out: " + what : what, m_url.origin(), {}};
    }

    Task<void> exchange(std::string_view head, std::string_view body, Result<int> &answer)
    {
        answer = co_await connect();
        if (!answer)
            co_return;
        const error_code error = co_await m_wire->write(head, body);
        if (error)
            answer = tl::unexpected(failed("the connection broke"));
        else
            answer = co_await readStatus();
    }

    Task<Result<int>> connect()
    {
        error_code error;
        const std::string port = std::to_string(m_url.port);
        const auto endpoints = co_await m_resolver.async_resolve(m_url.host, port, into(error));
        if (error)
            co_return tl::unexpected(failed("its name does not resolve: " + error.message()));
        error = asio::error::host_not_found;
        for (const auto &entry : endpoints) {
            m_connecting.emplace(m_loop);
            co_await m_connecting->async_connect(entry.endpoint(), into(error));
            if (!error || m_tooSlow)
                break;
        }
        if (error || m_tooSlow)
            co_return tl::unexpected(failed("cannot connect: " + error.message()));
        m_wire.emplace(std::move(*m_connecting));
        m_connecting.reset();
        if (m_url.tls) {
            std::string why;
            TlsSession session = clientSession(m_tls, m_url.host);
            error = co_await m_wire->connectTls(session, why);
            if (error)
                co_return tl::unexpected(failed("TLS handshake failed" + (why.empty() ? "" : ": " + why)));
        }
        co_return 0;
    }

    // Whatever else the answer holds is of no interest.
    Task<Result<int>> readStatus()
    {
        ResponseParser parser(headerLimit);
        boost::beast::flat_buffer buffer;
        while (!parser.is_header_done()) {
            const ReadResult read = co_await m_wire->readSome(buffer.prepare(readBytes));
            if (read.error)
                co_return tl::unexpected(failed("the connection broke before its answer"));
            buffer.commit(read.bytes);
            if (parser.read(buffer))
                co_return tl::unexpected(failed("its answer is not HTTP"));
        }
        co_return parser.head().status;
    }

    const BaseUrl &m_url;
    SSL_CTX *m_tls;
    asio::io_context m_loop{1};
    Deadlines m_deadlines;
    Resolver m_resolver;
    std::optional<Socket> m_connecting;
    std::optional<Wire> m_wire;
    bool m_tooSlow = false;
};

} // namespace

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
    Posting posting(m_url, m_tls.get());
    return posting.run(head, body);
}

} // namespace gatehouse::gateway
