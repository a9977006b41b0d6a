// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// The values in a tool call's argument that say where something goes or what is run.

#include "core/checks/taint/mapped_text.h"

#include <string>
#include <string_view>
#include <vector>

namespace gatehouse {

enum class ValueKind { Url, Host, Email, Account, Path, Command };
[[nodiscard]] std::string_view name(ValueKind kind);

struct TaintValue {
    ValueKind kind = ValueKind::Url;
    ByteRange range; // in the argument's text
    std::string needle; // folded (accounts: compacted as well), without what may differ: scheme, "www."
    std::string host; // of a URL, an e-mail address or a host, lower case; else ""
    bool isWhole = false; // the argument is nothing but this, or a list of such
};

// Ordered by start, not overlapping. `argument` is its name; commands are looked for when `runs`.
[[nodiscard]] std::vector<TaintValue> findTaintValues(
    const MappedText &value, std::string_view argument, bool runs);

// A command that builds, tests or looks at what is there and reaches nothing else.
[[nodiscard]] bool isOrdinaryCommand(std::string_view foldedCommand);

} // namespace gatehouse
