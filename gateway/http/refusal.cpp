// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/http/refusal.h"

#include "core/message/openai_error.h"
#include "gateway/http/reply_head.h"

#include <boost/json.hpp>

namespace gatehouse::gateway {
namespace {

namespace json = boost::json;

json::value orNull(std::string_view text)
{
    return text.empty() ? json::value(nullptr) : json::value(text);
}

json::object about(const Refusal &refusal, const RefusalContext &context)
{
    const bool tellsRule = context.tellCaller == TellCaller::Rule;
    const bool tellsCategory = tellsRule || context.tellCaller == TellCaller::Category;
    json::object told;
    told["interaction"] = orNull(context.interaction.value);
    told["policy"] = orNull(tellsCategory ? context.policyName : std::string());
    told["rule"] = orNull(tellsRule ? refusal.rule : std::string());
    told["stage"] = tellsCategory && refusal.stage ? json::value(name(*refusal.stage)) : json::value(nullptr);
    if (!refusal.limit.empty())
        told["limit"] = json::parse(refusal.limit);
    return told;
}

std::string messageFor(const Refusal &refusal, const RefusalContext &context)
{
    if (refusal.category.empty() || context.tellCaller == TellCaller::Nothing)
        return refusal.message;
    if (context.tellCaller == TellCaller::Rule && !refusal.rule.empty())
        return refusal.message + " (" + refusal.category + ", rule " + refusal.rule + ")";
    return refusal.message + " (" + refusal.category + ")";
}

} // namespace

Refusal refusalWith(int status, std::string code, std::string message)
{
    Refusal refusal;
    refusal.status = status;
    refusal.code = std::move(code);
    refusal.message = std::move(message);
    return refusal;
}

GatewayError errorOf(const Refusal &refusal, const RefusalContext &context)
{
    return {
        refusal.status, refusal.code, messageFor(refusal, context), json::serialize(about(refusal, context))};
}

std::string refusalBody(const Refusal &refusal, const RefusalContext &context)
{
    const GatewayError error = errorOf(refusal, context);
    return context.format ? context.format->errorBody(error) : openAiErrorBody(error);
}

std::string refusalEvent(const Refusal &refusal, const RefusalContext &context)
{
    const GatewayError error = errorOf(refusal, context);
    return context.format ? context.format->errorEvents(error) : std::string();
}

void appendRefusalFields(std::string &out, const Refusal &refusal)
{
    if (refusal.status != 429 || refusal.neverRetry)
        appendField(out, "x-should-retry", "false");
    if (!refusal.retryAfter.empty())
        appendField(out, "retry-after", refusal.retryAfter);
    if (!refusal.allow.empty())
        appendField(out, "allow", refusal.allow);
}

} // namespace gatehouse::gateway
