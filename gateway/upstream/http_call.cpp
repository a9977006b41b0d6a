// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/upstream/http_call.h"

#include "gateway/http/reply_head.h"
#include "gateway/upstream/address_guard.h"

#include <boost/asio/connect.hpp>
#include <openssl/crypto.h>

namespace gatehouse::gateway {
namespace {

using Kind = UpstreamFailure::Kind;

constexpr std::size_t readBytes = 16UL * 1024;

} // namespace

HttpCall::HttpCall(UpstreamLane lane, HttpTarget target)
    : m_lane(lane)
    , m_target(std::move(target))
    , m_resolver(lane.loop)
    , m_deadline(lane.deadlines, [this] {
        m_tooSlow = true;
        giveUp();
    })
{
    m_parser.emplace(lane.config.limits.headerBytes);
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
    m_wire = m_lane.pool.take(m_target.url.origin());
    m_kept = m_wire != nullptr;
    auto answered = co_await send(body, stream);
    if (!answered && mayRepeat()) {
        m_wire.reset();
        m_kept = false;
        m_broken = false;
        answered = co_await send(body, stream);
    }
    if (!answered)
        co_return tl::unexpected(answered.error());
    const ResponseHead &head = m_parser->head();
    if (!head.contentEncoding.empty() && head.contentEncoding != "identity")
        co_return failed(Kind::Garbage, "it compressed an answer nobody asked to be compressed");
    co_return head;
}

// A kept connection may have been closed unseen, or while the call was on its way. Nothing came back then,
// and a call of which not one byte left, or which does no harm twice, goes out once more.
bool HttpCall::mayRepeat() const
{
    const bool unsent = m_wire != nullptr && m_wire->written() == 0;
    return m_kept && m_broken && !m_answered && (unsent || m_target.repeatable) && !m_cancelled && !m_tooSlow;
}

Task<UpstreamResult<void>> HttpCall::send(std::string_view body, bool stream)
{
    if (!m_wire) {
        m_deadline.set(m_lane.config.timeouts.connect);
        auto connected = co_await connect();
        if (!connected)
            co_return connected;
    }
    std::string head = requestHead(body.size(), stream);
    auto sent = co_await sendBytes(head, body);
    OPENSSL_cleanse(head.data(), head.size());
    if (!sent)
        co_return sent;
    co_return co_await readHead();
}

Task<UpstreamResult<void>> HttpCall::sendBytes(std::string_view head, std::string_view body)
{
    m_deadline.set(m_lane.config.timeouts.firstByte);
    const error_code error = co_await m_wire->write(head, body);
    if (!error)
        co_return UpstreamResult<void>();
    m_broken = true;
    co_return failed(Kind::Unreachable, "the connection broke while the call was sent");
}

Task<UpstreamResult<void>> HttpCall::readHead()
{
    m_deadline.set(m_lane.config.timeouts.firstByte);
    while (!m_parser->is_header_done()) {
        auto read = co_await readMore();
        // An interim answer (100, 103) says nothing; the real one follows.
        while (read && m_parser->is_header_done() && m_parser->head().status < 200) {
            if (m_parser->head().status == 101)
                co_return failed(Kind::Garbage, "it wants to speak another protocol");
            m_parser.emplace(m_lane.config.limits.headerBytes);
            read = parse();
        }
        if (!read)
            co_return tl::unexpected(read.error());
    }
    co_return UpstreamResult<void>();
}

Task<UpstreamResult<void>> HttpCall::connect()
{
    error_code error;
    const std::string port = std::to_string(m_target.url.port);
    const auto endpoints = co_await m_resolver.async_resolve(m_target.url.host, port, into(error));
    if (error || m_cancelled || m_tooSlow)
        co_return failed(Kind::Unreachable, "its name does not resolve: " + error.message());
    auto connected = co_await connectTo(endpoints);
    if (!connected || !m_target.url.tls)
        co_return connected;
    std::string why;
    TlsSession session = clientSession(m_lane.tls, m_target.url.host);
    error = co_await m_wire->connectTls(session, why);
    if (error)
        co_return failed(Kind::Unreachable, "TLS handshake failed" + (why.empty() ? "" : ": " + why));
    co_return UpstreamResult<void>();
}

Task<UpstreamResult<void>> HttpCall::connectTo(const Resolver::results_type &endpoints)
{
    error_code error = asio::error::host_not_found;
    for (const auto &entry : endpoints) {
        if (m_target.privateNetworks && !mayReach(entry.endpoint().address(), *m_target.privateNetworks)) {
            error = asio::error::access_denied;
            continue;
        }
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
    const std::string_view credential
        = m_target.credential ? m_target.credential->reveal() : std::string_view();
    std::string head;
    // Never grows, so that no copy of the credential is left behind.
    head.reserve(usualFields + m_target.path.size() + m_target.url.host.size() + m_target.fields.size()
        + credential.size());
    head.append("POST ").append(m_target.path).append(" HTTP/1.1\r\n");
    appendField(head, "host", m_target.url.hostField());
    appendField(head, "user-agent", "gatehouse");
    appendField(head, "accept", stream ? "text/event-stream" : "application/json");
    appendField(head, "accept-encoding", "identity");
    appendField(head, "content-type", "application/json");
    appendField(head, "content-length", std::to_string(bodySize));
    head.append(m_target.fields);
    if (!credential.empty()) {
        head.append(m_target.credentialField);
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
    if (read.error) {
        m_broken = true;
        co_return failed(Kind::Unreachable, "the connection broke before the answer was whole");
    }
    m_answered = true;
    m_buffer.commit(read.bytes);
    co_return parse();
}

UpstreamResult<void> HttpCall::parse()
{
    if (const error_code error = m_parser->read(m_buffer))
        return failed(Kind::Garbage, "its answer is not HTTP: " + error.message());
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
        m_lane.pool.keep(m_target.url.origin(), std::move(m_wire));
}

} // namespace gatehouse::gateway
