// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/audit/audit_model.h"

#include "models/store_session.h"
#include "models/text.h"
#include "store/audit.h"

namespace gatehouse::console {

namespace {

using Page = std::vector<AuditItem>;

AuditItem toItem(const store::AuditEntry &entry)
{
    AuditItem item;
    item.seq = entry.seq;
    item.at = toDateTime(entry.at);
    item.actor = toQString(entry.actor);
    item.action = toQString(entry.action);
    item.object = toQString(entry.object);
    item.before = QByteArray::fromStdString(entry.before);
    item.after = QByteArray::fromStdString(entry.after);
    item.reason = toQString(entry.reason);
    item.hash = toQString(entry.hash);
    return item;
}

Result<Page> readPage(store::Store &store, qint64 before)
{
    auto entries = store::listAudit(store, AuditModel::pageSize, before);
    if (!entries)
        return tl::unexpected<Error>(std::move(entries.error()));
    Page page;
    for (const auto &entry : *entries)
        page.push_back(toItem(entry));
    return page;
}

// Everything newer than `after`, newest first.
Result<Page> readSince(store::Store &store, qint64 after)
{
    Page news;
    qint64 before = 0;
    for (;;) {
        auto page = readPage(store, before);
        if (!page)
            return page;
        for (auto &item : *page) {
            if (item.seq <= after)
                return news;
            before = item.seq;
            news.push_back(std::move(item));
        }
        if (page->size() < AuditModel::pageSize)
            return news;
    }
}

QString text(const AuditItem &item, int column)
{
    switch (column) {
    case AuditModel::Seq:
        return QString::number(item.seq);
    case AuditModel::At:
        return relativeTime(item.at);
    case AuditModel::Actor:
        return item.actor;
    case AuditModel::Action:
        return item.action;
    case AuditModel::Object:
        return item.object;
    case AuditModel::Reason:
        return item.reason;
    default:
        return {};
    }
}

} // namespace

AuditModel::AuditModel(StoreSession &session, QObject *parent)
    : TableModel(ColumnCount, parent)
    , m_news(session.newReader(this))
    , m_older(session.newReader(this))
{
    connect(&session, &StoreSession::changed, this, &AuditModel::readNews);
    readNews();
}

void AuditModel::readNews()
{
    const qint64 newest = rowCount() > 0 ? row(0).seq : 0;
    const bool first = !m_loaded;
    m_news->ask(
        this,
        [newest, first](
            store::Store &store) { return first ? readPage(store, 0) : readSince(store, newest); },
        [this](Result<Page> page) {
            if (!page) {
                Q_EMIT loadFailed(errorText(page.error()));
                return;
            }
            const bool wasLoaded = std::exchange(m_loaded, true);
            if (!wasLoaded)
                m_complete = page->size() < pageSize;
            // A question asked while another ran may bring what that one brought.
            const qint64 known = rowCount() > 0 ? row(0).seq : 0;
            std::erase_if(*page, [known](const AuditItem &item) { return item.seq <= known; });
            insertRowsAt(0, std::move(*page));
            if (!wasLoaded)
                Q_EMIT loaded();
        });
}

bool AuditModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_loaded && !m_complete && !m_fetching;
}

void AuditModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent) || rowCount() == 0)
        return;
    m_fetching = true;
    m_older->ask(
        this, [before = row(rowCount() - 1).seq](store::Store &store) { return readPage(store, before); },
        [this](Result<Page> page) {
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

QVariant AuditModel::headerCell(int column, int role) const
{
    if (role == Qt::TextAlignmentRole && column == Seq)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const QString names[] = {tr("Seq"), tr("Time"), tr("Actor"), tr("Action"), tr("Object"), tr("Reason")};
    return names[column];
}

QVariant AuditModel::cell(const AuditItem &item, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return text(item, column);
    case Qt::ToolTipRole:
        return column == At ? absoluteTime(item.at) : text(item, column);
    case Qt::AccessibleTextRole:
        return headerCell(column, Qt::DisplayRole).toString() + QLatin1Char(' ') + text(item, column);
    case Qt::TextAlignmentRole:
        return column == Seq ? QVariant(int(Qt::AlignRight | Qt::AlignVCenter)) : QVariant();
    case IdRole:
        return QString::number(item.seq);
    default:
        return {};
    }
}

} // namespace gatehouse::console
