// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Everything the pii check knows, made ready once for the whole program: identifiers, their forms in one
// automaton and their words in one tree.

#include "core/checks/pii/context.h"
#include "core/checks/pii/identifier.h"
#include "core/checks/pii/shapes.h"

#include <cstdint>
#include <string>
#include <vector>

namespace gatehouse::pii {

// What a rule asked for, by place in Catalogue::kinds.
using WantedIdentifiers = Topics;

// What words speak of, beside the kinds of identifiers.
struct Subject {
    static constexpr std::size_t phone = 255, version = 254, birth = 253, thing = 252;
};

struct CatalogueForm {
    std::uint16_t kind = 0;
    float alone = 0;
    bool bare = false; // digits only
};

struct Catalogue {
    std::vector<IdentifierKind> kinds;
    std::vector<CatalogueForm> forms;
    ShapeAutomaton shapes;
    ContextWords words;
    std::vector<Topics> kindsEndingIn; // by state of `shapes`
    Topics onlyCapitals;

    static const Catalogue &shared();
};

// SHA-256 (hex) over all tables: kinds, forms, words, how sure each is.
[[nodiscard]] std::string catalogueDigest();

} // namespace gatehouse::pii
