// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Texts without the difference between capitals and small letters, in every script that has one.

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gatehouse {

// Simple case folding of Unicode (CaseFolding.txt, C and S). What would fold into ASCII from outside it (the
// Kelvin sign) stays: such look-alikes are the business of views.
[[nodiscard]] char32_t foldCharacter(char32_t value);
// Every character that folds to what this one folds to, itself among them.
[[nodiscard]] std::vector<char32_t> caseVariants(char32_t value);

// A text folded, with the way back to its bytes. Reusable: filling it again keeps its memory.
class FoldedText {
public:
    void fill(std::string_view text, bool foldCase);
    [[nodiscard]] std::string_view text() const { return m_text; }
    // Of a character border in text(), the border in the text it was made from.
    [[nodiscard]] std::size_t originalOffset(std::size_t at) const;

private:
    std::string m_text;
    // Where a character's fold has another size: offset behind it here, and in the original.
    std::vector<std::pair<std::uint32_t, std::uint32_t>> m_shifts;
};

} // namespace gatehouse
