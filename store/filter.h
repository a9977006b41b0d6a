// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// The filter language: what the bar above every list and `--filter` on the command line accept.
//   state:open severity>=high team:payments verdict:blocked,masked check:secrets key:ID model:NAME rule:ID
//   environment:production usecase:chat outcome:cut since:2d since:2026-11-01 until:2026-11-02T12:00:00Z
//   provider:NAME route:chat policy:baseline|HASH disposition:benign assignee:LOGIN conversation:ID id:ID
//   zone:tool score>0.8 payload:ID group:0123456789abcdef   similar:ID (see store/near_duplicates.h)
//   due:overdue due:4h
//   -verdict:flagged  (any term with - in front is excluded)   "words in the text"   word   begin*
// Terms are joined by and; values joined by comma are alternatives; state:none and disposition:none name what
// has none. severity and score can be compared by > >= < <=. since and until take a time or an age and
// include it. check, rule, zone and score look at what failed, in shadow mode too: zone at where its evidence
// stands, score at the highest (a number from 0 to 1; a call whose failed checks have none has no score, and
// no comparison matches it). due takes "overdue", a time or how long from now: what waits for a decision and
// is due by then, as the policy in force says (store/service_levels.h). Of calls recorded before schema 10
// neither is known.
//
// A bare or quoted word searches the stored (masked) text of both bodies of calls that are over and were
// flagged, masked, held or blocked: whole words, without regard to case or accents; the text of allowed calls
// is not indexed. Script written without spaces is found from the beginning of a run of it, with a star at
// the end.

#include "core/base/byte_range.h"
#include "core/base/error.h"
#include "core/base/time.h"

#include <string>
#include <string_view>
#include <vector>

namespace gatehouse::store {

struct FilterTerm {
    std::string field; // "text" for bare words
    enum class Comparison { Is, AtLeast, AtMost, Above, Below } comparison = Comparison::Is;
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
// All values a field of few can have ("verdict", "zone", …), weakest first; empty for any other field.
[[nodiscard]] const std::vector<std::string> &filterWords(std::string_view field);
// InvalidInput with the offending word in `where` and what is known in `advice`.
[[nodiscard]] Result<Filter> parseFilter(std::string_view text);
// The same, and where in the text the offending word stands (bytes).
struct FilterProblem {
    Error error;
    ByteRange word;
};
[[nodiscard]] tl::expected<Filter, FilterProblem> readFilter(std::string_view text);
// What facets and menus do: the value is added as an alternative to its field's term, or taken out when it is
// there already. since, until and comparisons are replaced. A text that can't be read is answered with just
// the new term.
[[nodiscard]] std::string withTerm(
    std::string_view text, std::string_view field, std::string_view value, bool excluded);
[[nodiscard]] std::string withoutField(std::string_view text, std::string_view field);

} // namespace gatehouse::store
