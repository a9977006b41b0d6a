// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/sandbox/sandbox_call.h"

#include <boost/asio/post.hpp>

namespace gatehouse::gateway {
namespace {

using Kind = UpstreamFailure::Kind;

constexpr unsigned eventsAtOnce = 16;

tl::unexpected<UpstreamFailure> failed(Kind kind, std::string detail)
{
    return tl::unexpected(UpstreamFailure{kind, std::move(detail)});
}

} // namespace

SandboxCall::SandboxCall(asio::io_context &loop, const Timeouts &timeouts, const WireFormat &format)
    : m_loop(loop)
    , m_timeouts(timeouts)
    , m_format(format)
    , m_answer(sandboxAnswer(format))
    , m_timer(loop)
{
}

void SandboxCall::cancel()
{
    m_cancelled = true;
    m_timer.cancel();
}

Task<UpstreamResult<void>> SandboxCall::pause(Millis wanted, Millis allowed)
{
    if (wanted > Millis(0) && !m_cancelled) {
        error_code ignored;
        m_timer.expires_after(std::min(wanted, allowed));
        co_await m_timer.async_wait(into(ignored));
    }
    if (m_cancelled)
        co_return failed(Kind::Cancelled, "given up");
    if (wanted > allowed)
        co_return failed(Kind::TooSlow, "the sandbox was asked to be slow");
    co_return UpstreamResult<void>();
}

Task<UpstreamResult<ResponseHead>> SandboxCall::start(std::string_view body, bool stream)
{
    if (!m_answer)
        co_return failed(Kind::Garbage, "the sandbox has no answer in this format");
    auto script = readSandboxScript(m_format, body);
    if (!script)
        co_return failed(Kind::Garbage, script.error().what);
    m_script = std::move(*script);
    auto paused = co_await pause(m_script.delay, m_timeouts.firstByte);
    if (!paused)
        co_return tl::unexpected(paused.error());
    ResponseHead head{200, "application/json", {}, {}};
    if (m_script.errorStatus != 0) {
        head.status = m_script.errorStatus;
        if (head.status == 429)
            head.retryAfter = "1";
    } else if (stream) {
        head.contentType = "text/event-stream";
        m_stream = m_answer->stream(m_script);
    }
    co_return head;
}

Task<UpstreamResult<std::string_view>> SandboxCall::next()
{
    if (m_cancelled)
        co_return failed(Kind::Cancelled, "given up");
    if (m_stream)
        co_return co_await nextEvent();
    co_return wholeAnswer();
}

UpstreamResult<std::string_view> SandboxCall::wholeAnswer()
{
    if (m_sent)
        return std::string_view();
    if (m_script.drop)
        return failed(Kind::Unreachable, "the sandbox was asked to drop the connection");
    m_sent = true;
    if (m_script.errorStatus != 0)
        m_piece = m_answer->error(m_script.errorStatus);
    else
        m_piece = m_script.garbage ? "this is not the wire format" : m_answer->whole(m_script);
    return std::string_view(m_piece);
}

Task<UpstreamResult<std::string_view>> SandboxCall::nextEvent()
{
    if (m_sent) {
        auto paused = co_await pause(m_script.pace, m_timeouts.streamIdle);
        if (!paused)
            co_return tl::unexpected(paused.error());
    }
    // Nothing here waits for a network, so others on this loop are let in now and then.
    if (++m_events % eventsAtOnce == 0)
        co_await asio::post(m_loop, useTask);
    m_sent = true;
    if (m_script.drop && m_stream->pastMiddle())
        co_return failed(Kind::Unreachable, "the sandbox was asked to drop the connection");
    auto event = m_stream->next();
    m_piece = event ? std::move(*event) : std::string();
    if (m_script.garbage && !m_piece.empty())
        m_piece = "data: {this is not the wire format\n\n";
    co_return std::string_view(m_piece);
}

} // namespace gatehouse::gateway
