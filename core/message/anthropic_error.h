// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Errors as Anthropic writes them. https://docs.anthropic.com/en/api/errors

#include "core/message/wire_format.h"

namespace gatehouse {

// {"type":"error","error":{"type","message","code","gatehouse":{…}}}
[[nodiscard]] std::string anthropicErrorBody(const GatewayError &error);
// The same as an event of a stream.
[[nodiscard]] std::string anthropicErrorEvent(const GatewayError &error);

} // namespace gatehouse
