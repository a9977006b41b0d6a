// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Which characters have no shape of their own, and beside which they have good reason to stand.

namespace gatehouse {

enum class Invisible { None, Space, Joiner, Mark, Bidi, Tag, Variation, Filler };

[[nodiscard]] Invisible invisibleKind(char32_t value);
// Scripts whose writing needs joiners and non-joiners (Arabic, Syriac, Indic, Khmer, Mongolian, …).
[[nodiscard]] bool usesJoiners(char32_t value);
[[nodiscard]] bool isRightToLeft(char32_t value);
// Emoji and other symbols that take variation selectors and are joined into one picture.
[[nodiscard]] bool isPictograph(char32_t value);
[[nodiscard]] bool isHangul(char32_t value);
[[nodiscard]] bool isIdeograph(char32_t value);

} // namespace gatehouse
