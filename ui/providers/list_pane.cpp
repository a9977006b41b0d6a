// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/providers/list_pane.h"

#include "models/table_model.h"
#include "ui/theme/theme.h"
#include "ui/widgets/action_button.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/section_title.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>

namespace gatehouse::console {

ListPane::ListPane(const QString &name, const QString &icon, QWidget *parent)
    : QWidget(parent)
    , m_table(new DataTable(name))
    , m_empty(new EmptyState(icon))
    , m_tools(new QHBoxLayout)
{
    m_tools->setContentsMargins(space::between, space::between, space::between, space::between);
    m_tools->setSpacing(space::between);
    m_empty->setObjectName(QStringLiteral("empty"));
    m_empty->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(m_tools);
    column->addWidget(newLine());
    column->addWidget(m_table, 1);
    column->addWidget(m_empty, 1);
}

void ListPane::setModel(QAbstractTableModel &model, const QList<int> &characters)
{
    m_table->setModel(&model);
    m_table->setColumnCharacters(characters);
    connect(&model, &QAbstractItemModel::modelReset, this, &ListPane::keepCurrent);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        [this](const QModelIndex &index) {
            if (index.isValid())
                m_currentId = index.data(IdRole).toString();
            refresh();
        });
}

void ListPane::keepCurrent()
{
    const QAbstractItemModel *model = m_table->model();
    int row = 0;
    for (int i = 0; i < model->rowCount(); ++i) {
        if (model->index(i, 0).data(IdRole).toString() == m_currentId) {
            row = i;
            break;
        }
    }
    if (model->rowCount() > 0)
        m_table->selectRow(row);
    refresh();
}

void ListPane::addTool(QAction *action, bool needsRow, const QString &look)
{
    m_tools->addWidget(new ActionButton(action, look));
    if (needsRow)
        m_needRow.append(action);
}

void ListPane::addGap()
{
    m_tools->addStretch(1);
}

void ListPane::addNote(const QString &words)
{
    auto *note = new QLabel(words);
    note->setProperty("look", QStringLiteral("muted"));
    m_tools->addSpacing(space::between);
    m_tools->addWidget(note);
}

void ListPane::setEmptyWords(const QString &words, QAction *wayOut)
{
    m_empty->setWords(words, wayOut);
}

int ListPane::currentRow() const
{
    return m_table->currentIndex().row();
}

void ListPane::refresh()
{
    const bool any = m_table->model()->rowCount() > 0;
    m_table->setVisible(any);
    m_empty->setVisible(!any);
    for (QAction *action : std::as_const(m_needRow))
        action->setEnabled(currentRow() >= 0);
}

} // namespace gatehouse::console
