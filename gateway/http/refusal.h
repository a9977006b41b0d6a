// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Why a call is not answered as asked, and how that is said in the caller's wire format.

#include "core/base/names.h"
#include "core/message/wire_format.h"
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
    bool neverRetry = false; // a 429 that no waiting helps
    std::string limit = {}; // the limit in the way, JSON text
};

[[nodiscard]] Refusal refusalWith(int status, std::string code, std::string message);

// What a refusal says about the call it refuses.
struct RefusalContext {
    InteractionId interaction; // empty before authentication
    std::string policyName;
    TellCaller tellCaller = TellCaller::Category;
    const WireFormat *format = nullptr; // null: errors as OpenAI writes them
};

[[nodiscard]] std::string refusalBody(const Refusal &refusal, const RefusalContext &context);
[[nodiscard]] GatewayError errorOf(const Refusal &refusal, const RefusalContext &context);
// The same as the end of a stream that has already begun.
[[nodiscard]] std::string refusalEvent(const Refusal &refusal, const RefusalContext &context);
// Header lines a refusal adds: x-should-retry, retry-after, allow.
void appendRefusalFields(std::string &out, const Refusal &refusal);

} // namespace gatehouse::gateway
