// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/review/queue_model.h"

#include "models/store_session.h"
#include "models/text.h"
#include "store/interactions.h"

#include <algorithm>

namespace gatehouse::console {

namespace {

constexpr std::size_t pageSize = 200;

std::vector<QueueRow> queueRowsOf(const std::vector<store::InteractionRow> &rows)
{
    std::vector<QueueRow> out;
    out.reserve(rows.size());
    for (const store::InteractionRow &row : rows)
        out.push_back(queueRowOf(row));
    return out;
}

Result<std::vector<QueueRow>> readPage(store::Store &store, const std::string &filter, const QString &before)
{
    const auto parsed = store::parseFilter(filter);
    if (!parsed)
        return tl::unexpected<Error>(parsed.error());
    const auto rows = store::listInteractions(store, *parsed, pageSize, InteractionId{before.toStdString()});
    if (!rows)
        return tl::unexpected<Error>(rows.error());
    return queueRowsOf(*rows);
}

} // namespace

QueueModel::QueueModel(StoreSession &session, QObject *parent)
    : TableModel(NUM_COLUMNS, parent)
    , m_pages(session.newReader(this))
    , m_refresher(session.newReader(this))
{
    connect(&session, &StoreSession::changed, this, &QueueModel::refresh);
}

void QueueModel::setFilter(const QString &filter)
{
    m_filter = filter;
    m_pinned.clear();
    reload();
}

void QueueModel::reload()
{
    m_pages->cancel();
    m_refresher->cancel();
    m_refreshing = m_refreshAgain = false;
    m_loaded = m_exhausted = false;
    m_fetching = true;
    setNewsCount(0);
    m_pages->ask(
        this, [filter = m_filter.toStdString()](store::Store &store) { return readPage(store, filter, {}); },
        [this](Result<std::vector<QueueRow>> page) {
            m_fetching = false;
            if (!page) {
                Q_EMIT failed(errorText(page.error()));
                return;
            }
            m_exhausted = page->size() < pageSize;
            std::erase_if(*page, [this](const QueueRow &row) { return m_leaving.contains(row.id); });
            m_newest = page->empty() ? QString() : page->front().id;
            setRows(std::move(*page));
            m_loaded = true;
            Q_EMIT loaded();
        });
}

void QueueModel::setLive(bool live)
{
    if (live == m_live)
        return;
    m_live = live;
    m_newest = rows().empty() ? QString() : row(0).id;
    if (live)
        takeNews();
}

void QueueModel::takeNews()
{
    m_newest.clear();
    setNewsCount(0);
    refresh();
}

int QueueModel::positionOf(const QString &id) const
{
    const auto at = std::lower_bound(rows().cbegin(), rows().cend(), id,
        [](const QueueRow &row, const QString &wanted) { return row.id > wanted; });
    return at != rows().cend() && at->id == id ? static_cast<int>(at - rows().cbegin()) : -1;
}

void QueueModel::setPinned(const QString &id)
{
    const QString before = std::exchange(m_pinned, id);
    const int position = positionOf(before);
    if (before != id && position >= 0 && !filterAdmitsState(m_filter, row(position).state))
        removeRowsAt(position, 1);
}

bool QueueModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_loaded && !m_exhausted && !m_fetching;
}

void QueueModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent) || rows().empty())
        return;
    m_fetching = true;
    m_pages->ask(
        this,
        [filter = m_filter.toStdString(), before = rows().back().id](
            store::Store &store) { return readPage(store, filter, before); },
        [this](Result<std::vector<QueueRow>> page) {
            m_fetching = false;
            if (page)
                takePage(std::move(*page));
            else
                Q_EMIT failed(errorText(page.error()));
        });
}

void QueueModel::takePage(std::vector<QueueRow> page)
{
    m_exhausted = page.size() < pageSize;
    const QString last = rows().empty() ? QString() : rows().back().id;
    std::erase_if(page, [this, &last](const QueueRow &row) {
        return m_leaving.contains(row.id) || (!last.isEmpty() && row.id >= last);
    });
    appendRows(std::move(page));
}

void QueueModel::setNewsCount(int count)
{
    if (count == m_newsCount)
        return;
    m_newsCount = count;
    Q_EMIT newsCountChanged(count);
}

} // namespace gatehouse::console
