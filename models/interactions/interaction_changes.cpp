// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// How a list stays current: what was recorded or changed since it was read is merged by id.

#include "models/interactions/interaction_list.h"
#include "models/interactions/queue_rows.h"
#include "models/text.h"
#include "store/interactions.h"

#include <algorithm>

namespace gatehouse::console {

namespace {

constexpr std::size_t mostChanges = 2000; // read in one step
constexpr std::size_t mostNews = 5000; // more of them are not merged, the list starts anew
constexpr int mostInChunk = 2 * InteractionList::pageRows;

} // namespace

struct ListChanges {
    QStringList changed; // ids
    std::vector<QueueRow> matching; // those of them that match, newest first
    std::optional<QueueRow> pinned; // the one being read, when it is among them and does not match
    std::int64_t upTo = 0;
    bool overrun = false;
    bool more = false;
};

namespace {

// The one being read, when it was asked for and is not among the rows that match.
Result<std::optional<QueueRow>> readPinned(
    store::Store &store, const QString &pinned, const std::vector<QueueRow> &matching)
{
    if (std::any_of(matching.begin(), matching.end(), [&](const QueueRow &row) { return row.id == pinned; }))
        return std::optional<QueueRow>();
    const auto found = store::interactionsById(store, {{pinned.toStdString()}});
    if (!found)
        return tl::unexpected<Error>(found.error());
    auto rows = queueRowsOf(store, *found);
    return rows.empty() ? std::nullopt : std::optional(std::move(rows.front()));
}

Result<ListChanges> readChanges(
    store::Store &store, const std::string &filter, std::int64_t since, const QString &pinned)
{
    const auto parsed = store::parseFilter(filter);
    if (!parsed)
        return tl::unexpected<Error>(parsed.error());
    const auto read = store::changesSince(store, *parsed, since, mostChanges);
    if (!read)
        return tl::unexpected<Error>(read.error());
    ListChanges changes;
    for (const InteractionId &id : read->ids)
        changes.changed.append(toQString(id.value));
    changes.matching = queueRowsOf(store, read->matching);
    changes.upTo = read->upTo;
    changes.overrun = read->overrun;
    changes.more = static_cast<std::size_t>(read->upTo - since) >= mostChanges;
    if (changes.changed.contains(pinned)) {
        auto row = readPinned(store, pinned, changes.matching);
        if (!row)
            return tl::unexpected<Error>(row.error());
        changes.pinned = std::move(*row);
    }
    return changes;
}

} // namespace

bool filterAdmitsState(const QString &filter, const QString &state)
{
    const auto parsed = store::parseFilter(filter.toStdString());
    if (!parsed)
        return true;
    return std::all_of(parsed->terms.begin(), parsed->terms.end(),
        [name = state.toStdString()](const store::FilterTerm &term) {
            if (term.field != "state")
                return true;
            const bool named = std::find(term.values.begin(), term.values.end(), name) != term.values.end();
            return named != term.excluded;
        });
}

void InteractionList::refresh()
{
    if (!m_loaded)
        return;
    if (m_refreshing) {
        m_refreshAgain = true;
        return;
    }
    m_refreshing = true;
    m_refresher->ask(
        this,
        [filter = m_filter.toStdString(), since = m_since, pinned = m_pinned](
            store::Store &store) { return readChanges(store, filter, since, pinned); },
        [this](Result<ListChanges> changes) {
            m_refreshing = false;
            const bool again = std::exchange(m_refreshAgain, false);
            if (!changes) {
                Q_EMIT failed(errorText(changes.error()));
                return;
            }
            m_since = changes->upTo;
            if (changes->overrun) {
                reload(); // more happened than the store remembers
                return;
            }
            if (changes->pinned && changes->pinned->id == m_pinned) {
                changes->changed.removeOne(m_pinned);
                takePinned(std::move(*changes->pinned));
            }
            takeChanges(changes->changed, std::move(changes->matching));
            if (!m_settling && m_toSettle.isEmpty())
                Q_EMIT refreshed(); // otherwise once those are there too
            if (again || changes->more)
                refresh();
        });
}

bool InteractionList::isNews(const QString &id) const
{
    return id > m_newest;
}

void InteractionList::takeChanges(const QStringList &changed, std::vector<QueueRow> matching)
{
    QHash<QString, const QueueRow *> rows;
    for (QueueRow &row : matching) {
        showExpected(row);
        if (!m_leaving.contains(row.id))
            rows.insert(row.id, &row);
    }
    const int before = known();
    QSet<QString> news = m_news;
    std::vector<QueueRow> arrived;
    for (const QString &id : changed) {
        const QueueRow *row = rows.value(id);
        const bool isShown = positionOf(id) >= 0;
        const bool isNew = !isShown && row && isNews(id);
        if (isNew && !(m_live && isByTime()))
            news.insert(id);
        else if (isNew && newestFirst())
            arrived.push_back(*row);
        else if (!row && news.remove(id))
            continue;
        else
            takeChange(id, row);
    }
    if (arrived.size() > mostNews) {
        reload();
        return;
    }
    insertNews(std::move(arrived));
    setNews(std::move(news));
    if (known() != before)
        Q_EMIT knownChanged();
}

// It stays although it does not match.
void InteractionList::takePinned(QueueRow row)
{
    if (m_leaving.contains(row.id))
        return;
    showExpected(row);
    takeChange(row.id, &row);
    m_pinnedIsGone = true;
}

void InteractionList::showExpected(QueueRow &row)
{
    if (const auto expected = m_expected.find(row.id); expected != m_expected.end()) {
        expected->stored = row.state;
        row.state = expected->shown;
    }
}

// `row` is nothing when it does not match any more.
void InteractionList::takeChange(const QString &id, const QueueRow *row)
{
    const int position = positionOf(id);
    if (id == m_pinned)
        m_pinnedIsGone = !row;
    if (position >= 0 && row) {
        if (!(this->row(position) == *row)) {
            m_chunks.setRow(position, *row);
            Q_EMIT dataChanged(index(position, 0), index(position, m_columns - 1));
        }
    } else if (position >= 0) {
        if (id != m_pinned)
            removeAt(position);
    } else if (row && isByTime()) {
        place(*row);
    }
}

void InteractionList::removeAt(int position)
{
    m_removing = true;
    beginRemoveRows({}, position, position);
    m_chunks.erase(position, 1);
    endRemoveRows();
    m_removing = false;
    if (const int left = positionOf(std::exchange(m_leavesNext, {})); left >= 0)
        removeAt(left);
}

// A row that was recorded late, or that matches now: where it belongs, when that page is here. What is read
// later has it anyway.
void InteractionList::place(const QueueRow &row)
{
    m_newest = std::max(m_newest, row.id);
    const int chunk = m_chunks.chunkFor(row.id, newestFirst());
    const ListChunks::Chunk &page = m_chunks.at(chunk);
    const bool beyondEnd = newestFirst() ? row.id < page.last : row.id > page.last;
    if (beyondEnd && !page.last.isEmpty() && !m_complete)
        return;
    if (!page.isHere()) {
        if (beyondEnd) {
            beginInsertRows({}, rowCount(), rowCount());
            m_chunks.grow(chunk, row.id);
            endInsertRows();
        }
        return;
    }
    const auto before = std::partition_point(page.rows.begin(), page.rows.end(),
        [&](const QueueRow &other) { return newestFirst() ? other.id > row.id : other.id < row.id; });
    const int position = m_chunks.startOf(chunk) + static_cast<int>(before - page.rows.begin());
    beginInsertRows({}, position, position);
    m_chunks.insert(position, chunk, {row});
    if (beyondEnd || page.last.isEmpty())
        m_chunks.setLast(chunk, row.id);
    endInsertRows();
    if (page.count > mostInChunk) {
        m_chunks.split(chunk, pageRows);
        ++m_layout;
    }
}

void InteractionList::takeSettled(QSet<QString> asked, std::vector<QueueRow> rows)
{
    const int before = known();
    std::vector<QueueRow> arrived;
    for (QueueRow &row : rows) {
        asked.remove(row.id);
        showExpected(row);
        if (m_leaving.contains(row.id))
            continue; // decided once more meanwhile
        if (positionOf(row.id) < 0 && isByTime() && newestFirst() && isNews(row.id))
            arrived.push_back(std::move(row));
        else if (positionOf(row.id) < 0 && !isByTime())
            placeBeforeNeighbour(row);
        else
            takeChange(row.id, &row);
    }
    for (const QString &id : std::as_const(asked))
        takeChange(id, nullptr);
    insertNews(std::move(arrived));
    if (known() != before)
        Q_EMIT knownChanged();
    Q_EMIT refreshed();
}

// In another order than that of time a row that comes back goes where it was.
void InteractionList::placeBeforeNeighbour(const QueueRow &row)
{
    const int position = positionOf(m_neighbours.take(row.id));
    if (position < 0) {
        setNews(QSet<QString>(m_news) << row.id);
        return;
    }
    beginInsertRows({}, position, position);
    m_chunks.insert(position, m_chunks.placeOf(position).chunk, {row});
    endInsertRows();
}

// Above everything there is, in one step.
void InteractionList::insertNews(std::vector<QueueRow> rows)
{
    if (rows.empty())
        return;
    std::sort(rows.begin(), rows.end(), [](const QueueRow &a, const QueueRow &b) { return a.id > b.id; });
    m_newest = rows.front().id;
    const bool wasEmpty = rowCount() == 0;
    const QString last = rows.back().id;
    beginInsertRows({}, 0, static_cast<int>(rows.size()) - 1);
    m_chunks.insert(0, 0, std::move(rows));
    if (wasEmpty)
        m_chunks.setLast(0, last);
    endInsertRows();
    while (m_chunks.at(0).count > mostInChunk) {
        m_chunks.split(0, m_chunks.at(0).count - pageRows);
        ++m_layout;
    }
}

void InteractionList::setLive(bool live)
{
    if (live == m_live)
        return;
    m_live = live;
    if (live)
        takeNews();
}

void InteractionList::takeNews()
{
    if (m_news.isEmpty())
        return;
    if (!isByTime() || m_news.size() > static_cast<qsizetype>(mostNews)) {
        reload();
        return;
    }
    m_toSettle += m_news;
    setNews({});
    askSettled();
}

void InteractionList::setNews(QSet<QString> news)
{
    const int before = newsCount();
    m_news = std::move(news);
    if (newsCount() != before)
        Q_EMIT newsCountChanged(newsCount());
}

void InteractionList::setPinned(const QString &id)
{
    if (id == m_pinned)
        return;
    const int position = positionOf(std::exchange(m_pinned, id));
    const bool isGone = std::exchange(m_pinnedIsGone, false);
    if (position < 0 || (!isGone && filterAdmitsState(m_filter, row(position).state)))
        return;
    // Of a row that goes the view hears first, goes to another, and lets the one it left be unpinned.
    if (m_removing)
        m_leavesNext = row(position).id;
    else
        removeAt(position);
}

void InteractionList::expectState(const QString &id, const QString &state)
{
    const int position = positionOf(id);
    if (filterAdmitsState(m_filter, state)) {
        m_expected.insert(id, {state, position < 0 ? state : seen(id).state});
        if (position < 0)
            return;
        QueueRow changed = row(position);
        changed.state = state;
        m_chunks.setRow(position, std::move(changed));
        Q_EMIT dataChanged(index(position, 0), index(position, m_columns - 1));
        return;
    }
    m_leaving.insert(id);
    if (m_pinned == id)
        m_pinned.clear();
    if (position < 0)
        return;
    if (!isByTime() && position + 1 < rowCount())
        m_neighbours.insert(id, row(position + 1).id);
    removeAt(position);
}

SeenReview InteractionList::seen(const QString &id) const
{
    const int position = positionOf(id);
    SeenReview seen = position < 0 ? SeenReview{id, {}, {}, {}} : seenIn(row(position));
    if (const auto expected = m_expected.constFind(id); expected != m_expected.cend())
        seen.state = expected->stored;
    return seen;
}

void InteractionList::settle(const QStringList &ids)
{
    for (const QString &id : ids) {
        m_leaving.remove(id);
        m_expected.remove(id);
        m_toSettle.insert(id);
    }
    // What is being read now may have been asked before the commit.
    m_refresher->cancel();
    m_refreshing = m_refreshAgain = false;
    refresh();
    askSettled();
}

// Rows as the store has them now, whether or not they are new.
void InteractionList::askSettled()
{
    if (m_settling || m_toSettle.isEmpty() || !m_loaded)
        return;
    m_settling = true;
    struct Settled {
        std::vector<QueueRow> rows;
        std::optional<QueueRow> pinned;
    };
    const QSet<QString> asked = std::exchange(m_toSettle, {});
    m_settler->ask(
        this,
        [filter = m_filter.toStdString(), asked, pinned = m_pinned](store::Store &store) -> Result<Settled> {
            const auto parsed = store::parseFilter(filter);
            if (!parsed)
                return tl::unexpected<Error>(parsed.error());
            std::vector<InteractionId> ids;
            for (const QString &id : asked)
                ids.push_back({id.toStdString()});
            const auto rows = store::interactionsById(store, ids, *parsed);
            if (!rows)
                return tl::unexpected<Error>(rows.error());
            Settled settled{queueRowsOf(store, *rows), {}};
            if (asked.contains(pinned)) {
                auto row = readPinned(store, pinned, settled.rows);
                if (!row)
                    return tl::unexpected<Error>(row.error());
                settled.pinned = std::move(*row);
            }
            return settled;
        },
        [this, asked, filter = m_filter](Result<Settled> settled) {
            m_settling = false;
            if (!settled) {
                Q_EMIT failed(errorText(settled.error()));
            } else if (filter == m_filter && m_loaded) {
                QSet<QString> known = asked;
                if (settled->pinned && settled->pinned->id == m_pinned) {
                    known.remove(m_pinned);
                    takePinned(std::move(*settled->pinned));
                }
                takeSettled(std::move(known), std::move(settled->rows));
            }
            askSettled();
        });
}

} // namespace gatehouse::console
