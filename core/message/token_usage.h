// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// The tokens a provider says an answer took.

#include "core/message/json_reader.h"
#include "core/message/segment.h"

#include <optional>

namespace gatehouse {

// Of the object under "usage" in an OpenAI answer, whichever format; nothing when there is none.
[[nodiscard]] std::optional<TokenUsage> readOpenAiUsage(simdjson::dom::element answer);
// The same of an Anthropic answer, where what was read from the cache or written to it stands beside the
// input.
[[nodiscard]] std::optional<TokenUsage> readAnthropicUsage(simdjson::dom::element answer);

} // namespace gatehouse
