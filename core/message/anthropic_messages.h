// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Anthropic's messages format, and the counting of a request's tokens in it.
// https://docs.anthropic.com/en/api/messages (field names are the format's own).

#include "core/message/wire_format.h"

namespace gatehouse {

[[nodiscard]] const WireFormat &anthropicMessagesFormat();
[[nodiscard]] const WireFormat &anthropicCountFormat();

} // namespace gatehouse
