// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/case_folding.h"

#include "core/checks/characters.h"

#include <algorithm>
#include <unicode/uchar.h>
#include <unicode/uniset.h>

namespace gatehouse {

namespace {

constexpr char32_t firstBeyondAscii = 0x80;

char asciiFolded(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

} // namespace

char32_t foldCharacter(char32_t value)
{
    if (value < firstBeyondAscii)
        return static_cast<unsigned char>(asciiFolded(static_cast<char>(value)));
    const auto folded = static_cast<char32_t>(u_foldCase(static_cast<UChar32>(value), U_FOLD_CASE_DEFAULT));
    return folded < firstBeyondAscii ? value : folded;
}

std::vector<char32_t> caseVariants(char32_t value)
{
    icu::UnicodeSet set(static_cast<UChar32>(value), static_cast<UChar32>(value));
    set.closeOver(USET_CASE_INSENSITIVE);
    std::vector<char32_t> variants;
    for (int i = 0; i < set.getRangeCount(); ++i) {
        for (UChar32 at = set.getRangeStart(i); at <= set.getRangeEnd(i); ++at) {
            if (foldCharacter(static_cast<char32_t>(at)) == foldCharacter(value))
                variants.push_back(static_cast<char32_t>(at));
        }
    }
    return variants;
}

void FoldedText::fill(std::string_view text, bool foldCase)
{
    m_text.assign(text);
    m_shifts.clear();
    if (!foldCase)
        return;
    const auto beyondAscii = std::find_if(m_text.begin(), m_text.end(), [](char &c) {
        c = asciiFolded(c);
        return static_cast<unsigned char>(c) >= firstBeyondAscii;
    });
    std::size_t at = static_cast<std::size_t>(beyondAscii - m_text.begin());
    m_text.resize(at);
    while (at < text.size()) {
        const DecodedCharacter character = decodeCharacter(text, at);
        const char32_t folded = character.size == 1 ? character.value : foldCharacter(character.value);
        const std::size_t before = m_text.size();
        if (character.size == 1)
            m_text += asciiFolded(text[at]);
        else if (folded == character.value)
            m_text.append(text, at, character.size);
        else
            appendUtf8(m_text, folded);
        at += character.size;
        if (m_text.size() - before != character.size)
            m_shifts.emplace_back(static_cast<std::uint32_t>(m_text.size()), static_cast<std::uint32_t>(at));
    }
}

std::size_t FoldedText::originalOffset(std::size_t at) const
{
    const auto after = std::upper_bound(m_shifts.begin(), m_shifts.end(), at,
        [](std::size_t offset, const auto &shift) { return offset < shift.first; });
    if (after == m_shifts.begin())
        return at;
    const auto &[here, original] = *std::prev(after);
    return at - here + original;
}

} // namespace gatehouse
