// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The Policies desk: the rules of the published policy, changed as a draft, tested, published, rolled back.

#include "models/policies/policy_checker.h"
#include "ui/page.h"

class QLabel;
class QTabWidget;

namespace gatehouse {
struct RuleEdit;
}

namespace gatehouse::console {

class DataTable;
class ExceptionDesk;
class ExceptionRemovals;
class FindingsPane;
class PolicyBook;
class PolicyText;
class RulesModel;

class PoliciesPage final : public Page {
    Q_OBJECT

public:
    PoliciesPage(PageContext &context, QWidget *parent);

    // "rule": the id of a rule to select.
    void open(const QVariantMap &what) override;
    [[nodiscard]] QList<QWidget *> panes() const override;

private:
    struct Actions {
        QAction *undo, *redo, *validate, *test, *bench, *publish, *history, *exceptions, *saveDraft,
            *openFile, *discard;
    };
    void makeActions(PageContext &context);
    QWidget *newToolRow();
    QWidget *newEditor();
    void connectAll();
    void showPublished();
    void loadDraft(const QByteArray &json);
    void textChanged();
    void showReport(const DraftReport &report);
    void refreshActions();
    void editRule(const RuleEdit &edit);
    void selectRule(const QString &rule);
    void publish();
    void showHistory();
    void showExceptions();
    void openFile();
    void discard();
    [[nodiscard]] bool isChanged() const;
    [[nodiscard]] QString whyNotPublishable() const;

    PolicyBook *m_book;
    ExceptionDesk *m_exceptions;
    ExceptionRemovals *m_removals;
    PolicyChecker *m_checker;
    RulesModel *m_rules;
    DataTable *m_table;
    PolicyText *m_text;
    QTabWidget *m_tabs;
    FindingsPane *m_findings;
    QLabel *m_state;
    Actions m_actions{};
    PolicyReport m_report;
    QByteArray m_base; // what the draft started from
    QString m_wantedRule;
    bool m_checking = false;
};

} // namespace gatehouse::console
