// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Tells quickly that a text holds nothing long and mixed enough to be a credential: most prose does not.

#include "core/base/byte_range.h"
#include "core/base/function_ref.h"

#include <cstddef>
#include <string_view>

namespace gatehouse {

// Runs of characters a token may be made of: ASCII without spaces, quotes, brackets, commas, semicolons and
// backslashes.
struct TokenRuns {
    std::size_t longest = 0;
    std::size_t longestWithDigit = 0;

    // Whether a token of at least `least` characters may be there: one with a digit, or one so long that
    // randomness shows without.
    [[nodiscard]] bool mayHold(std::size_t least) const
    {
        constexpr std::size_t longWithoutDigit = 30;
        return longestWithDigit >= least || longest >= longWithoutDigit;
    }
};

[[nodiscard]] TokenRuns tokenRunsOf(std::string_view text);

// Signs no match of a kind that is looked for near runs may hold.
constexpr std::string_view valueBreaks = ";(){}[<$\\";

// The parts of the text in which a value with a digit, at least so long, and the words before it can stand:
// each run that is long enough, with what is before it back to a sign of valueBreaks. Ordered, not
// overlapping.
void forEachPartBeforeRuns(std::string_view text, std::size_t least, FunctionRef<void(ByteRange)> part);

} // namespace gatehouse
