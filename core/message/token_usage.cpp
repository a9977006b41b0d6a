// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/message/token_usage.h"

#include <algorithm>

namespace gatehouse {

namespace dom = simdjson::dom;

namespace {

// More than any provider can have counted; sums of a few stay far from overflowing.
constexpr std::int64_t mostTokens = 1'000'000'000'000;

bool readCount(dom::element object, std::string_view key, std::int64_t &into)
{
    if (object[key].get(into) != simdjson::SUCCESS)
        return false;
    into = std::clamp<std::int64_t>(into, 0, mostTokens);
    return true;
}

} // namespace

std::optional<TokenUsage> readOpenAiUsage(dom::element answer)
{
    dom::element usage, details;
    TokenUsage tokens;
    if (answer["usage"].get(usage) != simdjson::SUCCESS)
        return std::nullopt;
    if (!readCount(usage, "prompt_tokens", tokens.tokensIn)
        && !readCount(usage, "input_tokens", tokens.tokensIn))
        return std::nullopt;
    if (!readCount(usage, "completion_tokens", tokens.tokensOut))
        (void)readCount(usage, "output_tokens", tokens.tokensOut);
    if (usage["prompt_tokens_details"].get(details) == simdjson::SUCCESS
        || usage["input_tokens_details"].get(details) == simdjson::SUCCESS)
        (void)readCount(details, "cached_tokens", tokens.tokensCached);
    return tokens;
}

std::optional<TokenUsage> readAnthropicUsage(dom::element answer)
{
    dom::element usage;
    if (answer["usage"].get(usage) != simdjson::SUCCESS || !usage.is_object())
        return std::nullopt;
    TokenUsage tokens;
    std::int64_t fresh = 0, written = 0;
    (void)readCount(usage, "input_tokens", fresh);
    (void)readCount(usage, "cache_creation_input_tokens", written);
    (void)readCount(usage, "cache_read_input_tokens", tokens.tokensCached);
    (void)readCount(usage, "output_tokens", tokens.tokensOut);
    tokens.tokensIn = fresh + written + tokens.tokensCached;
    return tokens;
}

} // namespace gatehouse
