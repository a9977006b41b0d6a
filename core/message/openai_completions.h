// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// The OpenAI completions wire format.
// https://platform.openai.com/docs/api-reference/completions (field names are the format's own).

#include "core/message/wire_format.h"

namespace gatehouse {

[[nodiscard]] const WireFormat &openAiCompletionsFormat();

} // namespace gatehouse
