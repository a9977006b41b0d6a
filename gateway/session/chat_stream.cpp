// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// The streamed answer of a chat call: judged as it passes, ended once its verdict is durable.

#include "core/stream/openai_chat_stream.h"
#include "gateway/session/answer.h"
#include "gateway/session/chat_call.h"
#include "gateway/session/timed.h"
#include "gateway/worker.h"

#include <spdlog/spdlog.h>

namespace gatehouse::gateway {
namespace {

using Kind = UpstreamFailure::Kind;

class Counted {
public:
    explicit Counted(std::atomic<std::int64_t> &counter)
        : m_counter(counter)
    {
        ++m_counter;
    }
    ~Counted() { --m_counter; }
    Counted(const Counted &) = delete;
    Counted &operator=(const Counted &) = delete;

private:
    std::atomic<std::int64_t> &m_counter;
};

} // namespace

Task<void> ChatCall::answerStream()
{
    const Counted counted(m_worker.context().counters.streams);
    OpenAiChatStream judge(m_interaction.snapshot->policy, m_facts, &m_request.message, &m_replacements);
    const std::optional<UpstreamFailure> failure = co_await pump(judge);
    if (judge.wasCut() || failure)
        m_upstream->cancel();
    else
        m_upstream->settle();
    co_await endStream(judge, failure);
}

Task<std::optional<UpstreamFailure>> ChatCall::pump(OpenAiChatStream &judge)
{
    while (!judge.wasCut() && !judge.sawDone()) {
        const auto piece = co_await timed(m_waited, m_upstream->next());
        if (!piece)
            co_return piece.error();
        if (piece->empty())
            co_return UpstreamFailure{Kind::Garbage, "its stream ended without [DONE]"};
        const auto events = judge.feed(*piece);
        if (!events)
            co_return UpstreamFailure{Kind::Garbage, "its stream is not in the wire format"};
        if (events->empty())
            continue;
        const bool sent = co_await sendEvents(*events);
        if (!sent)
            co_return UpstreamFailure{Kind::Cancelled, "the client is gone"};
    }
    co_return std::nullopt;
}

// False when nothing more can be sent: the client is gone, or the call is not recorded.
Task<bool> ChatCall::sendEvents(std::string_view events)
{
    if (!m_begun) {
        const Status durable = co_await m_requestCommit->wait();
        if (!durable)
            co_return false;
        m_begun = true;
        const std::string fields
            = m_interaction.fields(m_request.evaluation.verdict.kind) + "cache-control: no-cache\r\n";
        m_connection.beginStream("text/event-stream", fields);
    }
    const bool sent = co_await timed(m_waited, m_connection.sendPiece(events));
    if (!sent)
        m_control.stop(StopReason::ClientGone);
    co_return sent;
}

Task<void> ChatCall::endStream(OpenAiChatStream &judge, const std::optional<UpstreamFailure> &failure)
{
    const std::uint64_t released = judge.releasedBytes();
    StreamEnd ended = judge.finish();
    CallEnd end;
    end.provider = m_provider->name;
    end.response = std::move(ended.response);
    end.evaluation = std::move(ended.evaluation);
    end.receivedBytes = failure ? released : ended.receivedBytes;
    end.waited = m_waited;
    if (failure) {
        end.outcome = outcomeOf(*failure);
        log(*failure);
    } else if (ended.cut) {
        end.outcome = store::Outcome::Cut;
    }
    const Verdict final = finalVerdict(m_request, end);
    const bool durable = co_await settleRecords(end, final);
    if (m_control.reason() == StopReason::ClientGone) {
        m_connection.closeAfterAnswer();
        co_return;
    }
    if (!durable) {
        const Refusal why = storeUnavailable();
        const std::string event = refusalEvent(why, m_interaction.refusalContext());
        if (m_begun)
            (void)co_await m_connection.endStream(event);
        else
            co_await answerUnrecorded(m_connection, why, &m_interaction);
        co_return;
    }
    co_await sayStreamEnd(judge, final, failure);
}

Task<void> ChatCall::sayStreamEnd(
    OpenAiChatStream &judge, const Verdict &final, const std::optional<UpstreamFailure> &failure)
{
    if (failure && !m_begun) {
        const Refusal why = refusalOf(*failure);
        std::string fields = m_interaction.fields(final.kind);
        appendRefusalFields(fields, why);
        const std::string body = refusalBody(why, m_interaction.refusalContext());
        (void)co_await m_connection.reply(why.status, "application/json", fields, body);
        co_return;
    }
    if (!m_begun) {
        const std::string fields
            = m_interaction.fields(m_request.evaluation.verdict.kind) + "cache-control: no-cache\r\n";
        m_connection.beginStream("text/event-stream", fields);
        m_begun = true;
    }
    const std::string last = failure ? refusalEvent(refusalOf(*failure), m_interaction.refusalContext())
                                     : judge.lastEvents(final);
    (void)co_await m_connection.endStream(last);
}

} // namespace gatehouse::gateway
