// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// What a call is reserved before its provider is called, and settled at once it is over.

#include "core/message/wire_format.h"
#include "gateway/http/limit_refusal.h"
#include "gateway/session/answer.h"
#include "gateway/session/model_call.h"
#include "gateway/worker.h"

#include <algorithm>
#include <functional>

namespace gatehouse::gateway {
namespace {

// Counting tokens is free.
bool countsOnly(const WireFormat &format)
{
    return format.names().format == "anthropic.count_tokens";
}

// Of the formats that call a provider, these have no output to pay for.
bool answersInText(const WireFormat &format)
{
    return format.names().format != "openai.embeddings" && !countsOnly(format);
}

std::string joined(const std::vector<std::string> &names)
{
    std::string text;
    for (const std::string &each : names)
        text += (text.empty() ? "" : ", ") + each;
    return text;
}

bool hasValue(const std::map<std::string, std::string> &metadata, const std::string &name)
{
    const auto found = metadata.find(name);
    return found != metadata.end() && !found->second.empty();
}

// What a key demands of a call beside model and tools; the reason, or "".
std::string_view missingOf(const Entitlement &may, const RequestFacts &facts, bool answersText)
{
    const bool described = std::all_of(may.requiredMetadata.begin(), may.requiredMetadata.end(),
        [&](const std::string &name) { return hasValue(facts.metadata, name); });
    if (!described)
        return "metadata";
    const bool bounded = !may.maxOutputTokens || !answersText
        || (facts.maxTokens && *facts.maxTokens >= 0 && *facts.maxTokens <= *may.maxOutputTokens);
    return bounded ? "" : "output_tokens";
}

Refusal refusalFor(std::string_view reason, const Entitlement &may)
{
    if (reason == "output_tokens")
        return refusalWith(403, "output_limit",
            "The virtual key may ask for at most " + std::to_string(*may.maxOutputTokens)
                + " output tokens, and must say how many");
    return refusalWith(403, "metadata_required",
        "The virtual key requires metadata with a value for: " + joined(may.requiredMetadata));
}

} // namespace

Task<bool> ModelCall::checkBounds()
{
    const Entitlement &may = m_interaction.key->entitlement;
    const std::string_view reason = missingOf(may, m_request.message.facts, answersInText(m_format));
    if (reason.empty())
        co_return true;
    const Refusal why = refusalFor(reason, may);
    co_await refuseEntitlement(reason, why);
    co_return false;
}

bool ModelCall::callsForeignTool(const ResponseMessage &response) const
{
    const Entitlement &may = m_interaction.key->entitlement;
    return std::any_of(response.segments.begin(), response.segments.end(), [&](const Segment &segment) {
        return segment.zone == TrustZone::ToolCall && !segment.toolName.empty()
            && !allowsTool(may, segment.toolName);
    });
}

Task<bool> ModelCall::reserve()
{
    Context &context = m_worker.context();
    const RequestMessage &message = m_request.message;
    const TokenUsage estimate
        = countsOnly(m_format) ? TokenUsage() : estimatedUsage(message, answersInText(m_format));
    const Identity &identity = m_interaction.key->identity;
    if (context.ledger.limitsMoney(identity) && !keepsPricedTargets()) {
        const Refusal why = refusalWith(
            403, "price_unknown", "This model has no price, so it cannot be used under a budget in money");
        co_await refuseEntitlement("price", why);
        co_return false;
    }
    // Whoever answers in the end, it is enough.
    Charge charge;
    for (const Target &target : m_targets) {
        const Charge there = chargeOf(estimate, priceAt(target));
        charge = there.microUsd > charge.microUsd || charge.requests == 0 ? there : charge;
    }
    // The body took its time to arrive.
    const Timestamp now = context.clock.now();
    Admission admission = context.ledger.reserve(identity, charge, now);
    m_interaction.rates = admission.rates;
    if (admission.breach) {
        const Refusal why = gateway::refusalOf(*admission.breach, now);
        const bool budget = isBudget(admission.breach->state.limit.unit);
        co_await refuseInAccess("limit", budget ? "budget" : "rate", why);
        co_return false;
    }
    m_reservation = std::move(admission.reservation);
    const bool mine = co_await takeFromLeases(charge);
    if (mine)
        m_reserved = {true, estimate.tokensIn, estimate.tokensOut, charge.microUsd};
    co_return mine;
}

// What this gateway may spend of limits that it shares with others.
Task<bool> ModelCall::takeFromLeases(const Charge &charge)
{
    Context &context = m_worker.context();
    if (!context.sharedLimits)
        co_return true;
    const Identity &identity = m_interaction.key->identity;
    LeaseAdmission leased = co_await context.sharedLimits->take(m_worker.loop(), identity, charge);
    if (leased.rates.requests)
        m_interaction.rates.requests = leased.rates.requests;
    if (leased.rates.tokens)
        m_interaction.rates.tokens = leased.rates.tokens;
    if (leased.isLetIn()) {
        m_leased = std::move(leased.charge);
        co_return true;
    }
    m_reservation.settle({});
    const bool budget = leased.breach && isBudget(leased.breach->state.limit.unit);
    const Refusal why = leased.breach
        ? gateway::refusalOf(*leased.breach, context.clock.now())
        : refusalWith(503, "store_unavailable", "The gateway cannot ask its store what is left of a limit");
    co_await refuseInAccess("limit", leased.breach ? budget ? "budget" : "rate" : "store", why);
    co_return false;
}

// Under a budget in money only targets with a price are asked; false when there is none.
bool ModelCall::keepsPricedTargets()
{
    const auto hasPrice = [this](const Target &target) { return priceAt(target) != nullptr; };
    if (std::none_of(m_targets.begin(), m_targets.end(), hasPrice))
        return false;
    std::erase_if(m_targets, std::not_fn(hasPrice));
    aimAt(0);
    return true;
}

// A call that was blocked gives back everything but that it was one.
void ModelCall::giveBack()
{
    m_reservation.settle({1, 0, 0});
    m_leased.settle({1, 0, 0});
}

// Where the provider did not say what was used: of an answer the request as it was estimated and the answer
// as far as it came; of a plain call that was given up all it reserved, for the provider may have gone on. A
// provider that failed is taken to have charged nothing.
TokenUsage ModelCall::usageOf(const CallEnd &end) const
{
    if (countsOnly(m_format))
        return {};
    const bool answered
        = m_streaming || end.outcome == store::Outcome::Completed || end.outcome == store::Outcome::Refused;
    if (answered && end.response.usage)
        return *end.response.usage;
    if (answered && answersInText(m_format))
        return {m_reserved.tokensIn, estimatedTokens(end.response.segments), 0};
    if (answered || m_givenUp)
        return {m_reserved.tokensIn, answered ? 0 : m_reserved.tokensOut, 0};
    return {};
}

void ModelCall::settleUsage(CallEnd &end)
{
    const TokenUsage usage = usageOf(end);
    const Charge actual = chargeOf(usage, m_price);
    end.response.usage = usage;
    end.costUusd = actual.microUsd;
    m_reservation.settle(actual);
    m_leased.settle(actual);
}

} // namespace gatehouse::gateway
