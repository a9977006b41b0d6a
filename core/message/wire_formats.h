// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// The only list of wire formats.

#include "core/message/wire_format.h"

#include <span>

namespace gatehouse {

[[nodiscard]] std::span<const WireFormat *const> wireFormats();
// Null when nothing is served there.
[[nodiscard]] const WireFormat *wireFormatAt(std::string_view path);
// "openai.chat", …; null for an unknown name.
[[nodiscard]] const WireFormat *wireFormatNamed(std::string_view name);

} // namespace gatehouse
