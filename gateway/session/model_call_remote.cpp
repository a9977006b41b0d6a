// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// Judging by a policy that asks somebody outside: without waiting inside the evaluation, nor holding up the
// loop.

#include "core/stream/stream_judge.h"
#include "gateway/session/model_call.h"
#include "gateway/worker.h"

namespace gatehouse::gateway {
namespace {

// An answer may make a rule ask that did not before, where its condition is about another rule.
constexpr int mostRounds = 4;

} // namespace

QuestionContext ModelCall::questionContext() const
{
    return {*m_interaction.snapshot, m_interaction.id.value, m_worker.context().config.webhookNetworks};
}

// Whoever has left wants no answer, so nobody is kept busy with a question about it.
Task<void> ModelCall::ask(RemoteRound &round)
{
    m_control.onStop([&round] { round.cancel(); });
    m_connection.watch(m_control);
    if (m_control.stopped())
        round.cancel();
    co_await round.askOpen(m_worker.lane());
    cancelsUpstreamOnStop();
}

Task<Evaluation> ModelCall::evaluated(EvaluationInput input, std::optional<RemoteRound> &round)
{
    const CompiledPolicy &policy = *m_interaction.snapshot->policy;
    if (!policy.asksRemote())
        co_return policy.evaluate(input);
    round.emplace(questionContext());
    input.call.remote = &*round;
    Evaluation evaluation = policy.evaluate(input);
    for (int rounds = 0; round->hasOpen() && rounds < mostRounds; ++rounds) {
        co_await ask(*round);
        evaluation = policy.evaluate(input);
    }
    co_return evaluation;
}

Task<StreamEnd> ModelCall::finished(StreamJudge &judge)
{
    StreamEnd end = judge.finish();
    for (int rounds = 0; m_responseRound && m_responseRound->hasOpen() && rounds < mostRounds; ++rounds) {
        co_await ask(*m_responseRound);
        judge.judgeAgain(end);
    }
    co_return end;
}

} // namespace gatehouse::gateway
