// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// The OpenAI chat-completions wire format: bodies to segments, and edited segments back into bodies.
// https://platform.openai.com/docs/api-reference/chat (field names are the format's own).

#include "core/base/error.h"
#include "core/message/segment.h"

#include <map>
#include <string>
#include <string_view>

namespace gatehouse {

// Malformed JSON, duplicate keys, invalid UTF-8, a missing "model" or "messages" are InvalidInput errors
// whose `where` is the JSON pointer of the offence. Depth is limited to 64.
[[nodiscard]] Result<RequestMessage> parseOpenAiChatRequest(std::string_view body);
// The answer of a plain (not streamed) call.
[[nodiscard]] Result<ResponseMessage> parseOpenAiChatResponse(std::string_view body);

// The body with the strings at the given pointers replaced; every other value is kept. Numbers keep their
// value, not their spelling. InvalidInput when the body is not JSON or a pointer names no string.
[[nodiscard]] Result<std::string> replaceStrings(
    std::string_view body, const std::map<std::string, std::string> &textByPointer);

// An answer without its log probabilities, which repeat the text token by token: what was masked or refused
// in the text must not be readable there.
[[nodiscard]] Result<std::string> withoutLogProbabilities(std::string_view body);

} // namespace gatehouse
