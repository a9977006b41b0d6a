// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/secrets/token_runs.h"

#include "core/text/byte_set.h"

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

constexpr ByteSet breaks(valueBreaks);

// Calls `run(range, whether a digit is in it)` for each run.
template <class Sink>
void forEachRun(std::string_view text, Sink run)
{
    std::size_t start = 0;
    bool digit = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const Kind kind = kinds[static_cast<unsigned char>(text[at])];
        if (kind != Kind::Break) {
            digit |= kind == Kind::Digit;
            continue;
        }
        run(ByteRange{start, at}, digit);
        start = at + 1;
        digit = false;
    }
    run(ByteRange{start, text.size()}, digit);
}

std::size_t partStart(std::string_view text, std::size_t run)
{
    std::size_t start = run;
    while (start > 0 && !breaks.has(text[start - 1]))
        --start;
    return start;
}

} // namespace

TokenRuns tokenRunsOf(std::string_view text)
{
    TokenRuns runs;
    forEachRun(text, [&](ByteRange run, bool digit) {
        runs.longest = std::max(runs.longest, run.size());
        if (digit)
            runs.longestWithDigit = std::max(runs.longestWithDigit, run.size());
    });
    return runs;
}

void forEachPartBeforeRuns(std::string_view text, std::size_t least, FunctionRef<void(ByteRange)> part)
{
    ByteRange open; // grows as long as the next run is not parted from it
    forEachRun(text, [&](ByteRange run, bool digit) {
        if (!digit || run.size() < least)
            return;
        // What is before the part before needs no second look.
        const std::size_t start = open.end + partStart(text.substr(open.end), run.start - open.end);
        if (start != open.end) {
            if (open.size() > 0)
                part(open);
            open.start = start;
        }
        open.end = run.end;
    });
    if (open.size() > 0)
        part(open);
}

} // namespace gatehouse
