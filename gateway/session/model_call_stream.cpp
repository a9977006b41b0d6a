// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// The streamed answer of a call: judged as it passes, ended once its verdict is durable.

#include "core/message/wire_format.h"
#include "core/stream/stream_judge.h"
#include "gateway/session/answer.h"
#include "gateway/session/model_call.h"
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

Task<void> ModelCall::answerStream()
{
    const Counted counted(m_worker.context().counters.streams);
    m_streaming = true;
    StreamSubject subject{m_interaction.snapshot->policy, m_facts, &m_request.message, &m_replacements,
        publicModel(), &m_exceptions};
    subject.call.failedBefore = failedRules(m_request.evaluation.verdict);
    if (m_interaction.snapshot->policy->asksRemote()) {
        m_responseRound.emplace(questionContext());
        subject.call.remote = &*m_responseRound;
    }
    const std::unique_ptr<StreamJudge> judge = m_format.judgeStream(std::move(subject));
    const std::optional<UpstreamFailure> failure = co_await pump(*judge);
    if (judge->wasCut() || failure)
        m_upstream->cancel();
    else
        m_upstream->settle();
    co_await endStream(*judge, failure);
}

Task<std::optional<UpstreamFailure>> ModelCall::pump(StreamJudge &judge)
{
    std::size_t left = m_worker.context().config.limits.streamBytes;
    while (!judge.wasCut() && !judge.sawDone()) {
        const auto piece = co_await timed(m_waited, m_upstream->next());
        if (!piece)
            co_return piece.error();
        if (piece->empty())
            co_return UpstreamFailure{Kind::Garbage, "its stream ended without saying so"};
        if (piece->size() > left)
            co_return UpstreamFailure{Kind::Garbage, "its stream is over the size limit"};
        left -= piece->size();
        const auto events = judge.feed(*piece);
        if (!events)
            co_return UpstreamFailure{Kind::Garbage, "its stream is not in the wire format"};
        timeHoldBack(!events->empty());
        if (events->empty())
            continue;
        const bool sent = co_await sendEvents(*events);
        if (!sent)
            co_return UpstreamFailure{Kind::Cancelled, "the client is gone"};
    }
    co_return std::nullopt;
}

// From the first piece of which nothing could be sent yet to the next of which something was.
void ModelCall::timeHoldBack(bool released)
{
    const auto now = SteadyClock::now();
    const bool holding = m_heldSince != SteadyClock::time_point();
    if (!released) {
        m_heldSince = holding ? m_heldSince : now;
    } else if (holding) {
        const auto held = std::chrono::duration_cast<Micros>(now - m_heldSince);
        m_holdBack.longestTime = std::max(m_holdBack.longestTime, held);
        m_heldSince = {};
    }
}

// False when nothing more can be sent: the client is gone, or the call is not recorded.
Task<bool> ModelCall::sendEvents(std::string_view events)
{
    if (!m_begun) {
        const Status durable = co_await m_requestCommit->hurry();
        if (!durable && !m_interaction.failsOpen())
            co_return false;
        beginStream(durable.has_value());
    }
    const bool sent = co_await timed(m_waited, m_connection.sendPiece(events));
    if (!sent)
        m_control.stop(StopReason::ClientGone);
    co_return sent;
}

void ModelCall::beginStream(bool durable)
{
    m_begun = true;
    std::string fields
        = m_interaction.fields(m_request.evaluation.verdict.kind) + "cache-control: no-cache\r\n";
    m_saidUnrecorded = !durable;
    if (!durable)
        noteUnrecorded(m_worker, fields);
    m_connection.beginStream("text/event-stream", fields);
}

Task<void> ModelCall::endStream(StreamJudge &judge, const std::optional<UpstreamFailure> &failure)
{
    const std::uint64_t released = judge.releasedBytes();
    StreamEnd ended = co_await finished(judge);
    CallEnd end;
    end.provider = provider().name;
    end.response = std::move(ended.response);
    end.evaluation = std::move(ended.evaluation);
    const bool gone = m_control.reason() == StopReason::ClientGone;
    end.receivedBytes = failure || gone ? released : ended.receivedBytes;
    end.waited = m_waited;
    if (failure) {
        end.outcome = outcomeOf(*failure);
        noteFailure(*failure);
        log(*failure);
    } else if (gone) {
        end.outcome = store::Outcome::ClientAbort;
    } else if (ended.cut) {
        end.outcome = store::Outcome::Cut;
    } else if (callsForeignTool(end.response)) {
        // Calls are held back to the end, so nothing of it is out.
        addFinding(*end.evaluation, foreignTool);
        end.outcome = store::Outcome::Cut;
        m_broken = foreignToolRefusal();
    }
    if (failure)
        m_broken = refusalOf(*failure);
    settleUsage(end);
    const Verdict final = finalVerdict(m_request, end);
    const bool durable = co_await settleRecords(end, final);
    timeHoldBack(true);
    m_holdBack.longestBytes = ended.longestHoldBack;
    m_errorCode = m_broken ? m_broken->code : std::string();
    report(end, final, m_broken && !m_begun ? m_broken->status : 200);
    if (m_control.reason() == StopReason::ClientGone) {
        m_connection.closeAfterAnswer();
        co_return;
    }
    if (!durable && !m_interaction.failsOpen()) {
        const Refusal why = storeUnavailable();
        const std::string event = refusalEvent(why, m_interaction.refusalContext());
        if (m_begun)
            (void)co_await m_connection.endStream(event);
        else
            co_await answerUnrecorded(m_connection, why, &m_interaction);
        co_return;
    }
    co_await sayStreamEnd(judge, final, durable);
}

Task<void> ModelCall::sayStreamEnd(StreamJudge &judge, const Verdict &final, bool durable)
{
    if (m_broken && !m_begun) {
        const Refusal why = *m_broken;
        std::string fields = m_interaction.fields(final.kind);
        if (!durable)
            noteUnrecorded(m_worker, fields);
        appendRefusalFields(fields, why);
        const std::string body = refusalBody(why, m_interaction.refusalContext());
        (void)co_await m_connection.reply(why.status, "application/json", fields, body);
        co_return;
    }
    if (!m_begun)
        beginStream(durable);
    const RefusalContext context = m_interaction.refusalContext();
    std::string last;
    if (!durable && !m_saidUnrecorded)
        noteUnrecorded(m_worker, last, unrecordedComment);
    last += m_broken ? refusalEvent(*m_broken, context)
                     : judge.lastEvents(final, errorOf(gateway::refusalOf(final), context));
    (void)co_await m_connection.endStream(last);
}

} // namespace gatehouse::gateway
