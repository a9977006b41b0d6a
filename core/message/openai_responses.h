// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// The OpenAI responses wire format.
// https://platform.openai.com/docs/api-reference/responses (field names are the format's own).

#include "core/message/wire_format.h"

namespace gatehouse {

[[nodiscard]] const WireFormat &openAiResponsesFormat();

} // namespace gatehouse
