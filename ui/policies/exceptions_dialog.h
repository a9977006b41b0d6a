// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The exceptions there are and were, and the end of one before its time, which can be taken back.

#include <QDialog>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace gatehouse::console {

class DataTable;
class EmptyState;
class ExceptionDesk;
class ExceptionRemovals;
class ExceptionsModel;
struct ExceptionEntry;

class ExceptionsDialog : public QDialog {
    Q_OBJECT

public:
    // Both outlive the dialog; what was removed in an earlier one can still be taken back.
    ExceptionsDialog(ExceptionDesk &desk, ExceptionRemovals &removals, QWidget *parent = nullptr);

private:
    void showEntries();
    void refresh();
    void removeCurrent();
    void addKeys();
    void showDone(const QString &what, const QString &id);
    void showTrouble(const QString &why);
    [[nodiscard]] const ExceptionEntry *current() const;

    ExceptionDesk &m_desk;
    ExceptionRemovals &m_removals;
    ExceptionsModel *m_model;
    DataTable *m_table;
    QStackedWidget *m_list;
    EmptyState *m_empty;
    QLabel *m_whole; // of the chosen one
    QLabel *m_trouble;
    QLabel *m_said;
    QPushButton *m_remove, *m_undo;
    QString m_wanted; // to be chosen when it is there
};

} // namespace gatehouse::console
