// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// A text cut into its fenced blocks and what stands between them (CommonMark 0.30, 4.5).

#include "core/base/byte_range.h"

#include <string_view>
#include <vector>

namespace gatehouse {

struct TextPart {
    ByteRange range; // of a block without its fences
    bool fenced = false;
    std::string_view info; // what stands behind the opening fence
};

// In order, nothing left out but the fences; one pass.
[[nodiscard]] std::vector<TextPart> splitAtFences(std::string_view text);

} // namespace gatehouse
