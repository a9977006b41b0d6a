// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// What the policy said about one labelled row: everything the tables count.

#include "core/base/byte_range.h"
#include "core/policy/verdict.h"

#include <optional>
#include <string>
#include <vector>

namespace gatehouse::tools {

// Checks that answer the same question, whatever a policy calls its rules.
enum class CheckGroup { Injection, Secrets, PersonalData, Tools };

// All rules of one check kind taken together.
struct CheckSeen {
    std::string check;
    bool ran = false;
    bool failed = false;
    std::optional<double> score; // the highest; reported by some checks also when they pass
    std::vector<std::string> labels; // of its evidence, each once
};

// A span somebody marked in the text, and whether evidence of its kind touches it.
struct MarkedSpan {
    std::string entity;
    bool found = false;
};

struct RowResult {
    std::string id, source, split, kind, file, lang, snippet;
    std::string transform, plain; // of obfuscated rows: what was done to which text
    int label = 0;
    TrustZone zone = TrustZone::User;
    CheckGroup group = CheckGroup::Injection; // whose recall or false alarm this row is
    VerdictKind verdict = VerdictKind::Allowed;
    std::vector<CheckSeen> checks;
    std::vector<MarkedSpan> marked;
    std::size_t bytes = 0;
    double micros = 0; // of this thread's CPU time, reading a body included
    bool plainFlagged = false; // the text before it was transformed, by the same group

    [[nodiscard]] bool flaggedBy(CheckGroup wanted) const;
    [[nodiscard]] bool flaggedByGroup() const { return flaggedBy(group); }
    [[nodiscard]] double scoreOf(std::string_view check) const; // 0 when it said nothing
    // Of the check that leads the row's group.
    [[nodiscard]] double score() const;
};

} // namespace gatehouse::tools
