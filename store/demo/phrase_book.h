// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// The phrases of store/demo/phrases.txt, put together at random.

#include "store/demo/dice.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace gatehouse::store {

// Immutable; any number of threads may ask at once.
class PhraseBook {
public:
    explicit PhraseBook(std::string_view text);

    // A line of the list, every {name} in it filled in; "" when there is no such list.
    [[nodiscard]] std::string phrase(std::string_view list, Dice &dice) const;

private:
    [[nodiscard]] std::string fill(std::string_view line, Dice &dice, int depth) const;
    [[nodiscard]] std::string value(std::string_view name, Dice &dice, int depth) const;

    std::map<std::string, std::vector<std::string>, std::less<>> m_lists;
};

// The book that ships with Gatehouse.
[[nodiscard]] const PhraseBook &samplePhrases();

} // namespace gatehouse::store
