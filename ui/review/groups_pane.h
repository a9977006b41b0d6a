// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The queue collapsed: a row a group above the calls. The row one stands on is unfolded below: its terms are
// written into the filter, and taken out again when it is folded.

#include "models/review/groups_model.h"

#include <QWidget>

class QLabel;
class QMenu;
class QToolButton;

namespace gatehouse::console {

class DataTable;
class StoreSession;

class GroupsPane : public QWidget {
    Q_OBJECT

public:
    explicit GroupsPane(StoreSession &session, QWidget *parent = nullptr);

    // The choice; stands in the bar above the list.
    [[nodiscard]] QToolButton *button() { return m_button; }
    [[nodiscard]] DataTable &table() { return *m_table; }
    [[nodiscard]] bool isOn() const { return m_by != Grouping::None; }
    [[nodiscard]] bool hasTableFocus() const;
    void groupBy(Grouping by);
    // What the bar says now: of one of the groups, or of all that is to be grouped.
    void setFilter(const QString &filter);
    // Unfolds the group one stands on and goes to its calls; folds it and comes back.
    void toggleFold();

Q_SIGNALS:
    void chosen(Grouping by);
    void filterWanted(const QString &filter);
    void membersWanted(); // the calls of the unfolded group are to be gone through
    void troubleSaid(const QString &text);

private:
    void fillMenu(QMenu *menu);
    void unfold(int row);
    void takeRows();
    void goOn(int row);
    QToolButton *m_button;
    GroupsModel *m_model;
    DataTable *m_table;
    QLabel *m_foot;
    Grouping m_by = Grouping::None;
    QString m_base; // the filter without the group's terms
    QString m_unfolded; // with them; "" when all is folded
    QString m_current; // the terms of the row one stands on
    int m_currentRow = 0;
    bool m_taking = false;
};

} // namespace gatehouse::console
