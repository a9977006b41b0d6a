// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Why a call is not answered as asked, and how that is said in the OpenAI wire format.

#include "core/base/names.h"
#include "core/policy/document.h"

#include <optional>
#include <string>
#include <string_view>

namespace gatehouse::gateway {

struct Refusal {
    int status = 500;
    std::string code; // "invalid_api_key", "content_policy", …
    std::string message; // for a person; never holds content or a secret
    std::optional<Stage> stage; // which stage refused
    std::string rule, category; // rule id and check kind that decided; told only as the policy allows
    std::string retryAfter; // seconds, of a true 429
    std::string allow; // of a 405
};

[[nodiscard]] Refusal refusalWith(int status, std::string code, std::string message);

// What a refusal says about the call it refuses.
struct RefusalContext {
    InteractionId interaction; // empty before authentication
    std::string policyName;
    TellCaller tellCaller = TellCaller::Category;
};

// {"error":{"message","type","code","param":null,"gatehouse":{…}}}
[[nodiscard]] std::string refusalBody(const Refusal &refusal, const RefusalContext &context);
// The same object as one event of a stream that has already begun.
[[nodiscard]] std::string refusalEvent(const Refusal &refusal, const RefusalContext &context);
// Header lines a refusal adds: x-should-retry, retry-after, allow.
void appendRefusalFields(std::string &out, const Refusal &refusal);
// "invalid_request_error", "authentication_error", … as the official SDKs name them.
[[nodiscard]] std::string_view errorType(int status);

} // namespace gatehouse::gateway
