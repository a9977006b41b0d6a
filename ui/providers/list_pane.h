// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// One tab of the Providers desk: commands above, a table, and what stands there when it is empty.

#include <QWidget>

class QAbstractTableModel;
class QAction;
class QHBoxLayout;

namespace gatehouse::console {

class DataTable;
class EmptyState;

class ListPane : public QWidget {
    Q_OBJECT

public:
    [[nodiscard]] DataTable &table() { return *m_table; }

protected:
    // `icon` is shown while the model has no rows.
    ListPane(const QString &name, const QString &icon, QWidget *parent);

    void setModel(QAbstractTableModel &model, const QList<int> &characters);
    // Its button stands above the table; one that `needsRow` is off without a current row. `look` is of
    // ActionButton.
    void addTool(QAction *action, bool needsRow, const QString &look = {});
    void addGap();
    void addNote(const QString &words);
    void setEmptyWords(const QString &words, QAction *wayOut = nullptr);
    [[nodiscard]] int currentRow() const; // -1 when there is none
    // After the rows or the current one changed.
    virtual void refresh();

private:
    void keepCurrent();
    DataTable *m_table;
    EmptyState *m_empty;
    QHBoxLayout *m_tools;
    QList<QAction *> m_needRow;
    QString m_currentId;
};

} // namespace gatehouse::console
