// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/chart_pane.h"

#include "ui/theme/theme.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/section_title.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>

namespace gatehouse::console {

namespace {
enum Side { Chart, Table, Nothing };
}

ChartPane::ChartPane(const QString &title, QWidget *chart, QAbstractItemModel *numbers, QWidget *parent)
    : QWidget(parent)
    , m_stack(new QStackedWidget)
    , m_table(new DataTable(title))
    , m_toggle(new QPushButton(tr("Show as table")))
    , m_head(new QHBoxLayout)
    , m_nothing(new QLabel)
{
    setAutoFillBackground(true);
    m_table->setModel(numbers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectItems);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_toggle->setProperty("look", QStringLiteral("link"));
    m_toggle->setCheckable(true);
    m_toggle->setAccessibleName(tr("Show “%1” as a table").arg(title));
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setWordWrap(true);
    m_nothing->setProperty("look", QStringLiteral("muted"));
    m_stack->addWidget(chart);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_nothing);
    m_head->addWidget(new SectionTitle(title));
    m_head->addStretch();
    m_head->addWidget(m_toggle);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::around, space::between, space::around, space::between);
    column->setSpacing(space::inside);
    column->addLayout(m_head);
    column->addWidget(m_stack, 1);
    connect(m_toggle, &QPushButton::toggled, this, &ChartPane::showTable);
    connect(m_table, &QTableView::activated, this, &ChartPane::cellActivated);
    connect(&Theme::instance(), &Theme::changed, this, &ChartPane::recolour);
    recolour();
}

void ChartPane::showTable(bool table)
{
    m_toggle->setChecked(table);
    m_toggle->setText(table ? tr("Show as chart") : tr("Show as table"));
    m_stack->setCurrentIndex(table ? Table : m_nothing->text().isEmpty() ? Chart : Nothing);
}

void ChartPane::addControl(QWidget *control)
{
    m_head->insertWidget(m_head->count() - 1, control);
}

void ChartPane::setNothing(const QString &words)
{
    m_nothing->setText(words);
    showTable(m_toggle->isChecked());
}

void ChartPane::recolour()
{
    QPalette colours = palette();
    colours.setColor(QPalette::Window, tokens().panel);
    setPalette(colours);
}

} // namespace gatehouse::console
