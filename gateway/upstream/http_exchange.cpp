// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/upstream/http_exchange.h"

#include "gateway/http/response_parser.h"
#include "gateway/net/deadlines.h"
#include "gateway/net/wire.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/post.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <optional>

namespace gatehouse::gateway {
namespace {

constexpr std::size_t headerLimit = 16UL * 1024;
constexpr std::size_t readBytes = 4UL * 1024;
constexpr std::chrono::seconds patience{10}; // for all of it

class Exchange {
public:
    Exchange(const BaseUrl &url, SSL_CTX *tls, std::size_t mostBody)
        : m_url(url)
        , m_tls(tls)
        , m_mostBody(mostBody)
        , m_deadlines(m_loop)
        , m_resolver(m_loop)
    {
    }

    Result<HttpDocument> run(std::string_view head, std::string_view body, const std::stop_token &stop)
    {
        Result<HttpDocument> answer = fail(ErrorKind::Unreachable, "no answer", m_url.origin());
        m_deadlines.start({});
        Deadline deadline(m_deadlines, [this] { giveUp("timed out: "); });
        deadline.set(patience);
        const std::stop_callback onStop(
            stop, [this] { asio::post(m_loop, [this] { giveUp("given up: "); }); });
        asio::co_spawn(m_loop.get_executor(), exchange(head, body, answer),
            [this](const std::exception_ptr &) { m_deadlines.stop(); });
        m_loop.run();
        return answer;
    }

private:
    void giveUp(std::string_view why)
    {
        m_givenUp = why;
        error_code ignored;
        m_resolver.cancel();
        if (m_connecting)
            m_connecting->cancel(ignored);
        if (m_wire)
            m_wire->cancel();
    }

    [[nodiscard]] Error failed(const std::string &what) const
    {
        return {ErrorKind::Unreachable, std::string(m_givenUp) + what, m_url.origin(), {}};
    }

    Task<void> exchange(std::string_view head, std::string_view body, Result<HttpDocument> &answer)
    {
        const auto connected = co_await connect();
        if (!connected) {
            answer = tl::unexpected(connected.error());
            co_return;
        }
        const error_code error = co_await m_wire->write(head, body);
        if (error)
            answer = tl::unexpected(failed("the connection broke"));
        else
            answer = co_await readAnswer();
    }

    Task<Status> connect()
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
            if (!error || !m_givenUp.empty())
                break;
        }
        if (error || !m_givenUp.empty())
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
        co_return Status();
    }

    Task<Result<HttpDocument>> readAnswer()
    {
        ResponseParser parser(headerLimit);
        boost::beast::flat_buffer buffer;
        HttpDocument document;
        std::string piece;
        const auto isWhole = [&] { return m_mostBody == 0 ? parser.is_header_done() : parser.is_done(); };
        while (!isWhole()) {
            const ReadResult read = co_await m_wire->readSome(buffer.prepare(readBytes));
            if (read.error == asio::error::eof && parser.is_header_done() && parser.need_eof())
                break;
            if (read.error)
                co_return tl::unexpected(failed("the connection broke before its answer was whole"));
            buffer.commit(read.bytes);
            if (parser.read(buffer))
                co_return tl::unexpected(failed("its answer is not HTTP"));
            parser.takeBody(piece);
            document.body += piece;
            if (m_mostBody > 0 && document.body.size() > m_mostBody)
                co_return tl::unexpected(failed("its answer is too long"));
        }
        document.status = parser.head().status;
        document.cacheControl = parser.head().cacheControl;
        co_return document;
    }

    const BaseUrl &m_url;
    SSL_CTX *m_tls;
    std::size_t m_mostBody;
    asio::io_context m_loop{1};
    Deadlines m_deadlines;
    Resolver m_resolver;
    std::optional<Socket> m_connecting;
    std::optional<Wire> m_wire;
    std::string_view m_givenUp; // why, before what was being done; "" while it is not
};

} // namespace

Result<HttpDocument> exchangeOnce(const BaseUrl &url, SSL_CTX *tls, std::string_view head,
    std::string_view body, std::size_t mostBody, const std::stop_token &stop)
{
    Exchange exchange(url, tls, mostBody);
    return exchange.run(head, body, stop);
}

} // namespace gatehouse::gateway
