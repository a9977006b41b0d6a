// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/groups_pane.h"

#include "models/review/groups_model.h"
#include "ui/theme/theme.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/section_title.h"
#include "ui/widgets/severity_delegate.h"

#include <QActionGroup>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace gatehouse::console {

namespace {
constexpr int rowsSeen = 7;
}

GroupsPane::GroupsPane(StoreSession &session, QWidget *parent)
    : QWidget(parent)
    , m_button(new QToolButton)
    , m_model(new GroupsModel(session, this))
    , m_table(new DataTable(tr("Groups")))
    , m_foot(new QLabel)
{
    m_button->setPopupMode(QToolButton::InstantPopup);
    m_button->setProperty("look", QStringLiteral("button"));
    fillMenu(new QMenu(m_button));
    m_table->setModel(m_model);
    m_table->setItemDelegate(new SeverityDelegate(m_table));
    m_table->setColumnCharacters({10, 8, 0, 9});
    m_foot->setProperty("look", QStringLiteral("muted"));
    m_foot->setContentsMargins(space::between, 0, space::between, space::inside);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_table);
    column->addWidget(m_foot);
    column->addWidget(newLine());
    connect(m_model, &GroupsModel::changed, this, &GroupsPane::takeRows);
    connect(m_model, &GroupsModel::failed, this, &GroupsPane::troubleSaid);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        [this](const QModelIndex &current) {
            if (!m_taking && current.isValid())
                unfold(current.row());
        });
    connect(m_table, &QAbstractItemView::activated, this, &GroupsPane::membersWanted);
    groupBy(Grouping::None);
}

void GroupsPane::fillMenu(QMenu *menu)
{
    auto *choices = new QActionGroup(menu);
    const auto add = [&](const QString &text, Grouping by) {
        QAction *choice = menu->addAction(text);
        choice->setCheckable(true);
        choice->setData(static_cast<int>(by));
        choices->addAction(choice);
        connect(choice, &QAction::triggered, this, [this, by] { groupBy(by); });
    };
    add(tr("No groups"), Grouping::None);
    add(tr("Near-duplicates"), Grouping::NearDuplicates);
    add(tr("Conversation"), Grouping::Conversation);
    add(tr("Key"), Grouping::Key);
    add(tr("Rule"), Grouping::Rule);
    add(tr("Payload"), Grouping::Payload);
    add(tr("Application"), Grouping::Application);
    m_button->setMenu(menu);
}

void GroupsPane::groupBy(Grouping by)
{
    m_by = by;
    for (QAction *choice : m_button->menu()->actions()) {
        if (choice->data().toInt() != static_cast<int>(by))
            continue;
        choice->setChecked(true);
        m_button->setText(by == Grouping::None ? tr("Group") : tr("Group: %1").arg(choice->text()));
    }
    m_button->setAccessibleName(m_button->text());
    m_button->setToolTip(tr("Collapse what matches into groups"));
    setVisible(by != Grouping::None);
    m_current.clear();
    if (!m_unfolded.isEmpty()) {
        m_unfolded.clear();
        Q_EMIT filterWanted(m_base);
    }
    m_model->show(m_base, m_by);
    Q_EMIT chosen(by);
}

void GroupsPane::setFilter(const QString &filter)
{
    if (!m_unfolded.isEmpty() && filter == m_unfolded)
        return;
    const bool same = filter == m_base;
    m_unfolded.clear();
    m_base = filter;
    if (isOn() && !same)
        m_model->show(m_base, m_by);
}

bool GroupsPane::hasTableFocus() const
{
    return m_table->hasFocus();
}

void GroupsPane::toggleFold()
{
    if (m_unfolded.isEmpty()) {
        if (const int row = std::max(m_table->currentIndex().row(), 0); row < m_model->rowCount()) {
            unfold(row);
            Q_EMIT membersWanted();
        }
        return;
    }
    m_unfolded.clear();
    Q_EMIT filterWanted(m_base);
    m_table->setFocus();
}

void GroupsPane::unfold(int row)
{
    m_current = m_model->row(row).filter;
    m_currentRow = row;
    if (m_current.isEmpty())
        return;
    m_unfolded = m_base.isEmpty() ? m_current : m_base + QLatin1Char(' ') + m_current;
    Q_EMIT filterWanted(m_unfolded);
}

// The group one stood on was decided: the next one has its place.
void GroupsPane::goOn(int row)
{
    if (row >= 0) {
        m_table->setCurrentIndex(m_model->index(row, 0));
        return;
    }
    m_unfolded.clear();
    Q_EMIT filterWanted(m_base);
}

// The same group as before, wherever it is now.
void GroupsPane::takeRows()
{
    m_taking = true;
    int found = -1;
    for (int row = 0; row < m_model->rowCount() && found < 0; ++row) {
        if (m_model->row(row).filter == m_current)
            found = row;
    }
    if (found >= 0)
        m_table->setCurrentIndex(m_model->index(found, 0));
    m_taking = false;
    if (found < 0 && !m_unfolded.isEmpty() && m_model->isComplete() && hasTableFocus())
        goOn(std::min(m_currentRow, m_model->rowCount() - 1));
    m_table->setFixedHeight(space::row * (std::clamp(m_model->rowCount(), 1, rowsSeen) + 1) + space::inside);
    const QString groups = tr("%n group(s)", nullptr, static_cast<int>(m_model->groupCount()));
    m_foot->setText(m_model->isComplete() ? groups : groups + QStringLiteral(" · ") + tr("counting…"));
}

} // namespace gatehouse::console
