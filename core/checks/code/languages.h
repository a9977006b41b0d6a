// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// What code of each language looks like, and what its blocks are called in Markdown.

#include <optional>
#include <span>
#include <string_view>

namespace gatehouse {

// A wording that occurs in code of a language and hardly in prose.
struct CodeSign {
    std::string_view language;
    std::string_view expression;
    double weight = 1; // two together make code
    std::string_view also = {}; // another language that writes it so
};

[[nodiscard]] std::span<const CodeSign> codeSigns();
// The language a fenced block is named for ("py" is "python"); "other" for a name that is not known, "" for
// what is no code (text, json, yaml, output), nothing when the block has no name.
[[nodiscard]] std::optional<std::string_view> fencedLanguage(std::string_view info);

} // namespace gatehouse
