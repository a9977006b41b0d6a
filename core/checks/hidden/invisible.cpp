// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/hidden/invisible.h"

#include <algorithm>
#include <array>

namespace gatehouse {

namespace {

struct Range {
    char32_t first, last;
    Invisible kind;
};

// Default_Ignorable_Code_Point of DerivedCoreProperties.txt (Unicode 15), the blank Braille pattern and the
// marks of interlinear annotation; the soft hyphen is left out, which only marks where a word may break.
constexpr std::array<Range, 26> invisible{{
    {0x034F, 0x034F, Invisible::Space},
    {0x061C, 0x061C, Invisible::Mark},
    {0x115F, 0x1160, Invisible::Filler},
    {0x17B4, 0x17B5, Invisible::Filler},
    {0x180B, 0x180D, Invisible::Variation},
    {0x180E, 0x180E, Invisible::Space},
    {0x180F, 0x180F, Invisible::Variation},
    {0x200B, 0x200B, Invisible::Space},
    {0x200C, 0x200D, Invisible::Joiner},
    {0x200E, 0x200F, Invisible::Mark},
    {0x202A, 0x202E, Invisible::Bidi},
    {0x2060, 0x2065, Invisible::Space},
    {0x2066, 0x2069, Invisible::Bidi},
    {0x206A, 0x206F, Invisible::Space},
    {0x2800, 0x2800, Invisible::Filler},
    {0x3164, 0x3164, Invisible::Filler},
    {0xFE00, 0xFE0F, Invisible::Variation},
    {0xFEFF, 0xFEFF, Invisible::Space},
    {0xFFA0, 0xFFA0, Invisible::Filler},
    {0xFFF0, 0xFFFB, Invisible::Space},
    {0x1BCA0, 0x1BCA3, Invisible::Space},
    {0x1D173, 0x1D17A, Invisible::Space},
    {0xE0000, 0xE007F, Invisible::Tag},
    {0xE0080, 0xE00FF, Invisible::Space},
    {0xE0100, 0xE01EF, Invisible::Variation},
    {0xE01F0, 0xE0FFF, Invisible::Space},
}};

bool within(char32_t value, char32_t first, char32_t last)
{
    return value >= first && value <= last;
}

} // namespace

Invisible invisibleKind(char32_t value)
{
    constexpr char32_t first = 0x034F, lastHangulFiller = 0x3164, firstSelector = 0xFE00;
    if (value < first || (value > lastHangulFiller && value < firstSelector))
        return Invisible::None;
    const auto range = std::lower_bound(invisible.begin(), invisible.end(), value,
        [](const Range &item, char32_t wanted) { return item.last < wanted; });
    return range != invisible.end() && value >= range->first ? range->kind : Invisible::None;
}

bool usesJoiners(char32_t value)
{
    return within(value, 0x0600, 0x08FF) || within(value, 0x0900, 0x0FFF) || within(value, 0x1000, 0x109F)
        || within(value, 0x1780, 0x18AF) || within(value, 0x1900, 0x1CFF) || within(value, 0xA800, 0xABFF)
        || within(value, 0xFB50, 0xFDFF) || within(value, 0xFE70, 0xFEFE) || within(value, 0x10A00, 0x11FFF);
}

bool isRightToLeft(char32_t value)
{
    return within(value, 0x0590, 0x08FF) || within(value, 0xFB1D, 0xFDFF) || within(value, 0xFE70, 0xFEFE)
        || within(value, 0x10800, 0x10FFF) || within(value, 0x1E800, 0x1EFFF);
}

bool isPictograph(char32_t value)
{
    return value == 0xA9 || value == 0xAE || within(value, 0x203C, 0x2049) || within(value, 0x20E3, 0x20E3)
        || within(value, 0x2100, 0x27FF) || within(value, 0x2900, 0x2BFF) || within(value, 0x3030, 0x303D)
        || within(value, 0x3297, 0x3299) || within(value, 0x1F000, 0x1FAFF);
}

bool isHangul(char32_t value)
{
    return within(value, 0x1100, 0x11FF) || within(value, 0x3130, 0x318F) || within(value, 0xA960, 0xA97F)
        || within(value, 0xAC00, 0xD7FF);
}

bool isIdeograph(char32_t value)
{
    return within(value, 0x2E80, 0x2FDF) || within(value, 0x3005, 0x3007) || within(value, 0x3400, 0x9FFF)
        || within(value, 0xF900, 0xFAFF) || within(value, 0x20000, 0x3FFFF);
}

} // namespace gatehouse
