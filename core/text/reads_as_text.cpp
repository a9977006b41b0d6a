// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/text/decode.h"

#include "core/checks/characters.h"

namespace gatehouse {

bool readsAsText(std::string_view bytes)
{
    constexpr std::size_t shortest = 6;
    if (bytes.size() < shortest)
        return false;
    std::size_t characters = 0, words = 0, controls = 0;
    for (std::size_t at = 0; at < bytes.size();) {
        const DecodedCharacter character = decodeCharacter(bytes, at);
        const bool broken = character.size == 1 && character.value >= 0x80;
        if (broken)
            return false;
        const bool blank = isSpace(character.value);
        ++characters;
        words += blank || isWordCharacter(character.value);
        controls += (character.value < 0x20 && !blank) || character.value == 0x7F;
        at += character.size;
    }
    return controls * 50 <= characters && words * 10 >= characters * 6;
}

} // namespace gatehouse
