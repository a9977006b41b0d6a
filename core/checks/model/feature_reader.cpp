// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/model/feature_reader.h"

namespace gatehouse::model::hashing {

bool isPartOfWord(char32_t value)
{
    // Full stops, commas and question marks of Devanagari and Arabic stand inside their letter blocks.
    return isWordCharacter(value) && value != 0x0964 && value != 0x0965 && value != 0x060C && value != 0x061B
        && value != 0x061F && value != 0x06D4;
}

Gap gapOf(char32_t value)
{
    switch (value) {
    case U'。':
    case U'！':
    case U'？':
    case U'：':
    case U'；':
    case U'…':
    case U'।':
    case U'؟':
    case U'۔':
        return Gap::Break;
    case U'“':
    case U'”':
    case U'„':
    case U'‘':
    case U'«':
    case U'»':
    case U'「':
    case U'」':
    case U'『':
    case U'』':
        return Gap::Quote;
    default:
        return Gap::Space;
    }
}

char32_t lowered(char32_t value)
{
    const char32_t other = otherCase(value);
    return other > value ? other : value; // capitals stand before their small letters
}

} // namespace gatehouse::model::hashing
