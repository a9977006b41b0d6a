// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/session/connection.h"

#include "gateway/worker.h"

namespace gatehouse::gateway {
namespace {

constexpr std::size_t readBytes = 16UL * 1024;
constexpr std::size_t lingerBytes = 16UL * 1024 * 1024;
constexpr Millis lingerTime{2'000};

std::string addressOf(const Socket &socket)
{
    error_code error;
    const auto endpoint = socket.remote_endpoint(error);
    return error ? std::string() : endpoint.address().to_string();
}

} // namespace

Connection::Connection(Worker &worker, Socket socket)
    : m_worker(worker)
    , m_source(addressOf(socket))
    , m_deadline(worker.deadlines(), [this] { takeTooLong(); })
    , m_alive(std::make_shared<bool>(true))
{
    m_wire = std::make_shared<Wire>(std::move(socket));
    m_worker.enter(*this);
}

Connection::~Connection()
{
    *m_alive = false;
    m_wire->cancel();
    m_worker.leave(*this);
}

// A client too slow in sending is still told so; one that takes nothing can't be.
void Connection::takeTooLong()
{
    m_tooSlow = true;
    if (m_writing)
        m_wire->cancel();
    else
        m_wire->interrupt();
}

Task<bool> Connection::open()
{
    if (!m_worker.context().serverTls)
        co_return true;
    const std::shared_ptr<SSL_CTX> tls = m_worker.context().serverTls->current();
    m_deadline.set(m_worker.context().config.timeouts.head);
    const error_code error = co_await m_wire->acceptTls(tls.get());
    m_deadline.clear();
    co_return !error;
}

Task<ReadOutcome> Connection::readHead()
{
    const GatewayConfig &config = m_worker.context().config;
    m_parser.emplace(config.limits.headerBytes, config.limits.bodyBytes);
    m_idle = m_buffer.size() == 0;
    if (m_idle && m_worker.context().draining)
        co_return ReadOutcome::Closed;
    m_deadline.set(m_idle ? config.timeouts.idle : config.timeouts.head);
    const ReadOutcome outcome = co_await readInto(false);
    m_deadline.clear();
    m_keepAlive = outcome == ReadOutcome::Done && m_parser->keep_alive();
    co_return outcome == ReadOutcome::TooSlow &&m_idle ? ReadOutcome::Closed : outcome;
}

Task<ReadOutcome> Connection::readBody()
{
    const Millis allowed = m_worker.context().config.timeouts.body;
    if (m_parser->announcesTooMuch())
        co_return ReadOutcome::BodyTooLarge;
    m_deadline.set(allowed);
    if (m_parser->head().expectsContinue && m_parser->hasBody() && m_buffer.size() == 0) {
        const bool told = co_await send("HTTP/1.1 100 Continue\r\n\r\n", {});
        if (!told)
            co_return ReadOutcome::Closed;
        m_deadline.set(allowed);
    }
    const ReadOutcome outcome = co_await readInto(true);
    m_deadline.clear();
    if (outcome != ReadOutcome::Done)
        m_keepAlive = false;
    co_return outcome;
}

Task<ReadOutcome> Connection::readInto(bool wantsBody)
{
    for (;;) {
        const ReadOutcome outcome = wantsBody ? m_parser->readBody(m_buffer) : m_parser->readHead(m_buffer);
        if (outcome != ReadOutcome::NeedsMore)
            co_return outcome;
        if (m_tooSlow)
            co_return ReadOutcome::TooSlow;
        const ReadResult read = co_await m_wire->readSome(m_buffer.prepare(readBytes));
        if (read.error)
            co_return m_tooSlow ? ReadOutcome::TooSlow : ReadOutcome::Closed;
        m_buffer.commit(read.bytes);
        const Timeouts &times = m_worker.context().config.timeouts;
        if (wantsBody)
            m_deadline.set(times.body);
        else if (m_idle)
            m_deadline.set(times.head);
        m_idle = false;
    }
}

Task<bool> Connection::send(std::string_view head, std::string_view body)
{
    m_deadline.set(m_worker.context().config.timeouts.write);
    m_writing = true;
    const error_code error = co_await m_wire->write(head, body);
    m_writing = false;
    m_deadline.clear();
    if (error)
        m_keepAlive = false;
    co_return !error;
}

Task<bool> Connection::reply(
    int status, std::string_view contentType, std::string_view fields, std::string_view body)
{
    // What was not read of the request can't be told from the next one.
    m_keepAlive = m_keepAlive && m_parser->is_done() && !m_worker.context().draining;
    ReplyHead head;
    head.status = status;
    head.contentType = contentType;
    head.contentLength = body.size();
    head.keepAlive = m_keepAlive;
    head.fields = fields;
    m_out.clear();
    appendReplyHead(m_out, head, m_worker.date());
    const bool wantsHeadOnly = m_parser->head().method == "HEAD";
    const std::string_view sentBody = wantsHeadOnly ? std::string_view() : body;
    co_return co_await send(m_out, sentBody);
}

void Connection::beginStream(std::string_view contentType, std::string_view fields)
{
    m_chunked = m_parser->head().version >= 11;
    m_keepAlive = m_keepAlive && m_chunked && m_parser->is_done() && !m_worker.context().draining;
    ReplyHead head;
    head.contentType = contentType;
    head.keepAlive = m_keepAlive;
    head.chunked = m_chunked;
    head.fields = fields;
    m_out.clear();
    appendReplyHead(m_out, head, m_worker.date());
}

Task<bool> Connection::sendPiece(std::string_view bytes)
{
    if (m_chunked)
        appendChunk(m_out, bytes);
    else
        m_out.append(bytes);
    const bool sent = co_await send(m_out, {});
    m_out.clear();
    co_return sent;
}

Task<bool> Connection::endStream(std::string_view lastBytes)
{
    if (!m_chunked)
        co_return co_await sendPiece(lastBytes);
    appendChunk(m_out, lastBytes);
    m_out.append(lastChunk);
    const bool sent = co_await send(m_out, {});
    m_out.clear();
    co_return sent;
}

void Connection::watch(CallControl &call)
{
    m_watched = &call;
    if (m_watchWaits || m_buffer.size() > 0)
        return; // a client that has sent its next request is there
    m_watchWaits = true;
    m_wire->socket().async_wait(
        Socket::wait_read, [this, alive = m_alive, wire = m_wire](const error_code &error) {
            if (!*alive)
                return;
            m_watchWaits = false;
            if (!error && m_watched != nullptr)
                look();
        });
}

void Connection::look()
{
    const Wire::Peer peer = m_wire->look();
    if (peer == Wire::Peer::Closed)
        m_watched->stop(StopReason::ClientGone);
    else if (peer == Wire::Peer::Silent)
        watch(*m_watched); // a TLS record that held nothing for us
}

Task<void> Connection::linger()
{
    m_deadline.set(lingerTime);
    for (std::size_t taken = m_buffer.size(); taken < lingerBytes;) {
        m_buffer.clear();
        const ReadResult read = co_await m_wire->readSome(m_buffer.prepare(readBytes));
        if (read.error)
            co_return;
        taken += read.bytes;
    }
}

void Connection::closeWhenIdle()
{
    m_keepAlive = false;
    if (m_idle)
        m_wire->cancel();
}

} // namespace gatehouse::gateway
