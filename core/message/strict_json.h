// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// What we demand of any JSON before reading it: valid UTF-8, no duplicate keys, bounded depth. Two readers
// that disagree about a document are how a request says one thing to the gateway and another to the model.

#include "core/base/error.h"

#include <string>
#include <string_view>

namespace gatehouse {

constexpr std::size_t maximumJsonDepth = 64;

// InvalidInput with the JSON pointer of a duplicate key in `where`.
[[nodiscard]] Status checkStrictJson(std::string_view text);

// One step of an RFC 6901 pointer, escaped and with its slash.
[[nodiscard]] std::string pointerStep(std::string_view key);

} // namespace gatehouse
