// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A stretch of a list, from one call to another, whichever of its pages are here.
#include "models/interactions/interaction_list.h"

#include "models/store_session.h"
#include "store/interactions.h"

#include <algorithm>

namespace gatehouse::console {

namespace {

constexpr auto rangeLimit = static_cast<std::size_t>(InteractionList::mostInRange);

SeenReview seenAs(const store::InteractionRow &row)
{
    const auto text = [](std::string_view word) {
        return QString::fromUtf8(word.data(), static_cast<qsizetype>(word.size()));
    };
    return {text(row.id.value), text(store::name(row.state)), text(store::name(row.disposition)),
        text(row.assignee)};
}

tl::unexpected<Error> tooMany()
{
    return fail(ErrorKind::InvalidInput,
        InteractionList::tr("More than %1 calls lie between the two")
            .arg(InteractionList::mostInRange)
            .toStdString(),
        {}, InteractionList::tr("Select all that match instead").toStdString());
}

Result<QList<SeenReview>> seenOf(const Result<std::vector<store::InteractionRow>> &rows)
{
    if (!rows)
        return tl::unexpected<Error>(rows.error());
    if (rows->size() > rangeLimit)
        return tooMany();
    QList<SeenReview> calls;
    for (const store::InteractionRow &row : *rows)
        calls.append(seenAs(row));
    return calls;
}

} // namespace

void InteractionList::readRange(
    const QString &from, const QString &to, const QObject *context, RangeDone done)
{
    if (isByTime())
        readSpan(from, to, context, std::move(done));
    else
        readNumbers(positionOf(from), positionOf(to), context, std::move(done));
}

// The order of time is the order of ids: nothing of the list itself is needed.
void InteractionList::readSpan(const QString &from, const QString &to, const QObject *context, RangeDone done)
{
    const auto [low, high] = std::minmax(from, to);
    const store::Span span{newestFirst(), InteractionId{(newestFirst() ? high : low).toStdString()},
        InteractionId{(newestFirst() ? low : high).toStdString()}};
    m_ranger->ask(
        context,
        [filter = m_filter.toStdString(), span](store::Store &store) -> Result<QList<SeenReview>> {
            const auto parsed = store::parseFilter(filter);
            if (!parsed)
                return tl::unexpected<Error>(parsed.error());
            return seenOf(store::listSpan(store, *parsed, span, rangeLimit + 1));
        },
        std::move(done));
}

// In another order the list knows the numbers of the rows that are not here.
void InteractionList::readNumbers(int from, int to, const QObject *context, RangeDone done)
{
    const auto [first, last] = std::minmax(from, to);
    if (first < 0 || last - first >= mostInRange) {
        done(tooMany());
        return;
    }
    std::vector<store::RowNumber> numbers;
    const int lastChunk = m_chunks.placeOf(last).chunk;
    for (int chunk = m_chunks.placeOf(first).chunk; chunk <= lastChunk; ++chunk) {
        const ListChunks::Chunk &page = m_chunks.at(chunk);
        if (!page.isHere())
            numbers.insert(numbers.end(), page.numbers.begin(), page.numbers.end());
    }
    m_ranger->ask(
        context,
        [filter = m_filter.toStdString(), numbers](store::Store &store) -> Result<QList<SeenReview>> {
            const auto parsed = store::parseFilter(filter);
            if (!parsed)
                return tl::unexpected<Error>(parsed.error());
            return seenOf(store::interactionsByNumber(store, *parsed, numbers));
        },
        std::move(done));
}

} // namespace gatehouse::console
