// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// What may be a name of anything people name: teams, providers, models, …

#include "core/base/error.h"

#include <string>
#include <string_view>
#include <vector>

namespace gatehouse::store {

// 1 to 64 characters of valid UTF-8, no control characters, no space at either end. `what` says whose name it
// is.
[[nodiscard]] Status checkName(std::string_view what, std::string_view name);
[[nodiscard]] Status checkNames(std::string_view what, const std::vector<std::string> &names);
// Any text of one line up to `limit` bytes (reasons, metadata); may be empty.
[[nodiscard]] Status checkLine(std::string_view what, std::string_view text, std::size_t limit);
// One line that says something, up to 1000 bytes.
[[nodiscard]] Status requireReason(std::string_view reason);
// Text of several lines (notes): line feeds and tabs are fine.
[[nodiscard]] Status checkText(std::string_view what, std::string_view text, std::size_t limit);

} // namespace gatehouse::store
