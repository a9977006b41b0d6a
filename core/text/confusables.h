// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Letters of other scripts that look like Latin ones (UTS #39, as ICU holds it) and decorated Latin letters
// that NFKC leaves alone.

namespace gatehouse {

// The ASCII letter a Greek, Cyrillic, Armenian, Cherokee, … letter looks like, in its case; 0: none.
[[nodiscard]] char latinLookAlike(char32_t letter);
// The ASCII letter a small capital, regional indicator or letter in a box stands for; 0: none.
[[nodiscard]] char decoratedLetter(char32_t character);

} // namespace gatehouse
