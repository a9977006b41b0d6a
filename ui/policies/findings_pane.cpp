// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/policies/findings_pane.h"

#include "ui/widgets/data_table.h"
#include "ui/widgets/empty_state.h"

#include <QStackedWidget>
#include <QTabBar>

namespace gatehouse::console {

namespace {

// The table, or words where it has no rows.
QStackedWidget *tableOrWords(DataTable *table, EmptyState *words)
{
    auto *stack = new QStackedWidget;
    stack->addWidget(words);
    stack->addWidget(table);
    const auto refresh = [stack, table] { stack->setCurrentIndex(table->model()->rowCount() > 0 ? 1 : 0); };
    QObject::connect(table->model(), &QAbstractItemModel::modelReset, stack, refresh);
    refresh();
    return stack;
}

DataTable *newTable(const QString &name, QAbstractItemModel *model, const QList<int> &characters)
{
    auto *table = new DataTable(name);
    table->setModel(model);
    table->setColumnCharacters(characters);
    return table;
}

} // namespace

FindingsPane::FindingsPane(QWidget *parent)
    : QTabWidget(parent)
    , m_problems(new ProblemsModel(this))
    , m_changes(new JsonChangesModel(this))
    , m_tests(new PolicyTestsModel(this))
    , m_noProblems(new EmptyState(QStringLiteral("policies")))
    , m_noChanges(new EmptyState(QStringLiteral("policies")))
    , m_noTests(new EmptyState(QStringLiteral("bench")))
{
    setDocumentMode(true);
    tabBar()->setDrawBase(false);
    setAccessibleName(tr("About the draft"));
    m_noProblems->setWords(tr("Nothing is wrong with this policy."));
    m_noChanges->setWords(
        tr("The draft is what is published. Change a mode, an action, a severity or a threshold above."));
    auto *problems = newTable(tr("Problems"), m_problems, {9, 30, 0, 34});
    auto *changes = newTable(tr("Changes against the published version"), m_changes, {44, 24, 0});
    auto *tests = newTable(tr("Test cases"), m_tests, {10, 40, 28, 0});
    addTab(tableOrWords(problems, m_noProblems), QString());
    addTab(tableOrWords(changes, m_noChanges), QString());
    addTab(tableOrWords(tests, m_noTests), QString());
    connect(problems, &QTableView::activated, this,
        [this](const QModelIndex &index) { Q_EMIT problemActivated(index.data(IdRole).toString()); });
    connect(problems, &QTableView::clicked, this,
        [this](const QModelIndex &index) { Q_EMIT problemActivated(index.data(IdRole).toString()); });
    connect(m_noTests, &EmptyState::actionWanted, this, &FindingsPane::testsWanted);
    setProblems({});
    setChanges({});
    clearTests();
}

void FindingsPane::setProblems(const std::vector<PolicyProblem> &problems)
{
    m_problems->setRows(problems);
    setTabText(Problems, problems.empty() ? tr("Problems") : tr("Problems %1").arg(problems.size()));
}

void FindingsPane::setChanges(std::vector<JsonChange> changes)
{
    setTabText(Changes, changes.empty() ? tr("Changes") : tr("Changes %1").arg(changes.size()));
    m_changes->setRows(std::move(changes));
}

void FindingsPane::setTests(const PolicyChecker::Tests &tests)
{
    clearTests();
    if (!tests) {
        m_noTests->setWords(tr("The tests need a valid policy. Solve its problems first."));
        showProblems();
        return;
    }
    if (tests->empty())
        m_noTests->setWords(tr("This policy has no test cases. Add some under “tests” in the JSON text."));
    const auto failed
        = std::count_if(tests->begin(), tests->end(), [](const PolicyTestEntry &test) { return !test.ok; });
    setTabText(Tests,
        failed > 0 ? tr("Tests: %1 of %2 failed").arg(failed).arg(tests->size())
                   : tr("Tests: %1 passed").arg(tests->size()));
    m_tests->setRows(*tests);
    setCurrentIndex(Tests);
}

void FindingsPane::clearTests()
{
    m_noTests->setWords(tr("The policy's own test cases were not run on this text."), tr("Run tests"));
    setTabText(Tests, tr("Tests"));
    m_tests->setRows({});
}

void FindingsPane::showProblems()
{
    setCurrentIndex(Problems);
}

} // namespace gatehouse::console
