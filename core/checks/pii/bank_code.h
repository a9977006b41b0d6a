// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Bank identifier codes (ISO 9362): eight or eleven capitals look like any word, so one must stand right
// behind "BIC" or "SWIFT".

#include "core/checks/pattern_set.h"
#include "core/checks/pii/identifier_finder.h"

#include <string_view>

namespace gatehouse::pii {

[[nodiscard]] PatternSource bankCodeWords();
void findBankCode(std::string_view text, ByteRange word, const FoundSink &found);

} // namespace gatehouse::pii
