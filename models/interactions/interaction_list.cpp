// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// How a list is read; what changes meanwhile is in interaction_changes.cpp.
#include "models/interactions/interaction_list.h"

#include "models/interactions/queue_rows.h"
#include "models/store_session.h"
#include "models/text.h"
#include "store/interactions.h"

#include <algorithm>

namespace gatehouse::console {

namespace {

constexpr int pagesHere = 48; // 9,600 rows, some 20 MiB
constexpr qsizetype mostWanted = 3; // what a window can show of pages
// A step of a walk takes a fraction of a second; the first ones are short, so that a short list is known at
// once.
constexpr std::size_t firstWalkPages = 50, mostWalkPages = 1000, walkGrowth = 5;
constexpr std::size_t sortStep = 100'000; // rows
// Rows of a page that is read again; more came late than this only when the clock was set.
constexpr std::size_t mostPageRows = 2000;

} // namespace

struct InteractionList::FirstPage {
    std::int64_t since = 0;
    InteractionId newest; // of all that match
    std::vector<QueueRow> rows;
};

struct InteractionList::Pages {
    quint64 layout = 0;
    std::vector<std::pair<int, std::vector<QueueRow>>> pages; // chunk and its rows
};

InteractionList::InteractionList(StoreSession &session, int columns, int timeColumn, QObject *parent)
    : QAbstractTableModel(parent)
    , m_pages(session.newReader(this))
    , m_walker(session.newReader(this))
    , m_refresher(session.newReader(this))
    , m_settler(session.newReader(this))
    , m_ranger(session.newReader(this))
    , m_columns(columns)
    , m_timeColumn(timeColumn)
    , m_sortColumn(timeColumn)
{
    connect(&session, &StoreSession::changed, this, &InteractionList::refresh);
}

void InteractionList::setFilter(const QString &filter)
{
    m_filter = filter;
    m_pinned.clear();
    m_pinnedIsGone = false;
    reload();
}

void InteractionList::sort(int column, Qt::SortOrder order)
{
    if (!sortField(column) || (column == m_sortColumn && order == m_sortOrder))
        return;
    m_sortColumn = column;
    m_sortOrder = order;
    reload();
}

void InteractionList::stop()
{
    for (StoreReader *reader : {m_pages, m_walker, m_refresher, m_ranger})
        reader->cancel();
    m_refreshing = m_refreshAgain = m_fetching = false;
    m_wanted.clear();
    m_loaded = m_complete = false;
    m_sorting = 0;
    ++m_layout;
}

void InteractionList::reload()
{
    stop();
    setNews({});
    if (isByTime())
        readFirstPage();
    else
        sortOn(std::make_shared<store::SortedWalk>(*sortField(m_sortColumn), newestFirst()));
}

void InteractionList::readFirstPage()
{
    m_fetching = true;
    m_pages->ask(
        this,
        [filter = m_filter.toStdString(), newest = newestFirst()](store::Store &store) -> Result<FirstPage> {
            const auto parsed = store::parseFilter(filter);
            // Before the rows: what is committed in between is merged once more, which changes nothing.
            const auto since = parsed ? store::latestChange(store) : tl::unexpected<Error>(parsed.error());
            if (!since)
                return tl::unexpected<Error>(since.error());
            const auto rows = store::listSpan(store, *parsed, {newest, {}, {}}, pageRows);
            if (!rows)
                return tl::unexpected<Error>(rows.error());
            const auto top = newest ? rows : store::listSpan(store, *parsed, {true, {}, {}}, 1);
            if (!top)
                return tl::unexpected<Error>(top.error());
            return FirstPage{
                *since, top->empty() ? InteractionId() : top->front().id, queueRowsOf(store, *rows)};
        },
        [this](Result<FirstPage> page) {
            m_fetching = false;
            if (page)
                takeFirstPage(std::move(*page));
            else
                Q_EMIT failed(errorText(page.error()));
        });
}

void InteractionList::takeFirstPage(FirstPage page)
{
    m_complete = page.rows.size() < pageRows;
    std::erase_if(page.rows, [this](const QueueRow &row) { return m_leaving.contains(row.id); });
    m_since = page.since;
    m_newest = toQString(page.newest.value);
    beginResetModel();
    m_chunks.clear();
    ListChunks::Chunk first;
    first.count = static_cast<int>(page.rows.size());
    first.last = page.rows.empty() ? QString() : page.rows.back().id;
    first.rows = std::move(page.rows);
    m_chunks.append(std::move(first));
    endResetModel();
    m_loaded = true;
    m_walkPages = firstWalkPages;
    Q_EMIT loaded();
    Q_EMIT knownChanged();
    if (!m_complete)
        walkOn();
}

void InteractionList::walkOn()
{
    const store::Span rest{
        newestFirst(), InteractionId{m_chunks.at(m_chunks.size() - 1).last.toStdString()}, {}};
    m_walker->ask(
        this,
        [filter = m_filter.toStdString(), rest, pages = m_walkPages](
            store::Store &store) -> Result<store::PageMarks> {
            const auto parsed = store::parseFilter(filter);
            if (!parsed)
                return tl::unexpected<Error>(parsed.error());
            return store::markPages(store, *parsed, rest, pageRows, pages);
        },
        [this](const Result<store::PageMarks> &marks) {
            if (marks)
                takeMarks(*marks);
            else
                Q_EMIT failed(errorText(marks.error()));
        });
    m_walkPages = std::min(m_walkPages * walkGrowth, mostWalkPages);
}

void InteractionList::takeMarks(const store::PageMarks &marks)
{
    m_complete = marks.complete;
    const auto rows = static_cast<int>(marks.rows);
    if (rows > 0) {
        beginInsertRows({}, rowCount(), rowCount() + rows - 1);
        int left = rows;
        for (const InteractionId &last : marks.lasts) {
            ListChunks::Chunk chunk;
            chunk.count = std::min(left, pageRows);
            chunk.last = toQString(last.value);
            left -= chunk.count;
            m_chunks.append(std::move(chunk));
        }
        endInsertRows();
    }
    Q_EMIT knownChanged();
    if (!m_complete)
        walkOn();
}

// What was read so far goes on being sorted in the next step, on the worker's thread.
void InteractionList::sortOn(const std::shared_ptr<store::SortedWalk> &walk)
{
    struct Step {
        std::int64_t since = 0;
        bool complete = false;
        std::vector<store::RowNumber> numbers; // the first ones, or all
        std::vector<QueueRow> firstRows;
    };
    const bool first = walk->count() == 0;
    m_walker->ask(
        this,
        [filter = m_filter.toStdString(), walk, first](store::Store &store) -> Result<Step> {
            Step step;
            const auto parsed = store::parseFilter(filter);
            const auto since = parsed ? store::latestChange(store) : tl::unexpected<Error>(parsed.error());
            if (!since)
                return tl::unexpected<Error>(since.error());
            step.since = *since;
            const auto complete = walk->read(store, *parsed, sortStep);
            if (!complete)
                return tl::unexpected<Error>(complete.error());
            step.complete = *complete;
            if (step.complete)
                step.numbers = walk->take();
            else if (first)
                step.numbers = walk->first(pageRows);
            std::vector<store::RowNumber> page = step.numbers;
            page.resize(std::min<std::size_t>(page.size(), pageRows));
            const auto rows = store::interactionsByNumber(store, *parsed, page);
            if (!rows)
                return tl::unexpected<Error>(rows.error());
            step.firstRows = queueRowsOf(store, *rows);
            return step;
        },
        [this, walk, first](Result<Step> step) {
            if (!step) {
                m_sorting = 0;
                Q_EMIT failed(errorText(step.error()));
                return;
            }
            if (first) {
                m_since = step->since;
                m_newest = toQString(walk->newest().value);
            }
            m_complete = step->complete;
            m_sorting = m_complete ? 0 : static_cast<int>(walk->count());
            if (first || m_complete)
                takeSorted(step->numbers, std::move(step->firstRows));
            Q_EMIT knownChanged();
            if (!m_complete)
                sortOn(walk);
        });
}

void InteractionList::takeSorted(
    const std::vector<store::RowNumber> &numbers, std::vector<QueueRow> firstRows)
{
    ++m_layout;
    std::erase_if(firstRows, [this](const QueueRow &row) { return m_leaving.contains(row.id); });
    beginResetModel();
    m_chunks.clear();
    for (std::size_t from = 0; from < numbers.size() || from == 0; from += pageRows) {
        const std::size_t to = std::min<std::size_t>(numbers.size(), from + pageRows);
        ListChunks::Chunk chunk;
        chunk.numbers.assign(numbers.begin() + static_cast<std::ptrdiff_t>(from),
            numbers.begin() + static_cast<std::ptrdiff_t>(to));
        chunk.count = static_cast<int>(from == 0 ? firstRows.size() : to - from);
        if (from == 0)
            chunk.rows = std::move(firstRows);
        m_chunks.append(std::move(chunk));
    }
    endResetModel();
    m_loaded = true;
    Q_EMIT loaded();
}

// A UUIDv7 begins with the milliseconds (RFC 9562, 5.7).
QDateTime InteractionList::newestTime() const
{
    const QString digits = m_newest.left(8) + m_newest.mid(9, 4);
    return QDateTime::fromMSecsSinceEpoch(digits.toLongLong(nullptr, 16), Qt::UTC);
}

const QueueRow &InteractionList::row(int position) const
{
    static const QueueRow none;
    if (const QueueRow *here = m_chunks.row(position))
        return *here;
    want(m_chunks.placeOf(position).chunk);
    return none;
}

int InteractionList::positionOf(const QString &id) const
{
    return id.isEmpty() ? -1 : m_chunks.positionOf(id);
}

// Called while a view paints: asks once it is done.
void InteractionList::want(int chunk) const
{
    m_wanted.removeOne(chunk);
    m_wanted.append(chunk);
    while (m_wanted.size() > mostWanted)
        m_wanted.removeFirst();
    if (std::exchange(m_wantScheduled, true))
        return;
    auto *self = const_cast<InteractionList *>(this); // nothing of it that shows is changed here
    QMetaObject::invokeMethod(
        self,
        [self] {
            self->m_wantScheduled = false;
            self->readWanted();
        },
        Qt::QueuedConnection);
}

store::Span InteractionList::spanOf(int chunk) const
{
    const auto idOf = [](const QString &id) { return InteractionId{id.toStdString()}; };
    store::Span span{newestFirst(), {}, {}};
    if (chunk > 0)
        span.after = idOf(m_chunks.at(chunk - 1).last);
    if (chunk + 1 < m_chunks.size() || !m_complete)
        span.upTo = idOf(m_chunks.at(chunk).last);
    return span;
}

void InteractionList::readWanted()
{
    struct Wanted {
        int chunk = 0;
        store::Span span;
        std::vector<store::RowNumber> numbers;
    };
    std::vector<Wanted> wanted;
    for (const int chunk : std::as_const(m_wanted)) {
        if (chunk < m_chunks.size() && !m_chunks.at(chunk).isHere())
            wanted.push_back({chunk, spanOf(chunk), m_chunks.at(chunk).numbers});
    }
    if (m_fetching || wanted.empty())
        return;
    m_fetching = true;
    m_wanted.clear();
    m_pages->ask(
        this,
        [filter = m_filter.toStdString(), wanted, layout = m_layout](store::Store &store) -> Result<Pages> {
            const auto parsed = store::parseFilter(filter);
            if (!parsed)
                return tl::unexpected<Error>(parsed.error());
            Pages read{layout, {}};
            for (const Wanted &page : wanted) {
                const auto rows = page.numbers.empty()
                    ? store::listSpan(store, *parsed, page.span, mostPageRows)
                    : store::interactionsByNumber(store, *parsed, page.numbers);
                if (!rows)
                    return tl::unexpected<Error>(rows.error());
                read.pages.emplace_back(page.chunk, queueRowsOf(store, *rows));
            }
            return read;
        },
        [this](const Result<Pages> &pages) {
            m_fetching = false;
            if (pages)
                takePages(*pages);
            else
                Q_EMIT failed(errorText(pages.error()));
            readWanted();
        });
}

void InteractionList::takePages(const Pages &pages)
{
    if (pages.layout != m_layout)
        return; // whoever still looks at one of them asks again
    for (const auto &[chunk, rows] : pages.pages)
        takePage(chunk, rows);
    m_chunks.forget(pagesHere, m_chunks.placeOf(std::max(positionOf(m_pinned), 0)).chunk);
}

void InteractionList::takePage(int chunk, std::vector<QueueRow> rows)
{
    if (m_chunks.at(chunk).isHere())
        return;
    std::erase_if(rows, [this](const QueueRow &row) { return m_leaving.contains(row.id); });
    const int start = m_chunks.startOf(chunk);
    const int before = m_chunks.at(chunk).count;
    const auto now = static_cast<int>(rows.size());
    if (now > before) {
        beginInsertRows({}, start + before, start + now - 1);
        m_chunks.setCount(chunk, now);
        endInsertRows();
    } else if (now < before) {
        beginRemoveRows({}, start + now, start + before - 1);
        m_chunks.setCount(chunk, now);
        endRemoveRows();
    }
    m_chunks.setRows(chunk, std::move(rows));
    if (now > 0)
        Q_EMIT dataChanged(index(start, 0), index(start + now - 1, m_columns - 1));
    if (now != before)
        Q_EMIT knownChanged();
}

int InteractionList::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_chunks.rowCount();
}

int InteractionList::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_columns;
}

QVariant InteractionList::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount() || index.column() >= m_columns)
        return {};
    const QueueRow &shown = row(index.row());
    return shown.id.isEmpty() ? QVariant() : cell(shown, index.column(), role);
}

QVariant InteractionList::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= m_columns)
        return {};
    return headerCell(section, role);
}

} // namespace gatehouse::console
