// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// The filter language: what the bar above every list and `--filter` on the command line accept.
//   state:open severity>=high team:payments verdict:blocked,masked check:secrets key:ID model:NAME rule:ID
//   assignee:LOGIN environment:production usecase:chat outcome:cut since:2d since:2026-11-01 until:2026-11-02T12:00:00Z
//   -verdict:flagged  (any term with - in front is excluded)   "words in the text"   word
// Terms are joined by and; values joined by comma are alternatives; a bare or quoted word searches the stored
// text.

#include "core/base/error.h"
#include "core/base/time.h"

#include <string>
#include <string_view>
#include <vector>

namespace gatehouse::store {

struct FilterTerm {
    std::string field; // "text" for bare words
    enum class Comparison { Is, AtLeast, AtMost } comparison = Comparison::Is;
    std::vector<std::string> values;
    bool excluded = false;
    friend bool operator==(const FilterTerm &, const FilterTerm &) = default;
};

struct Filter {
    std::vector<FilterTerm> terms;
    // The filter as text again; parse(toText()) gives the same terms.
    [[nodiscard]] std::string toText() const;
};

// Names known to the language, for completion.
[[nodiscard]] const std::vector<std::string> &filterFields();
// InvalidInput with the offending word in `where` and what is known in `advice`.
[[nodiscard]] Result<Filter> parseFilter(std::string_view text);
// What facets and menus do: the value is added as an alternative to its field's term, or taken out when it is there
// already. since, until and comparisons are replaced. A text that can't be read is answered with just the new term.
[[nodiscard]] std::string withTerm(
    std::string_view text, std::string_view field, std::string_view value, bool excluded);
[[nodiscard]] std::string withoutField(std::string_view text, std::string_view field);

} // namespace gatehouse::store
