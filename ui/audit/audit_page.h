// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The Audit desk: who changed what, what was different before and after, and proof that nobody edited the
// log.

#include "models/audit/audit_item.h"
#include "ui/page.h"

class QLabel;
class QLineEdit;
class QStackedWidget;

namespace gatehouse::console {

class AuditDetail;
class AuditKeeper;
class AuditModel;
class CopyButton;
class DataTable;
class EmptyState;
class Permissions;
class ReportBar;

class AuditPage final : public Page {
    Q_OBJECT

public:
    AuditPage(PageContext &context, QWidget *parent);

    [[nodiscard]] QList<QWidget *> panes() const override;

private:
    void makeActions(PageContext &context);
    void followRights(const Permissions &permissions);
    QWidget *newTop();
    void connectAll();
    void showCurrent();
    void showProof(const AuditProof &proof);
    void verify();
    void exportLog();

    AuditModel *m_model;
    AuditKeeper *m_keeper;
    DataTable *m_table;
    QStackedWidget *m_list;
    EmptyState *m_empty;
    AuditDetail *m_detail;
    ReportBar *m_reports;
    QLabel *m_result;
    CopyButton *m_copyHead;
    QLineEdit *m_expected;
    QAction *m_verify;
    QAction *m_export;
    QAction *m_report;
};

} // namespace gatehouse::console
