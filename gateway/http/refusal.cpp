// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/http/refusal.h"

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

json::object errorObject(const Refusal &refusal, const RefusalContext &context)
{
    json::object error;
    error["message"] = messageFor(refusal, context);
    error["type"] = errorType(refusal.status);
    error["param"] = nullptr;
    error["code"] = orNull(refusal.code);
    error["gatehouse"] = about(refusal, context);
    return {{"error", std::move(error)}};
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

std::string_view errorType(int status)
{
    switch (status) {
    case 401:
        return "authentication_error";
    case 403:
        return "permission_error";
    case 404:
        return "not_found_error";
    case 429:
        return "rate_limit_error";
    default:
        return status >= 500 ? "server_error" : "invalid_request_error";
    }
}

std::string refusalBody(const Refusal &refusal, const RefusalContext &context)
{
    return json::serialize(errorObject(refusal, context));
}

std::string refusalEvent(const Refusal &refusal, const RefusalContext &context)
{
    return "data: " + refusalBody(refusal, context) + "\n\n";
}

void appendRefusalFields(std::string &out, const Refusal &refusal)
{
    if (refusal.status != 429)
        appendField(out, "x-should-retry", "false");
    if (!refusal.retryAfter.empty())
        appendField(out, "retry-after", refusal.retryAfter);
    if (!refusal.allow.empty())
        appendField(out, "allow", refusal.allow);
}

} // namespace gatehouse::gateway
