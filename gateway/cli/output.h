// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// What commands print: lines and aligned tables on standard output, one-line errors on standard error.

#include "core/base/error.h"
#include "core/base/time.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gatehouse::gateway::cli {

// Text of unknown origin made safe for a terminal, on one line: control characters, invisible and
// direction-changing characters and invalid UTF-8 are shown as escapes (\n, \x1b, \u{202e}).
[[nodiscard]] std::string printable(std::string_view text);
// Columns a printable text takes on a terminal.
[[nodiscard]] std::size_t displayWidth(std::string_view text);

void write(std::string_view text); // as it is
void writeLine(std::string_view text); // with a line end
// Unreachable when what was written could not all be delivered (full disk, closed pipe).
[[nodiscard]] Status finishOutput();
void reportError(const Error &error); // "gatehouse: what: where (advice)"
void reportNotice(std::string_view text); // "gatehouse: text" on standard error

// Left-aligned columns, two spaces apart. Widths only ever grow, so a long list can be printed page by page.
class Table {
public:
    explicit Table(const std::vector<std::string> &header);
    // Cells are made printable here.
    void add(const std::vector<std::string> &cells);
    // Prints what was added since the last call, below the header the first time.
    void print();

private:
    void printRow(const std::vector<std::string> &cells) const;

    std::vector<std::vector<std::string>> m_rows;
    std::vector<std::size_t> m_widths;
};

// "a, b", or "-" when there is none.
[[nodiscard]] std::string joined(const std::vector<std::string> &words);
[[nodiscard]] std::string orDash(const std::optional<Timestamp> &at);
[[nodiscard]] std::string orDash(std::string_view text);
// "2026-11-23 12:04:07" in UTC, for tables.
[[nodiscard]] std::string shortTime(Timestamp at);

} // namespace gatehouse::gateway::cli
