// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Tells quickly that a text holds nothing long and mixed enough to be a credential: most prose does not.

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

} // namespace gatehouse
