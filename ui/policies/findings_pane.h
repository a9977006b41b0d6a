// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Under the rules: what is wrong with the draft, what it changes, and how its tests went.

#include "models/json_changes_model.h"
#include "models/policies/policy_checker.h"
#include "models/policies/policy_tables.h"

#include <QTabWidget>

namespace gatehouse::console {

class FindingsPane : public QTabWidget {
    Q_OBJECT

public:
    explicit FindingsPane(QWidget *parent = nullptr);

    void setProblems(const std::vector<PolicyProblem> &problems);
    void setChanges(std::vector<JsonChange> changes);
    // Nothing: the draft is invalid, so there was nothing to test.
    void setTests(const PolicyChecker::Tests &tests);
    void clearTests();
    void showProblems();

Q_SIGNALS:
    void problemActivated(const QString &pointer);
    void testsWanted();

private:
    enum Tab { Problems, Changes, Tests };
    ProblemsModel *m_problems;
    JsonChangesModel *m_changes;
    PolicyTestsModel *m_tests;
    class EmptyState *m_noProblems;
    class EmptyState *m_noChanges;
    class EmptyState *m_noTests;
};

} // namespace gatehouse::console
