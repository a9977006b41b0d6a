// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// A call as one span of an OpenTelemetry trace, by the semantic conventions for generative AI, and its JSON
// in OTLP (https://opentelemetry.io/docs/specs/otlp/, JSON Protobuf encoding). Holds no content.

#include "gateway/observe/call_report.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gatehouse::gateway {

// "00-<32 hex>-<16 hex>-<2 hex>" (W3C Trace Context, level 1).
struct TraceParent {
    std::string trace, parent; // hex
    bool sampled = false;
};
[[nodiscard]] std::optional<TraceParent> parseTraceParent(std::string_view field);

struct CallSpan {
    std::string trace, span, parent; // hex; no parent: ""
    Timestamp start{}, end{};
    std::string interaction, route, model, provider, conversation;
    std::string team, environment, useCase, key;
    std::string verdict, severity, outcome, policy, error;
    bool stream = false;
    int status = 0;
    std::optional<std::int64_t> maxTokens;
    std::int64_t tokensIn = 0, tokensOut = 0, overheadUs = 0;
    struct Finding {
        std::string rule, check, action;
        std::optional<double> score;
        bool applied = false;
    };
    std::vector<Finding> findings;
};

// Nothing when its caller's trace is not sampled.
[[nodiscard]] std::optional<CallSpan> spanOf(const CallReport &report);
// The body of a POST to /v1/traces.
[[nodiscard]] std::string otlpJson(const std::vector<CallSpan> &spans, const std::string &gatewayId);

} // namespace gatehouse::gateway
