// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Marked spans of personal data, and whether the evidence of the pii check meets them.

#include "core/policy/verdict.h"
#include "tools/data/labelled_rows.h"

#include <optional>

namespace gatehouse::tools {

struct PersonalSpan {
    std::string entity; // "CREDIT_CARD"
    ByteRange range;
};

// meta.spans: [[first character, one after the last, "ENTITY"], …], counted in characters of the text.
[[nodiscard]] std::vector<PersonalSpan> personalSpans(const LabelledRow &row);
// Whether patterns and check digits can find it; names and street addresses are not for them.
[[nodiscard]] bool isStructured(std::string_view entity);
// Whether evidence with a label of that entity overlaps the span.
[[nodiscard]] bool isFound(const PersonalSpan &span, const Verdict &verdict);
// The text with the span's last digit changed, where a check digit makes that a wrong identifier.
[[nodiscard]] std::optional<std::string> withWrongDigit(const std::string &text, const PersonalSpan &span);

} // namespace gatehouse::tools
