// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Names against lists of patterns in which * and ? stand for any characters.

#include <string>
#include <string_view>
#include <vector>

namespace gatehouse {

[[nodiscard]] bool matchesGlob(std::string_view name, const std::string &glob);
[[nodiscard]] bool matchesAnyGlob(std::string_view name, const std::vector<std::string> &globs);

} // namespace gatehouse
