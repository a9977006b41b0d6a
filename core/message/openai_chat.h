// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// The OpenAI chat-completions wire format.
// https://platform.openai.com/docs/api-reference/chat (field names are the format's own).

#include "core/message/wire_format.h"

namespace gatehouse {

[[nodiscard]] const WireFormat &openAiChatFormat();

// See WireFormat.
[[nodiscard]] Result<RequestMessage> parseOpenAiChatRequest(std::string_view body);
[[nodiscard]] Result<ResponseMessage> parseOpenAiChatResponse(std::string_view body);

} // namespace gatehouse
