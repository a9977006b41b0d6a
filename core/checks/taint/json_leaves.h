// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// The strings and numbers of a JSON text, each with its name and its bytes in the text.

#include "core/checks/taint/mapped_text.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gatehouse {

struct JsonLeaf {
    std::string name; // of the member it stands in, also through arrays; "" at the top
    MappedText value; // origins are bytes of the JSON text
};

// Nothing when the text is no JSON object or array, or deeper than 64.
[[nodiscard]] std::optional<std::vector<JsonLeaf>> readJsonLeaves(std::string_view text);

} // namespace gatehouse
