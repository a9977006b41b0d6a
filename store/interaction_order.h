// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Lists that are too long to hold: where their pages begin, and one page at a time, in any order. Everything
// is read in slices, so that no transaction lives for as long as the whole takes.

#include "store/filter.h"
#include "store/records.h"
#include "store/store.h"

#include <cstdint>
#include <map>

namespace gatehouse::store {

// Time is the order of ids.
// Due: the time until which somebody is to decide (store/service_levels.h); what waits for nobody has none
// and is last of the earliest.
enum class SortField { Time, Severity, Verdict, Check, Team, UseCase, Model, Outcome, Tokens, Latency, Due };

// A stretch of what matches, in the order of time.
struct Span {
    bool newestFirst = true;
    InteractionId after; // it begins behind this one; empty: at the first
    InteractionId upTo; // and ends with this one; empty: at the last
};
[[nodiscard]] Result<std::vector<InteractionRow>> listSpan(
    Store &store, const Filter &filter, const Span &span, std::size_t limit);

struct PageMarks {
    std::vector<InteractionId> lasts; // the last of each page, in order
    std::size_t rows = 0; // of all of them together; only the last page may be short
    bool complete = false; // there are no more
};
// Up to `pages` pages of `pageRows` each behind `span.after`.
[[nodiscard]] Result<PageMarks> markPages(
    Store &store, const Filter &filter, const Span &span, std::size_t pageRows, std::size_t pages);

// The number of a row within its store; stays the same as long as the row is there.
using RowNumber = std::int64_t;
// In the order given, without those that no longer match.
[[nodiscard]] Result<std::vector<InteractionRow>> interactionsByNumber(
    Store &store, const Filter &filter, const std::vector<RowNumber> &numbers);
// Puts what matches in the order of a field, of equal rows the one first that was recorded last. Takes 16
// bytes a row while it reads and 8 when it is done. Words are put in the order of their bytes.
class SortedWalk {
public:
    SortedWalk(SortField field, bool descending)
        : m_field(field)
        , m_descending(descending)
    {
    }
    // Reads the next `rows` rows; true when there are no more.
    [[nodiscard]] Result<bool> read(Store &store, const Filter &filter, std::size_t rows);
    [[nodiscard]] std::size_t count() const { return m_entries.size(); }
    [[nodiscard]] const InteractionId &newest() const { return m_newest; } // of all read
    // The first `most` in order of what was read so far.
    [[nodiscard]] std::vector<RowNumber> first(std::size_t most);
    // All in order; the walk is empty then.
    [[nodiscard]] std::vector<RowNumber> take();

private:
    struct Entry {
        std::int64_t value; // of words their number in m_words
        RowNumber number;
    };
    [[nodiscard]] std::int64_t numberOfWord(const std::string &word);
    void rankWords();
    void order(std::size_t most);

    SortField m_field;
    bool m_descending;
    InteractionId m_newest, m_last;
    std::map<std::string, std::int64_t> m_words;
    std::vector<Entry> m_entries;
};

} // namespace gatehouse::store
