// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Decodings of a text, each as a view of it. Only what reads as text afterwards becomes a view: the hash of a
// lock file decodes to noise and is left alone.

#include "core/text/survey.h"
#include "core/text/view_writer.h"

#include <optional>
#include <string_view>
#include <vector>

namespace gatehouse {

// Valid UTF-8, mostly letters, digits and spaces, hardly a control character; at least six bytes.
[[nodiscard]] bool readsAsText(std::string_view bytes);

// Each gives nothing when there is nothing to decode. Every decoded run of the source goes into one view, on
// lines of its own.
[[nodiscard]] std::optional<TextView> decodeBase64Runs(const ViewSource &source); // also URL-safe, wrapped
[[nodiscard]] std::optional<TextView> decodeBase32Runs(const ViewSource &source);
[[nodiscard]] std::optional<TextView> decodeHexRuns(const ViewSource &source); // unbroken
// In words of one size, "4967 6e6f 7265", as a dump writes it.
[[nodiscard]] std::optional<TextView> decodeBase64Groups(const ViewSource &source);
[[nodiscard]] std::optional<TextView> decodeHexGroups(const ViewSource &source);
[[nodiscard]] std::optional<TextView> decodeHexNumbers(const ViewSource &source); // "49 67 6e", "0x49,0x67"
[[nodiscard]] std::optional<TextView> decodeDecimalNumbers(const ViewSource &source); // "73 103 110"
[[nodiscard]] std::optional<TextView> decodeBits(const ViewSource &source); // "01001001 01100111"
[[nodiscard]] std::optional<TextView> decodeLongBits(const ViewSource &source); // unbroken
[[nodiscard]] std::optional<TextView> decodeMorse(const ViewSource &source);
[[nodiscard]] std::optional<TextView> decodeTags(const ViewSource &source); // U+E0020 to U+E007E

// The text around what was escaped, with the escapes undone.
[[nodiscard]] std::optional<TextView> decodePercent(const ViewSource &source);
[[nodiscard]] std::optional<TextView> decodeEntities(const ViewSource &source);
[[nodiscard]] std::optional<TextView> decodeBackslashes(const ViewSource &source);
[[nodiscard]] std::optional<TextView> decodeQuotedPrintable(const ViewSource &source);

// Letters exchanged or reordered; the whole text.
[[nodiscard]] std::optional<TextView> closeUpSpacedLetters(const ViewSource &source);
[[nodiscard]] std::optional<TextView> undoLeet(const ViewSource &source);
[[nodiscard]] TextView rotateBack(const ViewSource &source); // ROT13
[[nodiscard]] TextView reverseText(const ViewSource &source); // character by character
[[nodiscard]] TextView reverseWords(const ViewSource &source); // each word for itself

} // namespace gatehouse
