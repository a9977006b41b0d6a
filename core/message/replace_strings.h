// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Edited segments back into the body they came from, whatever its wire format.

#include "core/base/error.h"

#include <map>
#include <string>
#include <string_view>

namespace gatehouse {

// The body with the strings at the given pointers replaced; every other value is kept. Numbers keep their
// value, not their spelling. An object is replaced by the JSON its text holds. InvalidInput when the body is
// not JSON, or a pointer names neither a string nor an object.
[[nodiscard]] Result<std::string> replaceStrings(
    std::string_view body, const std::map<std::string, std::string> &textByPointer);

// JSON text in which masks ("[masked:label]") put in place of a number are strings.
[[nodiscard]] std::string withQuotedMasks(std::string_view json);

// An answer without its log probabilities, which repeat the text token by token: what was masked or refused
// in the text must not be readable there.
[[nodiscard]] Result<std::string> withoutLogProbabilities(std::string_view body);

} // namespace gatehouse
