// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/data_table.h"

#include "ui/theme/theme.h"
#include "ui/widgets/cell_delegate.h"

#include <QHeaderView>

#include <algorithm>

namespace gatehouse::console {

namespace {

constexpr int narrowest = 180; // px of the column that stretches; below it others yield

int digitWidth()
{
    return QFontMetrics(textFont()).horizontalAdvance(QLatin1Char('0'));
}

} // namespace

DataTable::DataTable(const QString &accessibleName, QWidget *parent)
    : QTableView(parent)
{
    setAccessibleName(accessibleName);
    setShowGrid(false);
    setWordWrap(false);
    setTextElideMode(Qt::ElideRight);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTabKeyNavigation(false);
    setMouseTracking(false);
    setItemDelegate(new CellDelegate(this));
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setSectionsClickable(false);
    restyle();
    connect(&Theme::instance(), &Theme::changed, this, &DataTable::restyle);
}

void DataTable::setColumnCharacters(const QList<int> &characters)
{
    m_characters = characters;
    restyle();
}

int DataTable::charactersFor(const QStringList &words)
{
    const QFontMetrics metrics(textFont());
    const int digit = digitWidth();
    int widest = 0;
    for (const QString &word : words)
        widest = std::max(widest, metrics.horizontalAdvance(word));
    return (widest + digit - 1) / digit;
}

void DataTable::restyle()
{
    verticalHeader()->setMinimumSectionSize(standardRowHeight());
    verticalHeader()->setDefaultSectionSize(standardRowHeight());
    QHeaderView *header = horizontalHeader();
    header->setMinimumSectionSize(digitWidth() * 3);
    for (int column = 0; column < m_characters.size() && column < header->count(); ++column) {
        const int characters = m_characters[column];
        header->setSectionResizeMode(
            column, characters == 0 ? QHeaderView::Stretch : QHeaderView::Interactive);
        if (characters > 0)
            header->resizeSection(column, widthOf(column));
    }
}

int DataTable::widthOf(int column) const
{
    return m_characters[column] * digitWidth() + 2 * space::between;
}

void DataTable::setYielding(const QList<int> &columns)
{
    m_yielding = columns;
    fitColumns();
}

void DataTable::keepColumn(int column)
{
    m_yielding.removeOne(column);
}

bool DataTable::mustShow(int /*column*/) const
{
    return false;
}

void DataTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

void DataTable::fitColumns()
{
    if (m_yielding.isEmpty())
        return;
    // By what the others take: the stretched column has its new width only after this.
    int room = viewport()->width() - narrowest;
    for (int column = 0; column < m_characters.size(); ++column) {
        if (m_characters[column] > 0 && !m_yielding.contains(column))
            room -= columnWidth(column);
    }
    for (const int column : m_yielding) {
        const int needed = isColumnHidden(column) ? widthOf(column) : columnWidth(column);
        const bool fits = room >= needed || mustShow(column);
        setColumnHidden(column, !fits);
        room -= fits ? needed : 0;
    }
}

} // namespace gatehouse::console
