// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/message/anthropic_error.h"

#include <boost/json.hpp>

namespace gatehouse {

namespace json = boost::json;

namespace {

std::string_view errorType(int status)
{
    switch (status) {
    case 401:
        return "authentication_error";
    case 402:
        return "billing_error";
    case 403:
        return "permission_error";
    case 404:
        return "not_found_error";
    case 413:
        return "request_too_large";
    case 429:
        return "rate_limit_error";
    case 503:
        return "overloaded_error";
    case 504:
        return "timeout_error";
    default:
        return status >= 500 ? "api_error" : "invalid_request_error";
    }
}

} // namespace

std::string anthropicErrorBody(const GatewayError &error)
{
    json::object body;
    body["type"] = errorType(error.status);
    body["message"] = error.message;
    body["code"] = error.code.empty() ? json::value(nullptr) : json::value(error.code);
    body["gatehouse"] = json::parse(error.about.empty() ? "null" : error.about);
    return json::serialize(json::object{{"type", "error"}, {"error", std::move(body)}});
}

std::string anthropicErrorEvent(const GatewayError &error)
{
    return "event: error\ndata: " + anthropicErrorBody(error) + "\n\n";
}

} // namespace gatehouse
