// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The exceptions there are and were, and the end of one before its time.

#include <QDialog>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace gatehouse::console {

class DataTable;
class EmptyState;
class ExceptionDesk;
class ExceptionsModel;
struct ExceptionEntry;

class ExceptionsDialog : public QDialog {
    Q_OBJECT

public:
    // `desk` outlives the dialog.
    explicit ExceptionsDialog(ExceptionDesk &desk, QWidget *parent = nullptr);

private:
    void showEntries();
    void refresh();
    void removeCurrent();
    [[nodiscard]] const ExceptionEntry *current() const;

    ExceptionDesk &m_desk;
    ExceptionsModel *m_model;
    DataTable *m_table;
    QStackedWidget *m_list;
    EmptyState *m_empty;
    QLabel *m_whole; // of the chosen one
    QLabel *m_trouble;
    QPushButton *m_remove;
    bool m_removing = false;
};

} // namespace gatehouse::console
