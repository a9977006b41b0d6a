// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/explorer/explorer_model.h"

#include "models/explorer/explorer_query.h"
#include "models/store_session.h"
#include "models/text.h"

#include <QLocale>

#include <map>

namespace gatehouse::console {

namespace {

constexpr int newsPauseMs = 500;
constexpr int rightAligned = int(Qt::AlignRight | Qt::AlignVCenter);

bool isNumber(int column)
{
    return column == ExplorerModel::Tokens || column == ExplorerModel::Latency;
}

} // namespace

ExplorerModel::ExplorerModel(StoreSession &session, QObject *parent)
    : TableModel(ColumnCount, parent)
    , m_pages(session.newReader(this))
    , m_news(session.newReader(this))
    , m_updates(session.newReader(this))
    , m_counter(session.newReader(this))
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(newsPauseMs);
    connect(&m_pause, &QTimer::timeout, this, &ExplorerModel::readNews);
    connect(&session, &StoreSession::changed, this, [this] {
        if (m_started && !m_pause.isActive())
            m_pause.start();
    });
}

void ExplorerModel::setFilter(const QString &filter)
{
    if (m_started && filter == m_filter)
        return;
    m_filter = filter;
    m_started = true;
    restart();
}

void ExplorerModel::sort(int column, Qt::SortOrder order)
{
    const bool oldestFirst = order == Qt::AscendingOrder;
    if (column != At || oldestFirst == m_oldestFirst)
        return;
    m_oldestFirst = oldestFirst;
    if (m_started)
        restart();
}

void ExplorerModel::restart()
{
    m_news->cancel();
    m_pages->cancel();
    m_loaded = false;
    m_complete = false;
    m_fetching = true;
    m_pages->ask(
        this,
        [filter = m_filter, oldest = m_oldestFirst](
            store::Store &store) { return readExplorerPage(store, filter, {}, oldest); },
        [this](Result<ExplorerPage> page) {
            if (!page) {
                m_fetching = false;
                Q_EMIT loadFailed(errorText(page.error()));
                return;
            }
            m_complete = page->size() < pageSize;
            setRows(std::move(*page));
            m_loaded = true;
            m_fetching = false;
            Q_EMIT loaded();
        });
    count();
}

bool ExplorerModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_loaded && !m_complete && !m_fetching && rowCount() > 0;
}

void ExplorerModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    m_fetching = true;
    m_pages->ask(
        this,
        [filter = m_filter, oldest = m_oldestFirst, last = row(rowCount() - 1).id](
            store::Store &store) { return readExplorerPage(store, filter, last, oldest); },
        [this](Result<ExplorerPage> page) {
            if (page) {
                m_complete = page->size() < pageSize;
                appendRows(std::move(*page));
            }
            // Not before the rows are in: whoever hears of them may ask for more, below the last one there
            // is.
            m_fetching = false;
            if (!page)
                Q_EMIT loadFailed(errorText(page.error()));
        });
}

void ExplorerModel::readNews()
{
    if (!m_loaded)
        return;
    count();
    readPending();
    if (m_oldestFirst) {
        // New calls belong at the end, where the next page brings them.
        m_complete = false;
        return;
    }
    // Read again from a little below the top: calls are committed in groups, so one may arrive after another
    // that is newer.
    const QString floor = rowCount() > 0 ? row(std::min(rowCount(), newsOverlap) - 1).id : QString();
    m_news->ask(
        this,
        [filter = m_filter, floor](store::Store &store) { return readExplorerNews(store, filter, floor); },
        [this](Result<ExplorerPage> page) {
            if (page)
                takeNews(std::move(*page));
        });
}

void ExplorerModel::takeNews(std::vector<ExplorerRow> news)
{
    const QString newest = rowCount() > 0 ? row(0).id : QString();
    const auto late = std::find_if(
        news.begin(), news.end(), [&](const ExplorerRow &fresh) { return fresh.id <= newest; });
    const std::vector<ExplorerRow> below(late, news.end());
    news.erase(late, news.end());
    insertRowsAt(0, std::move(news));
    for (const ExplorerRow &fresh : below) {
        const auto place = std::find_if(
            rows().begin(), rows().end(), [&](const ExplorerRow &shown) { return shown.id <= fresh.id; });
        if (place == rows().end() || place->id != fresh.id)
            insertRowsAt(static_cast<int>(place - rows().begin()), {fresh});
    }
}

void ExplorerModel::readPending()
{
    std::vector<InteractionId> pending;
    for (const ExplorerRow &shown : rows()) {
        if (shown.pending && pending.size() < pageSize)
            pending.push_back({shown.id.toStdString()});
    }
    if (pending.empty())
        return;
    m_updates->ask(
        this,
        [pending](
            store::Store &store) { return store::interactionsById(store, pending).map(toExplorerRows); },
        [this](const Result<ExplorerPage> &page) {
            if (page)
                takeUpdates(*page);
        });
}

void ExplorerModel::takeUpdates(const std::vector<ExplorerRow> &updates)
{
    std::map<QString, const ExplorerRow *> byId;
    for (const ExplorerRow &update : updates)
        byId.emplace(update.id, &update);
    for (int position = 0; position < rowCount(); ++position) {
        const auto found = byId.find(row(position).id);
        if (found != byId.end() && !(*found->second == row(position)))
            replaceRow(position, *found->second);
    }
}

void ExplorerModel::count()
{
    m_counter->ask(
        this,
        [text = m_filter.toStdString()](store::Store &store) -> Result<qint64> {
            const auto parsed = store::parseFilter(text);
            if (!parsed)
                return tl::unexpected<Error>(parsed.error());
            return store::countInteractions(store, *parsed);
        },
        [this](const Result<qint64> &total) {
            m_total = total.value_or(-1);
            Q_EMIT totalChanged(m_total);
        });
}

QVariant ExplorerModel::headerCell(int column, int role) const
{
    if (role == Qt::TextAlignmentRole && isNumber(column))
        return rightAligned;
    if (role != Qt::DisplayRole)
        return {};
    const QString names[] = {tr("Time"), tr("Severity"), tr("Verdict"), tr("Check"), tr("Team"),
        tr("Use case"), tr("Model"), tr("Outcome"), tr("Tokens"), tr("Latency"), tr("Text")};
    return names[column];
}

} // namespace gatehouse::console
