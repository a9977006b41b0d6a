// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Errors as OpenAI writes them, shared by its formats.
// https://platform.openai.com/docs/guides/error-codes

#include "core/message/wire_format.h"

namespace gatehouse {

// "invalid_request_error", "authentication_error", … as the official SDKs name them.
[[nodiscard]] std::string_view openAiErrorType(int status);
// {"error":{"message","type","param":null,"code","gatehouse":{…}}}
[[nodiscard]] std::string openAiErrorBody(const GatewayError &error);

} // namespace gatehouse
