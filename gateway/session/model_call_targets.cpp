// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// Whom a call asks, and whom next: only before an answer began, and only where no rule would be stricter.

#include "gateway/sandbox/sandbox_call.h"
#include "gateway/session/model_call.h"
#include "gateway/session/timed.h"
#include "gateway/worker.h"

#include <algorithm>
#include <spdlog/spdlog.h>

namespace gatehouse::gateway {
namespace {

using Kind = UpstreamFailure::Kind;

// A provider whose address cannot be used.
class NoCall final : public UpstreamCall {
public:
    [[nodiscard]] Task<UpstreamResult<ResponseHead>> start(std::string_view, bool) override
    {
        co_return failure();
    }
    [[nodiscard]] Task<UpstreamResult<std::string_view>> next() override { co_return failure(); }
    void cancel() override { }
    void settle() override { }

private:
    static tl::unexpected<UpstreamFailure> failure()
    {
        return tl::unexpected(UpstreamFailure{Kind::Unreachable, "its base URL cannot be used"});
    }
};

std::unique_ptr<UpstreamCall> callTo(Worker &worker, const Target &target, const WireFormat &format)
{
    if (target.provider().kind == store::ProviderKind::Sandbox)
        return std::make_unique<SandboxCall>(worker.loop(), worker.context().config.timeouts, format);
    if (!target.serving->url)
        return std::make_unique<NoCall>();
    return std::make_unique<HttpCall>(worker.lane(),
        targetOf(target.provider(), *target.serving->url, format.names(), target.upstreamModel));
}

bool isWorthAnother(const UpstreamResult<ResponseHead> &head)
{
    constexpr int tooMany = 429, firstOfServers = 500;
    if (!head)
        return head.error().kind != Kind::Cancelled;
    return head->status == tooMany || head->status >= firstOfServers;
}

// A provider that has enough of us is well.
void noteHealth(TargetHealth &health, const UpstreamResult<ResponseHead> &head)
{
    constexpr int firstOfServers = 500;
    if (!head && head.error().kind == Kind::Cancelled)
        return;
    if (head && head->status < firstOfServers)
        health.succeeded(SteadyClock::now());
    else
        health.failed(SteadyClock::now());
}

bool isCovered(const MaskSpan &span, const std::vector<MaskSpan> &by)
{
    return std::any_of(by.begin(), by.end(), [&](const MaskSpan &each) {
        return each.in == span.in && each.segment == span.segment && each.range.start <= span.range.start
            && each.range.end >= span.range.end;
    });
}

} // namespace

void ModelCall::aimAt(std::size_t target)
{
    m_target = target;
    m_facts.provider = provider().name;
    const std::string_view upstream = m_targets[target].upstreamModel;
    m_facts.upstreamModel = upstream.empty() ? m_request.message.facts.model : std::string(upstream);
    m_price = priceAt(m_targets[target]);
}

// A name of our own costs what the model behind it does, unless it was given a price.
const Price *ModelCall::priceAt(const Target &target) const
{
    const std::string_view asked = m_request.message.facts.model;
    const std::string_view upstream = target.upstreamModel.empty() ? asked : target.upstreamModel;
    return m_interaction.snapshot->prices.find(asked, upstream);
}

std::string ModelCall::publicModel() const
{
    const std::string &asked = m_request.message.facts.model;
    return m_facts.upstreamModel == asked ? std::string() : asked;
}

Task<UpstreamResult<ResponseHead>> ModelCall::callTargets()
{
    for (;;) {
        const Target target = m_targets[m_target];
        m_upstream = callTo(m_worker, target, m_format);
        if (m_control.stopped())
            m_upstream->cancel();
        const std::string &body = m_providerBody ? *m_providerBody : m_connection.request().body();
        target.health->began(SteadyClock::now());
        const auto head = co_await timed(m_waited, m_upstream->start(body, m_request.message.facts.stream));
        noteHealth(*target.health, head);
        if (!isWorthAnother(head) || m_control.stopped() || !failOver())
            co_return head;
        const std::string why = head ? "status " + std::to_string(head->status) : head.error().detail;
        spdlog::warn("call {}: provider {}: {}; now {}", m_interaction.id.value, target.provider().name, why,
            provider().name);
    }
}

// Aims at the next target that may have the call; false when there is none.
bool ModelCall::failOver()
{
    const std::size_t failed = m_target;
    for (std::size_t next = failed + 1; next < m_targets.size(); ++next) {
        aimAt(next);
        EvaluationInput input = requestInput();
        // Nobody outside is asked again: what he was not asked counts as an error.
        if (m_requestRound)
            input.call.remote = &*m_requestRound;
        const Evaluation evaluation = m_interaction.snapshot->policy->evaluate(input);
        if (isNoStricter(evaluation) && prepareBody())
            return true;
    }
    aimAt(failed);
    return false;
}

// What the target would be denied, or get with less in it, it does not get.
bool ModelCall::isNoStricter(const Evaluation &other) const
{
    const Evaluation &applied = m_request.evaluation;
    return other.verdict.kind <= applied.verdict.kind
        && std::all_of(other.masks.begin(), other.masks.end(),
            [&](const MaskSpan &span) { return isCovered(span, applied.masks); });
}

} // namespace gatehouse::gateway
