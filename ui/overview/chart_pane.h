// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A chart under its title, with the same numbers as a table one press away.

#include <QWidget>

class QAbstractItemModel;
class QHBoxLayout;
class QLabel;
class QPushButton;
class QStackedWidget;

namespace gatehouse::console {

class DataTable;

class ChartPane : public QWidget {
    Q_OBJECT

public:
    ChartPane(const QString &title, QWidget *chart, QAbstractItemModel *numbers, QWidget *parent = nullptr);

    [[nodiscard]] DataTable *table() const { return m_table; }
    void showTable(bool table);
    // A control beside the title.
    void addControl(QWidget *control);
    // Words in place of the chart while there is nothing to draw; empty shows the chart.
    void setNothing(const QString &words);

Q_SIGNALS:
    void cellActivated(const QModelIndex &index);

private:
    void recolour();

    QStackedWidget *m_stack;
    DataTable *m_table;
    QPushButton *m_toggle;
    QHBoxLayout *m_head;
    QLabel *m_nothing;
};

} // namespace gatehouse::console
