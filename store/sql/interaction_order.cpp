// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/interaction_order.h"

#include "store/service_levels.h"
#include "store/sql/filter_hours.h"
#include "store/sql/ids.h"
#include "store/sql/rows.h"

#include <algorithm>
#include <limits>
#include <unordered_map>

namespace gatehouse::store {

namespace {

// SQLite takes 32766 parameters a statement; a page needs far fewer.
constexpr std::size_t rowsPerQuery = 500;

Status bound(SqlFilter &filter, const char *condition, const InteractionId &id)
{
    if (id.empty())
        return {};
    auto blob = toBlob(id);
    if (!blob)
        return fail(
            ErrorKind::InvalidInput, "not an interaction id", id.value, "an id is a UUID in text form");
    filter.require(condition, {std::move(*blob)});
    return {};
}

// The filter within a span.
Result<SqlFilter> within(Store &store, const Filter &filter, const Span &span, Reads reads)
{
    auto compiled = compileForShow(store, filter, reads);
    if (!compiled)
        return compiled;
    if (Status after = bound(*compiled, span.newestFirst ? "i.id < ?" : "i.id > ?", span.after); !after)
        return tl::unexpected(after.error());
    if (Status upTo = bound(*compiled, span.newestFirst ? "i.id >= ?" : "i.id <= ?", span.upTo); !upTo)
        return tl::unexpected(upTo.error());
    return compiled;
}

std::string selection(const std::string &columns, const SqlFilter &filter, bool newestFirst)
{
    return "SELECT " + columns + " FROM interaction i WHERE " + filter.where + " ORDER BY i.id "
        + (newestFirst ? "DESC" : "ASC") + " LIMIT ?";
}

const char *columnOf(SortField field)
{
    switch (field) {
    case SortField::Time:
        return "i.at";
    case SortField::Severity:
        return "i.severity";
    case SortField::Verdict:
        return "i.verdict";
    case SortField::Check:
        return "i.top_check";
    case SortField::Team:
        return "i.team";
    case SortField::UseCase:
        return "i.use_case";
    case SortField::Model:
        return "i.model";
    case SortField::Outcome:
        return "i.outcome";
    case SortField::Tokens:
        return "i.tokens_in + i.tokens_out";
    case SortField::Latency:
        return "i.latency_us";
    case SortField::Due:
        return "i.at, i.severity, i.state";
    }
    return "i.at";
}

// From columnOf(Due) at column 2. What is never due comes after all that is.
std::int64_t dueOf(const ServiceLevels &levels, const Query &query)
{
    InteractionRow row;
    row.at = query.time(2);
    row.severity = static_cast<Severity>(query.integer(3));
    row.state = static_cast<ReviewState>(query.integer(4));
    const auto due = levels.dueAt(row);
    return due ? toMicros(*due) : std::numeric_limits<std::int64_t>::max();
}

bool isWord(SortField field)
{
    return field == SortField::Check || field == SortField::Team || field == SortField::UseCase
        || field == SortField::Model;
}

// Numbers and rows of one page.
Result<std::unordered_map<RowNumber, InteractionRow>> numbered(
    Store &store, SqlFilter filter, std::vector<SqlValue> numbers)
{
    const std::size_t count = numbers.size();
    filter.require("i.n IN (" + questionMarks(count) + ")", std::move(numbers));
    return attempt(store.connection(), [&]() -> Result<std::unordered_map<RowNumber, InteractionRow>> {
        std::unordered_map<RowNumber, InteractionRow> rows;
        Query query(store.connection(),
            selection("i.n, " + interactionColumns(store.connection().dialect()), filter, true),
            filter.values, count);
        while (query.step())
            rows.emplace(query.integer(0), readInteraction(query, 1));
        return rows;
    });
}

} // namespace

Result<std::vector<InteractionRow>> listSpan(
    Store &store, const Filter &filter, const Span &span, std::size_t limit)
{
    const auto compiled = within(store, filter, span, Reads::Page);
    if (!compiled)
        return tl::unexpected(compiled.error());
    return attempt(store.connection(), [&]() -> Result<std::vector<InteractionRow>> {
        Query query(store.connection(),
            selection(interactionColumns(store.connection().dialect()), *compiled, span.newestFirst),
            compiled->values, limit);
        return readInteractions(query);
    });
}

Result<PageMarks> markPages(
    Store &store, const Filter &filter, const Span &span, std::size_t pageRows, std::size_t pages)
{
    const auto compiled = within(store, filter, span, Reads::All);
    if (!compiled)
        return tl::unexpected(compiled.error());
    const std::size_t most = pageRows * pages;
    return attempt(store.connection(), [&]() -> Result<PageMarks> {
        PageMarks marks;
        Query query(
            store.connection(), selection("i.id", *compiled, span.newestFirst), compiled->values, most);
        Blob last;
        while (query.step()) {
            last = query.blob(0);
            if (++marks.rows % pageRows == 0)
                marks.lasts.push_back(toInteractionId(last));
        }
        if (marks.rows % pageRows != 0)
            marks.lasts.push_back(toInteractionId(last));
        marks.complete = marks.rows < most;
        return marks;
    });
}

Result<std::vector<InteractionRow>> interactionsByNumber(
    Store &store, const Filter &filter, const std::vector<RowNumber> &numbers)
{
    const auto compiled = compileFilter(store, filter, {Reads::Known});
    if (!compiled)
        return tl::unexpected(compiled.error());
    std::vector<InteractionRow> rows;
    for (std::size_t from = 0; from < numbers.size(); from += rowsPerQuery) {
        const std::size_t to = std::min(numbers.size(), from + rowsPerQuery);
        const std::vector<SqlValue> values(numbers.begin() + static_cast<std::ptrdiff_t>(from),
            numbers.begin() + static_cast<std::ptrdiff_t>(to));
        auto found = numbered(store, *compiled, values);
        if (!found)
            return tl::unexpected(found.error());
        for (std::size_t i = from; i < to; ++i) {
            if (const auto row = found->find(numbers[i]); row != found->end())
                rows.push_back(std::move(row->second));
        }
    }
    return rows;
}

Result<bool> SortedWalk::read(Store &store, const Filter &filter, std::size_t rows)
{
    const Span span{true, m_last, {}};
    const auto compiled = within(store, filter, span, Reads::All);
    if (!compiled)
        return tl::unexpected(compiled.error());
    const auto levels = m_field == SortField::Due ? serviceLevels(store) : Result<ServiceLevels>();
    if (!levels)
        return tl::unexpected(levels.error());
    const std::string columns = std::string("i.id, i.n, ") + columnOf(m_field);
    return attempt(store.connection(), [&]() -> Result<bool> {
        Query query(store.connection(), selection(columns, *compiled, true), compiled->values, rows);
        std::vector<Entry> slice;
        Blob last;
        while (query.step()) {
            last = query.blob(0);
            if (m_newest.empty())
                m_newest = toInteractionId(last);
            const std::int64_t value = isWord(m_field) ? numberOfWord(query.text(2))
                : m_field == SortField::Due            ? dueOf(*levels, query)
                                                       : query.integer(2);
            slice.push_back({value, query.integer(1)});
        }
        // All of a slice or nothing of it: a slice that failed halfway is read again.
        m_entries.insert(m_entries.end(), slice.begin(), slice.end());
        if (!slice.empty())
            m_last = toInteractionId(last);
        return slice.size() < rows;
    });
}

std::int64_t SortedWalk::numberOfWord(const std::string &word)
{
    return m_words.try_emplace(word, static_cast<std::int64_t>(m_words.size())).first->second;
}

// Numbers of words become their places among all words.
void SortedWalk::rankWords()
{
    std::vector<std::int64_t> ranks(m_words.size());
    std::int64_t rank = 0;
    for (auto &[word, number] : m_words) {
        ranks[static_cast<std::size_t>(number)] = rank;
        number = rank++;
    }
    if (!m_words.empty()) {
        for (Entry &entry : m_entries)
            entry.value = ranks[static_cast<std::size_t>(entry.value)];
    }
}

void SortedWalk::order(std::size_t most)
{
    rankWords();
    const auto before = [this](const Entry &a, const Entry &b) {
        if (a.value != b.value)
            return m_descending ? a.value > b.value : a.value < b.value;
        return a.number > b.number;
    };
    if (most < m_entries.size())
        std::partial_sort(m_entries.begin(), m_entries.begin() + static_cast<std::ptrdiff_t>(most),
            m_entries.end(), before);
    else
        std::sort(m_entries.begin(), m_entries.end(), before);
}

std::vector<RowNumber> SortedWalk::first(std::size_t most)
{
    most = std::min(most, m_entries.size());
    order(most);
    std::vector<RowNumber> numbers;
    for (std::size_t i = 0; i < most; ++i)
        numbers.push_back(m_entries[i].number);
    return numbers;
}

std::vector<RowNumber> SortedWalk::take()
{
    order(m_entries.size());
    std::vector<RowNumber> numbers;
    numbers.reserve(m_entries.size());
    for (const Entry &entry : m_entries)
        numbers.push_back(entry.number);
    m_entries = {};
    m_words.clear();
    return numbers;
}

} // namespace gatehouse::store
