// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// What a tool does with what it is given: whether it only reads, or changes, sends or runs something.

#include <string>
#include <string_view>
#include <vector>

namespace gatehouse {

enum class ToolSink { Read, Write, Egress, Execute };
[[nodiscard]] std::string_view name(ToolSink sink);

// From the words of its name, then from the names of its arguments. `arguments` are the names used in a call;
// `method` is the value of an argument of that name, "" when there is none.
[[nodiscard]] ToolSink guessSink(
    std::string_view tool, const std::vector<std::string_view> &arguments, std::string_view method);

} // namespace gatehouse
