// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// One entry of the audit log: who, when, why, and each value that changed.

#include "models/audit/audit_item.h"

#include <QWidget>

class QLabel;
class QStackedWidget;

namespace gatehouse::console {

class CopyButton;
class DataTable;
class EmptyState;
class JsonChangesModel;
class SectionTitle;

class AuditDetail : public QWidget {
    Q_OBJECT

public:
    explicit AuditDetail(QWidget *parent = nullptr);

    void setItem(const AuditItem &item);
    void showNothing();

private:
    QWidget *newContent();

    QStackedWidget *m_stack;
    SectionTitle *m_title;
    QLabel *m_who;
    QLabel *m_reason;
    QLabel *m_hash;
    CopyButton *m_copyHash;
    JsonChangesModel *m_changes;
    QLabel *m_noChanges;
    DataTable *m_table;
};

} // namespace gatehouse::console
