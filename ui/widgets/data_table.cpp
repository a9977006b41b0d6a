// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/data_table.h"

#include "ui/theme/theme.h"
#include "ui/widgets/cell_delegate.h"

#include <QHeaderView>

namespace gatehouse::console {

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

void DataTable::restyle()
{
    verticalHeader()->setMinimumSectionSize(standardRowHeight());
    verticalHeader()->setDefaultSectionSize(standardRowHeight());
    const int wide = QFontMetrics(textFont()).horizontalAdvance(QLatin1Char('0'));
    QHeaderView *header = horizontalHeader();
    header->setMinimumSectionSize(wide * 3);
    for (int column = 0; column < m_characters.size() && column < header->count(); ++column) {
        const int characters = m_characters[column];
        header->setSectionResizeMode(
            column, characters == 0 ? QHeaderView::Stretch : QHeaderView::Interactive);
        if (characters > 0)
            header->resizeSection(column, characters * wide + 2 * space::between);
    }
}

} // namespace gatehouse::console
