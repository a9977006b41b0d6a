// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/queue_view.h"

#include "models/review/queue_model.h"
#include "models/text.h"
#include "ui/review/queue_delegate.h"
#include "ui/theme/theme.h"

#include <QHeaderView>
#include <QScrollBar>
#include <QTimer>

namespace gatehouse::console {

QueueView::QueueView(QueueModel &queue, QWidget *parent)
    : DataTable(tr("Queue"), parent)
    , m_queue(queue)
{
    setModel(&queue);
    setItemDelegate(new QueueDelegate(*this));
    setColumnCharacters({10, 9, charactersFor(verdictWords()), 14, 9, 0, 12, 11});
    setYielding({QueueModel::DueColumn, QueueModel::ModelColumn});
    QHeaderView *header = horizontalHeader();
    header->setSectionsClickable(true);
    header->setSortIndicatorShown(true);
    header->setSortIndicator(queue.sortColumn(), queue.sortOrder());
    header->setToolTip(tr("Click to sort"));
    auto *minute = new QTimer(this);
    connect(minute, &QTimer::timeout, this, [this] { viewport()->update(); });
    minute->start(std::chrono::minutes(1)); // what is due comes nearer
    connect(header, &QHeaderView::sectionClicked, this, &QueueView::sortByColumn);
    connect(&queue, &QAbstractItemModel::modelReset, this, &QueueView::restorePlace);
    connect(&queue, &QAbstractItemModel::dataChanged, this,
        [this](const QModelIndex &first, const QModelIndex &last) {
            const int row = currentIndex().row();
            if (row >= first.row() && row <= last.row())
                takeCurrent();
        });
    connect(&queue, &QAbstractItemModel::rowsInserted, this,
        [this](const QModelIndex &, int first, int last) { holdStill(first, last); });
}

QString QueueView::currentId() const
{
    return m_currentId;
}

QString QueueView::idAfter(int steps) const
{
    const int row = currentIndex().row() + steps;
    return currentIndex().isValid() && row >= 0 && row < m_queue.rowCount() ? m_queue.row(row).id : QString();
}

void QueueView::goTo(const QString &id)
{
    const int row = m_queue.positionOf(id);
    if (row >= 0)
        setCurrentIndex(m_queue.index(row, std::max(currentIndex().column(), 0)));
}

void QueueView::step(int rows)
{
    const int row = currentIndex().row() + rows;
    if (currentIndex().isValid() && row >= 0 && row < m_queue.rowCount())
        setCurrentIndex(m_queue.index(row, std::max(currentIndex().column(), 0)));
}

// The same column again: the other way round.
void QueueView::sortByColumn(int column)
{
    const bool again = column == m_queue.sortColumn() && m_queue.sortOrder() == Qt::DescendingOrder;
    const bool firstIsDue = column == QueueModel::DueColumn && column != m_queue.sortColumn();
    m_queue.sort(column, again || firstIsDue ? Qt::AscendingOrder : Qt::DescendingOrder);
    showOrder();
}

void QueueView::showOrder()
{
    horizontalHeader()->setSortIndicator(m_queue.sortColumn(), m_queue.sortOrder());
    fitColumns();
}

void QueueView::toggleMark()
{
    m_allMatching = false;
    if (!m_marked.remove(m_currentId))
        m_marked.insert(m_currentId, m_queue.seen(m_currentId));
    m_lastMarked = m_queue.seen(m_currentId);
    Q_EMIT marksChanged(static_cast<int>(m_marked.size()));
    viewport()->update();
}

void QueueView::markRange()
{
    if (m_currentId.isEmpty())
        return;
    m_allMatching = false;
    const int here = currentIndex().row();
    const int from = m_lastMarked.id.isEmpty() ? here : m_queue.positionOf(m_lastMarked.id);
    bool allHere = from >= 0;
    for (int row = std::min(here, from); allHere && row <= std::max(here, from); ++row)
        allHere = m_queue.isHere(row);
    if (!allHere) {
        readRange();
        return;
    }
    markRows(std::min(here, from), std::max(here, from));
    m_lastMarked = m_queue.seen(m_currentId);
    Q_EMIT marksChanged(static_cast<int>(m_marked.size()));
    viewport()->update();
}

void QueueView::markRows(int first, int last)
{
    for (int row = std::max(first, 0); row <= last; ++row) {
        if (m_queue.isHere(row))
            m_marked.insert(m_queue.row(row).id, m_queue.seen(m_queue.row(row).id));
    }
}

// Pages between the two are not here. Until they are read nothing of the range is marked.
void QueueView::readRange()
{
    m_queue.readRange(m_lastMarked.id, m_currentId, this,
        [this, from = m_lastMarked, to = m_queue.seen(m_currentId), selection = m_selection](
            const Result<QList<SeenReview>> &calls) {
            if (!calls) {
                Q_EMIT troubleSaid(errorText(calls.error()));
                return;
            }
            if (selection != m_selection)
                return;
            for (const SeenReview &call : *calls + QList<SeenReview>{from, to})
                m_marked.insert(call.id, call);
            const int first = m_queue.positionOf(from.id), last = m_queue.positionOf(to.id);
            if (first >= 0 && last >= 0)
                markRows(std::min(first, last), std::max(first, last));
            m_lastMarked = to;
            Q_EMIT marksChanged(static_cast<int>(m_marked.size()));
            viewport()->update();
        });
}

void QueueView::mark(const QStringList &ids)
{
    for (const QString &id : ids) {
        if (m_queue.positionOf(id) >= 0)
            m_marked.insert(id, m_queue.seen(id));
    }
    Q_EMIT marksChanged(static_cast<int>(m_marked.size()));
    viewport()->update();
}

void QueueView::markAllMatching(bool all)
{
    m_marked.clear();
    ++m_selection;
    m_allMatching = all;
    Q_EMIT marksChanged(0);
    viewport()->update();
}

void QueueView::clearMarks()
{
    m_lastMarked = {};
    markAllMatching(false);
}

QStringList QueueView::chosenIds() const
{
    if (!m_marked.isEmpty())
        return {m_marked.keyBegin(), m_marked.keyEnd()};
    return m_currentId.isEmpty() ? QStringList() : QStringList{m_currentId};
}

QList<SeenReview> QueueView::chosen() const
{
    QList<SeenReview> calls;
    for (const QString &id : chosenIds())
        calls.append(m_queue.positionOf(id) >= 0 ? m_queue.seen(id) : m_marked.value(id));
    return calls;
}

QString QueueView::successorOf(const QStringList &ids) const
{
    const QSet<QString> decided(ids.begin(), ids.end());
    const int here = std::max(currentIndex().row(), 0);
    for (int row = here; row < m_queue.rowCount() && m_queue.isHere(row); ++row) {
        if (!decided.contains(m_queue.row(row).id))
            return m_queue.row(row).id;
    }
    for (int row = std::min(here, m_queue.rowCount()) - 1; row >= 0 && m_queue.isHere(row); --row) {
        if (!decided.contains(m_queue.row(row).id))
            return m_queue.row(row).id;
    }
    return {};
}

void QueueView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    DataTable::currentChanged(current, previous);
    takeCurrent();
}

// A row that is not here yet has no id; it is current as soon as it has come.
void QueueView::takeCurrent()
{
    const QString id = currentIndex().isValid() ? m_queue.row(currentIndex().row()).id : QString();
    if (id == m_currentId)
        return;
    m_currentId = id;
    Q_EMIT currentIdChanged(id);
}

// After the rows were read anew: the same interaction when it is still there, else the top.
void QueueView::restorePlace()
{
    const int row = std::max(m_queue.positionOf(m_currentId), 0);
    m_currentId.clear();
    if (m_queue.rowCount() > 0)
        setCurrentIndex(m_queue.index(row, 0));
    else
        Q_EMIT currentIdChanged({});
}

// Rows that come in above what is being looked at do not move it.
void QueueView::holdStill(int first, int last)
{
    QScrollBar *bar = verticalScrollBar();
    if (!currentIndex().isValid() && m_queue.rowCount() > 0)
        setCurrentIndex(m_queue.index(0, 0));
    if (bar->value() == 0 || rowViewportPosition(first) > 0)
        return;
    const int height = verticalHeader()->defaultSectionSize();
    const int before = bar->value();
    executeDelayedItemsLayout();
    bar->setValue(before + (last - first + 1) * height);
}

bool QueueView::mustShow(int column) const
{
    return m_queue.sortColumn() == column; // what the order is by
}

} // namespace gatehouse::console
