// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/remote/remote_round.h"

#include "gateway/net/latch.h"

#include <algorithm>
#include <boost/asio/co_spawn.hpp>

namespace gatehouse::gateway {
namespace {

// A verdict is short; whoever sends more is not understood.
constexpr std::size_t longestAnswer = 256UL * 1024;

Task<UpstreamResult<std::string>> wholeAnswer(HttpCall &call)
{
    std::string whole;
    for (;;) {
        const auto piece = co_await call.next();
        if (!piece)
            co_return tl::unexpected(piece.error());
        if (piece->empty())
            co_return whole;
        if (whole.size() + piece->size() > longestAnswer)
            co_return tl::unexpected(UpstreamFailure{UpstreamFailure::Kind::Garbage, "too long"});
        whole.append(*piece);
    }
}

RemoteAnswer failed(const UpstreamFailure &failure, bool outOfTime)
{
    RemoteAnswer answer
        = remoteError(failure.kind == UpstreamFailure::Kind::Garbage ? "bad_answer" : "unreachable");
    if (outOfTime || failure.kind == UpstreamFailure::Kind::TooSlow)
        answer.kind = RemoteAnswer::Kind::Timeout;
    return answer;
}

Task<RemoteAnswer> read(HttpCall &call, const PreparedQuestion &question, const bool &outOfTime)
{
    const auto head = co_await call.start(question.body, false);
    if (!head)
        co_return failed(head.error(), outOfTime);
    // Redirects are not followed either: the policy named this address.
    if (head->status != 200)
        co_return remoteError("status_" + std::to_string(head->status));
    const auto body = co_await wholeAnswer(call);
    if (!body)
        co_return failed(body.error(), outOfTime);
    co_return question.read(*body);
}

} // namespace

RemoteAnswer RemoteRound::ask(const RemoteQuestion &question) const
{
    const auto known = std::find_if(
        m_asked.begin(), m_asked.end(), [&](const Asked &each) { return each.rule == question.parameters; });
    if (known != m_asked.end())
        return known->answer;
    auto prepared = question.check == "webhook" ? prepareWebhook(question, m_context)
                                                : prepareJudge(question, m_context);
    Asked asked{question.parameters, question.timeout, {}, remoteError("not_asked"), prepared.has_value()};
    if (prepared)
        asked.question = std::move(*prepared);
    else
        asked.answer = prepared.error();
    m_asked.push_back(std::move(asked));
    return m_asked.back().answer;
}

bool RemoteRound::hasOpen() const
{
    return std::any_of(m_asked.begin(), m_asked.end(), [](const Asked &each) { return each.open; });
}

Task<void> RemoteRound::askOpen(UpstreamLane lane)
{
    Latch all(lane.loop);
    std::size_t left = 0;
    for (Asked &asked : m_asked) {
        if (!asked.open)
            continue;
        ++left;
        asio::co_spawn(lane.loop.get_executor(), send(asked, lane), [&](const std::exception_ptr &thrown) {
            if (thrown)
                asked.answer = remoteError("internal");
            asked.open = false;
            if (--left == 0)
                all.set();
        });
    }
    if (left > 0)
        co_await all.wait();
}

void RemoteRound::cancel()
{
    m_cancelled = true;
    for (const Asked &asked : m_asked) {
        if (asked.call != nullptr)
            asked.call->cancel();
    }
}

Task<RemoteAnswer> RemoteRound::answerTo(Asked &asked, UpstreamLane lane)
{
    HttpCall call(lane, asked.question.target);
    bool outOfTime = false;
    Deadline deadline(lane.deadlines, [&] {
        outOfTime = true;
        call.cancel();
    });
    deadline.set(asked.timeout);
    asked.call = &call;
    RemoteAnswer answer = co_await read(call, asked.question, outOfTime);
    asked.call = nullptr;
    co_return answer;
}

Task<void> RemoteRound::send(Asked &asked, UpstreamLane lane)
{
    if (m_cancelled) {
        asked.answer = remoteError("cancelled");
        co_return;
    }
    const auto start = SteadyClock::now();
    if (asked.question.health)
        asked.question.health->began(start);
    asked.answer = co_await answerTo(asked, lane);
    const auto end = SteadyClock::now();
    asked.answer.durationUs = std::chrono::duration<double, std::micro>(end - start).count();
    if (m_cancelled)
        asked.answer.why = "cancelled";
    if (!asked.question.health || m_cancelled)
        co_return;
    const bool answered = asked.answer.kind == RemoteAnswer::Kind::Pass
        || asked.answer.kind == RemoteAnswer::Kind::Fail || asked.answer.why == "bad_answer";
    if (answered)
        asked.question.health->succeeded(end);
    else
        asked.question.health->failed(end);
}

} // namespace gatehouse::gateway
