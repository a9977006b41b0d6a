// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// One kind of identifier written in a fixed form: how it looks, how it is proven, which words stand beside
// it.

#include "core/base/byte_range.h"

#include <string_view>
#include <vector>

namespace gatehouse {

// One way an identifier is written (shapes.h says how forms are spelt). A form with separators is more
// telling than bare digits, so each has its own confidence without context.
struct IdentifierForm {
    std::string_view shape;
    double alone = 0; // confidence without a context word nearby
};

struct IdentifierKind {
    std::string_view kind; // "uk-nhs-number"
    std::vector<IdentifierForm> forms;
    bool (*isValid)(std::string_view compact) = nullptr; // digits and capitals, separators taken out
    std::vector<std::string_view> context = {}; // as ContextWords takes them
    double withContext = 0.9;
    std::string_view group = "national-id";
    bool adjacent = false; // nothing proves it: its words must stand right before it
    bool capitals = false; // looks like words in small letters
};

struct FoundIdentifier {
    ByteRange range;
    std::string_view kind;
    double confidence = 0;
};

namespace pii {

// Identifiers by where they are used; one file holds each.
[[nodiscard]] std::vector<IdentifierKind> unitedStatesIdentifiers();
[[nodiscard]] std::vector<IdentifierKind> americanIdentifiers();
[[nodiscard]] std::vector<IdentifierKind> britishIdentifiers();
[[nodiscard]] std::vector<IdentifierKind> westEuropeanIdentifiers();
[[nodiscard]] std::vector<IdentifierKind> southEuropeanIdentifiers();
[[nodiscard]] std::vector<IdentifierKind> northEuropeanIdentifiers();
[[nodiscard]] std::vector<IdentifierKind> eastEuropeanIdentifiers();
[[nodiscard]] std::vector<IdentifierKind> middleEasternAndAfricanIdentifiers();
[[nodiscard]] std::vector<IdentifierKind> southAsianIdentifiers();
[[nodiscard]] std::vector<IdentifierKind> eastAsianIdentifiers();
[[nodiscard]] std::vector<IdentifierKind> pacificIdentifiers();
[[nodiscard]] std::vector<IdentifierKind> vatIdentifiers();
[[nodiscard]] std::vector<IdentifierKind> bankIdentifiers();
[[nodiscard]] std::vector<IdentifierKind> documentIdentifiers(); // passports and licences of any country
[[nodiscard]] std::vector<IdentifierKind> deviceIdentifiers();

} // namespace pii

// All of the above.
[[nodiscard]] std::vector<IdentifierKind> allIdentifiers();

} // namespace gatehouse
