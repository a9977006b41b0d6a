// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// The OpenAI moderations wire format.
// https://platform.openai.com/docs/api-reference/moderations (field names are the format's own).

#include "core/message/wire_format.h"

namespace gatehouse {

[[nodiscard]] const WireFormat &openAiModerationsFormat();

} // namespace gatehouse
