// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Which checks a labelled row is about. Kinds are named, so that a check may be missing from a policy or from
// the program.

#include "tools/eval/row_result.h"

#include <span>
#include <string_view>

namespace gatehouse::tools {

// The check whose score leads comes first.
[[nodiscard]] std::span<const std::string_view> checksOf(CheckGroup group);
[[nodiscard]] std::string_view name(CheckGroup group);

// Nothing for benign kinds: they belong to whatever their file is about.
[[nodiscard]] std::optional<CheckGroup> groupOfKind(std::string_view kind);
// Gives benign rows the group that most rows to be flagged in their file have; where there are none, the one
// the file's name speaks of.
void assignGroups(std::vector<RowResult> &rows);

// Made by a grammar that training sees too: listed, but in no mean.
[[nodiscard]] bool isGenerated(const RowResult &row);

} // namespace gatehouse::tools
