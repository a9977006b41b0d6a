// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Names against lists of patterns: * stands for any characters, ? for one, everything else for itself. The
// same in every locale; names may hold any bytes.

#include <string>
#include <string_view>
#include <vector>

namespace gatehouse {

[[nodiscard]] bool matchesGlob(std::string_view name, std::string_view glob);
[[nodiscard]] bool matchesAnyGlob(std::string_view name, const std::vector<std::string> &globs);

} // namespace gatehouse
