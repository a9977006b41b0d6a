// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Requests whose content is one field of texts or tokens: completions, embeddings, moderations.

#include "core/base/error.h"
#include "core/message/openai_message_reader.h"

namespace gatehouse {

// A text, texts, parts, tokens or lists of tokens. Tokens are recorded as not read.
void readOpenAiInput(simdjson::dom::element value, const std::string &pointer, OpenAiMessageReader &reader);

struct InputRequest {
    std::string_view content; // the field
    bool needsModel = true;
};
// Every other string of the body is unclaimed, but for names of a fixed vocabulary. InvalidInput without
// content.
[[nodiscard]] Result<RequestMessage> parseInputRequest(std::string_view body, const InputRequest &request);

} // namespace gatehouse
