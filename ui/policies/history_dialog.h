// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The versions there were: what each would change back, the way back to one, or a draft made from it.

#include "models/json_changes_model.h"
#include "models/policies/policy_tables.h"

#include <QDialog>

class QPushButton;

namespace gatehouse::console {

class DataTable;
class PolicyBook;
class ReasonRow;

class HistoryDialog : public QDialog {
    Q_OBJECT

public:
    // `book` outlives the dialog. Closes by itself once a version was rolled back to or opened.
    explicit HistoryDialog(PolicyBook &book, QWidget *parent = nullptr);

Q_SIGNALS:
    void draftWanted(const QByteArray &json);

private:
    void connectAll(QPushButton *close);
    void showHistory();
    void showCurrent();
    void rollBack();
    [[nodiscard]] const PolicyEntry *current() const;

    PolicyBook &m_book;
    HistoryModel *m_history;
    JsonChangesModel *m_changes;
    DataTable *m_table;
    ReasonRow *m_reason;
    QPushButton *m_rollBack;
    QPushButton *m_open;
    QByteArray m_shownJson;
};

} // namespace gatehouse::console
