// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/message/openai_error.h"

#include <boost/json.hpp>

namespace gatehouse {

namespace json = boost::json;

std::string_view openAiErrorType(int status)
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

std::string openAiErrorBody(const GatewayError &error)
{
    json::object body;
    body["message"] = error.message;
    body["type"] = openAiErrorType(error.status);
    body["param"] = nullptr;
    body["code"] = error.code.empty() ? json::value(nullptr) : json::value(error.code);
    body["gatehouse"] = json::parse(error.about.empty() ? "null" : error.about);
    return json::serialize(json::object{{"error", std::move(body)}});
}

} // namespace gatehouse
