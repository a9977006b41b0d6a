// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// One kind of identifier written in a fixed form: how it looks, how it is proven, which words stand beside
// it.

#include "core/base/byte_range.h"

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gatehouse {

// Forms are spelt with 9 for a digit, A for a letter, * for either; any other character stands for itself. A
// form with separators is more telling than bare digits, so each has its own confidence without context.
struct IdentifierForm {
    std::string_view shape;
    double alone = 0; // confidence without a context word nearby
};

struct IdentifierKind {
    std::string_view kind; // "uk-nhs-number"
    std::vector<IdentifierForm> forms;
    bool (*isValid)(std::string_view compact); // digits and capitals, separators taken out
    std::vector<std::string_view> context; // small letters
    double withContext = 0.9;
};

// Identifiers of people by country; the files beside this one hold them.
[[nodiscard]] std::vector<IdentifierKind> americanIdentifiers();
[[nodiscard]] std::vector<IdentifierKind> asianAndPacificIdentifiers();
[[nodiscard]] std::vector<IdentifierKind> southEuropeanIdentifiers();
[[nodiscard]] std::vector<IdentifierKind> northEuropeanIdentifiers();
[[nodiscard]] std::vector<IdentifierKind> nationalIdentifiers();

// Whether one of the words stands within 48 bytes before or 32 after the span.
[[nodiscard]] bool hasContext(
    std::string_view text, ByteRange range, std::span<const std::string_view> words);

struct FoundIdentifier {
    ByteRange range;
    std::string_view kind;
    double confidence = 0;
};
// Every valid identifier of these kinds that stands alone in the text.
void findIdentifiers(std::string_view text, std::span<const IdentifierKind> kinds,
    const std::function<void(const FoundIdentifier &)> &found);

} // namespace gatehouse
