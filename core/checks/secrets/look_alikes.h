// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// What looks like a credential and is none: documentation examples, filler, references to variables, hashes.

#include "core/base/byte_range.h"

#include <string_view>

namespace gatehouse {

// Shannon entropy in bits a character.
[[nodiscard]] double entropyOf(std::string_view value);

// "****", "xxxx", "<your-key>", "${TOKEN}", "…EXAMPLE": stands for a value instead of being one.
[[nodiscard]] bool isStandIn(std::string_view value);
// Names a variable, a call, a path, a version or a word rather than a value; for values nothing but their
// name marks.
[[nodiscard]] bool isReference(std::string_view value);
[[nodiscard]] bool isUuid(std::string_view value);
// The words before it call it a hash: "sha256:", "integrity", "commit", a go.sum "h1:", a data URI.
[[nodiscard]] bool isCalledHash(std::string_view text, ByteRange range);
[[nodiscard]] bool hasDigitAndLetter(std::string_view value);

} // namespace gatehouse
