// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/upstream/http_call.h"

#include "gateway/http/reply_head.h"

#include <boost/asio/connect.hpp>
#include <boost/beast/http/error.hpp>
#include <openssl/crypto.h>

namespace gatehouse::gateway {
namespace {

namespace http = boost::beast::http;
using Kind = UpstreamFailure::Kind;

constexpr std::size_t readBytes = 16UL * 1024;

} // namespace

HttpCall::HttpCall(UpstreamLane lane, const store::Provider &provider)
    : m_lane(lane)
    , m_provider(provider)
    , m_resolver(lane.loop)
    , m_deadline(lane.deadlines, [this] {
        m_tooSlow = true;
        giveUp();
    })
{
    m_parser.emplace(lane.config.limits.headerBytes);
    if (auto url = parseBaseUrl(provider.baseUrl))
        m_url = *url;
}

HttpCall::~HttpCall() = default;

void HttpCall::cancel()
{
    m_cancelled = true;
    giveUp();
}

void HttpCall::giveUp()
{
    error_code ignored;
    m_resolver.cancel();
    if (m_connecting)
        m_connecting->cancel(ignored);
    if (m_wire)
        m_wire->cancel();
}

tl::unexpected<UpstreamFailure> HttpCall::failed(Kind kind, std::string detail) const
{
    if (m_cancelled)
        return tl::unexpected(UpstreamFailure{Kind::Cancelled, "given up"});
    if (m_tooSlow)
        return tl::unexpected(UpstreamFailure{Kind::TooSlow, "timed out: " + detail});
    return tl::unexpected(UpstreamFailure{kind, std::move(detail)});
}

Task<UpstreamResult<ResponseHead>> HttpCall::start(std::string_view body, bool stream)
{
    if (!m_url)
        co_return failed(Kind::Unreachable, "its base URL cannot be used");
    auto sent = co_await send(body, stream);
    if (!sent)
        co_return tl::unexpected(sent.error());
    m_deadline.set(m_lane.config.timeouts.firstByte);
    while (!m_parser->is_header_done()) {
        auto read = co_await readMore();
        if (!read)
            co_return tl::unexpected(read.error());
        // An interim answer (100, 103) says nothing; the real one follows.
        if (m_parser->is_header_done() && m_parser->head().status < 200) {
            m_parser.emplace(m_lane.config.limits.headerBytes);
            if (auto parsed = parse(); !parsed)
                co_return tl::unexpected(parsed.error());
        }
    }
    const ResponseHead &head = m_parser->head();
    if (!head.contentEncoding.empty() && head.contentEncoding != "identity")
        co_return failed(Kind::Garbage, "it compressed an answer nobody asked to be compressed");
    co_return head;
}

Task<UpstreamResult<void>> HttpCall::send(std::string_view body, bool stream)
{
    std::string head = requestHead(body.size(), stream);
    auto sent = co_await sendBytes(head, body);
    OPENSSL_cleanse(head.data(), head.size());
    co_return sent;
}

// Over an idle connection when there is one. It may have died unseen; a call is only repeated when not one
// byte of it left, because a provider may have begun to work on whatever did.
Task<UpstreamResult<void>> HttpCall::sendBytes(std::string_view head, std::string_view body)
{
    m_wire = m_lane.pool.take(m_url->origin());
    m_deadline.set(m_lane.config.timeouts.firstByte);
    if (m_wire) {
        const error_code error = co_await m_wire->write(head, body);
        if (!error)
            co_return UpstreamResult<void>();
        if (m_wire->written() > 0 || m_cancelled || m_tooSlow)
            co_return failed(Kind::Unreachable, "the connection broke while the call was sent");
        m_wire.reset();
    }
    m_deadline.set(m_lane.config.timeouts.connect);
    auto connected = co_await connect();
    if (!connected)
        co_return connected;
    m_deadline.set(m_lane.config.timeouts.firstByte);
    const error_code error = co_await m_wire->write(head, body);
    if (error)
        co_return failed(Kind::Unreachable, "the connection broke while the call was sent");
    co_return UpstreamResult<void>();
}

Task<UpstreamResult<void>> HttpCall::connect()
{
    error_code error;
    const std::string port = std::to_string(m_url->port);
    const auto endpoints = co_await m_resolver.async_resolve(m_url->host, port, into(error));
    if (error || m_cancelled || m_tooSlow)
        co_return failed(Kind::Unreachable, "its name does not resolve: " + error.message());
    auto connected = co_await connectTo(endpoints);
    if (!connected || !m_url->tls)
        co_return connected;
    std::string why;
    TlsSession session = clientSession(m_lane.tls, m_url->host);
    error = co_await m_wire->connectTls(session, why);
    if (error)
        co_return failed(Kind::Unreachable, "TLS handshake failed" + (why.empty() ? "" : ": " + why));
    co_return UpstreamResult<void>();
}

Task<UpstreamResult<void>> HttpCall::connectTo(const Resolver::results_type &endpoints)
{
    error_code error = asio::error::host_not_found;
    for (const auto &entry : endpoints) {
        m_connecting.emplace(m_lane.loop);
        co_await m_connecting->async_connect(entry.endpoint(), into(error));
        if (m_cancelled || m_tooSlow)
            break;
        if (error)
            continue;
        m_wire = std::make_unique<Wire>(std::move(*m_connecting));
        m_connecting.reset();
        co_return UpstreamResult<void>();
    }
    co_return failed(Kind::Unreachable, "cannot connect: " + error.message());
}

// Holds the credential: whoever asks for it wipes it.
std::string HttpCall::requestHead(std::size_t bodySize, bool stream) const
{
    constexpr std::size_t usualFields = 512;
    const std::string_view credential = m_provider.credential.reveal();
    std::string head;
    // Never grows, so that no copy of the credential is left behind.
    head.reserve(usualFields + m_url->path.size() + m_url->host.size() + credential.size());
    head.append("POST ").append(m_url->path).append("/chat/completions HTTP/1.1\r\n");
    appendField(head, "host", m_url->hostField());
    appendField(head, "user-agent", "gatehouse");
    appendField(head, "accept", stream ? "text/event-stream" : "application/json");
    appendField(head, "accept-encoding", "identity");
    appendField(head, "content-type", "application/json");
    appendField(head, "content-length", std::to_string(bodySize));
    if (!credential.empty()) {
        head.append("authorization: Bearer ");
        appendPrintable(head, credential);
        head.append("\r\n");
    }
    head.append("\r\n");
    return head;
}

Task<UpstreamResult<void>> HttpCall::readMore()
{
    const ReadResult read = co_await m_wire->readSome(m_buffer.prepare(readBytes));
    if (read.error == asio::error::eof && m_parser->is_header_done() && m_parser->need_eof()) {
        error_code error;
        m_parser->put_eof(error);
        co_return UpstreamResult<void>();
    }
    if (read.error)
        co_return failed(Kind::Unreachable, "the connection broke before the answer was whole");
    m_buffer.commit(read.bytes);
    co_return parse();
}

UpstreamResult<void> HttpCall::parse()
{
    while (m_buffer.size() > 0 && !m_parser->is_done()) {
        error_code error;
        const std::size_t used = m_parser->put(m_buffer.data(), error);
        m_buffer.consume(used);
        if (error == http::error::need_more)
            return {};
        if (error)
            return failed(Kind::Garbage, "its answer is not HTTP: " + error.message());
        m_parser->eager(true);
        if (used == 0)
            return {};
    }
    return {};
}

Task<UpstreamResult<std::string_view>> HttpCall::next()
{
    m_parser->eager(true);
    auto parsed = parse();
    while (parsed && !m_parser->hasBody() && !m_parser->is_done()) {
        m_deadline.set(m_lane.config.timeouts.streamIdle);
        parsed = co_await readMore();
    }
    m_deadline.clear();
    if (!parsed)
        co_return tl::unexpected(parsed.error());
    m_parser->takeBody(m_piece);
    if (m_piece.empty())
        settle();
    co_return std::string_view(m_piece);
}

void HttpCall::settle()
{
    m_deadline.clear();
    if (!m_wire || m_cancelled || !parse() || !m_parser->is_done())
        return;
    if (m_parser->keep_alive() && m_buffer.size() == 0)
        m_lane.pool.keep(m_url->origin(), std::move(m_wire));
}

} // namespace gatehouse::gateway
