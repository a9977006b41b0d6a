// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/secrets/token_runs.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace gatehouse {

namespace {

enum class Kind : std::uint8_t { Break, Letter, Digit };

constexpr std::array<Kind, 256> kinds = [] {
    std::array<Kind, 256> table{};
    for (std::size_t c = 0x21; c < 0x7f; ++c)
        table[c] = Kind::Letter;
    for (const char c : std::string_view("\"'`<>(){}[],;\\"))
        table[static_cast<unsigned char>(c)] = Kind::Break;
    for (std::size_t c = '0'; c <= '9'; ++c)
        table[c] = Kind::Digit;
    return table;
}();

} // namespace

TokenRuns tokenRunsOf(std::string_view text)
{
    TokenRuns runs;
    std::size_t length = 0;
    bool digit = false;
    const auto close = [&] {
        runs.longest = std::max(runs.longest, length);
        if (digit)
            runs.longestWithDigit = std::max(runs.longestWithDigit, length);
        length = 0;
        digit = false;
    };
    for (const char c : text) {
        const Kind kind = kinds[static_cast<unsigned char>(c)];
        if (kind == Kind::Break) {
            close();
            continue;
        }
        ++length;
        digit |= kind == Kind::Digit;
    }
    close();
    return runs;
}

} // namespace gatehouse
