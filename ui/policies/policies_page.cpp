// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/policies/policies_page.h"

#include "models/policies/exception_desk.h"
#include "models/policies/exception_removals.h"
#include "models/policies/policy_book.h"
#include "models/policies/rules_model.h"
#include "models/text.h"
#include "ui/policies/exceptions_dialog.h"
#include "ui/policies/findings_pane.h"
#include "ui/policies/history_dialog.h"
#include "ui/policies/policy_text.h"
#include "ui/policies/publish_dialog.h"
#include "ui/policies/rule_delegate.h"
#include "ui/settings/shortcut_map.h"
#include "ui/theme/theme.h"
#include "ui/widgets/action_button.h"
#include "ui/widgets/data_table.h"

#include <QFileDialog>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QSplitter>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

namespace gatehouse::console {

namespace {
constexpr qint64 largestFile = 1024LL * 1024; // what the core reads at most
constexpr int findingsHeight = 200;
} // namespace

PoliciesPage::PoliciesPage(PageContext &context, QWidget *parent)
    : Page(QStringLiteral("policies"), parent)
    , m_book(new PolicyBook(context.session, this))
    , m_exceptions(new ExceptionDesk(context.session, this))
    , m_removals(new ExceptionRemovals(*m_exceptions, this))
    , m_checker(new PolicyChecker(this))
    , m_rules(new RulesModel(this))
    , m_table(new DataTable(tr("Rules")))
    , m_text(new PolicyText)
    , m_tabs(new QTabWidget)
    , m_findings(new FindingsPane)
    , m_state(new QLabel)
{
    makeActions(context);
    auto *panes = new QSplitter(Qt::Vertical);
    panes->addWidget(newEditor());
    panes->addWidget(m_findings);
    panes->setStretchFactor(0, 1);
    panes->setSizes({findingsHeight * 3, findingsHeight});
    panes->setChildrenCollapsible(false);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(newToolRow());
    column->addWidget(panes, 1);
    connectAll();
    refreshActions();
}

QWidget *PoliciesPage::newEditor()
{
    m_table->setObjectName(QStringLiteral("rules"));
    m_table->setModel(m_rules);
    m_table->setColumnCharacters({10, 0, 18, 10, 9, 12, 10, 22});
    m_table->setItemDelegate(new RuleDelegate(m_table));
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::SelectedClicked
        | QAbstractItemView::EditKeyPressed);
    m_tabs->setDocumentMode(true);
    m_tabs->setAccessibleName(tr("The policy as rules or as text"));
    m_tabs->tabBar()->setDrawBase(false);
    m_tabs->addTab(m_table, tr("Rules"));
    m_tabs->addTab(m_text, tr("JSON text"));
    return m_tabs;
}

void PoliciesPage::connectAll()
{
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex &index) {
        if (m_rules->flags(index).testFlag(Qt::ItemIsEditable))
            m_table->edit(index);
    });
    connect(m_rules, &RulesModel::editWanted, this, &PoliciesPage::editRule);
    connect(m_text, &QPlainTextEdit::textChanged, this, &PoliciesPage::textChanged);
    connect(m_text->document(), &QTextDocument::undoAvailable, m_actions.undo, &QAction::setEnabled);
    connect(m_text->document(), &QTextDocument::redoAvailable, m_actions.redo, &QAction::setEnabled);
    connect(m_checker, &PolicyChecker::checked, this, &PoliciesPage::showReport);
    connect(m_checker, &PolicyChecker::tested, m_findings, &FindingsPane::setTests);
    connect(m_findings, &FindingsPane::testsWanted, m_actions.test, &QAction::trigger);
    connect(m_findings, &FindingsPane::problemActivated, this, [this](const QString &pointer) {
        m_tabs->setCurrentWidget(m_text);
        m_text->goToPointer(pointer);
    });
    connect(m_book, &PolicyBook::loaded, this, &PoliciesPage::showPublished);
    connect(m_book, &PolicyBook::loadFailed, this, [this](const QString &problem) {
        Q_EMIT troubleSaid(tr("The policies could not be read. %1").arg(problem));
        setReady();
    });
    connect(m_book, &PolicyBook::versionPublished, this, [this](const PolicyEntry &entry) {
        m_base = m_text->json();
        Q_EMIT undoTextChanged(tr("Published %1").arg(entry.shown));
    });
    connect(m_book, &PolicyBook::draftSaved, this,
        [this](const PolicyEntry &entry) { Q_EMIT undoTextChanged(tr("Saved draft %1").arg(entry.shown)); });
    connect(m_book, &PolicyBook::publishFailed, this, &Page::troubleSaid);
}

void PoliciesPage::showPublished()
{
    // A draft with changes stays as it is; without, it follows what is published.
    const bool same = m_text->json() == m_book->publishedJson();
    if (!same && (!isChanged() || m_base.isEmpty()))
        loadDraft(m_book->publishedJson());
    else
        textChanged();
}

void PoliciesPage::loadDraft(const QByteArray &json)
{
    m_base = json;
    m_text->load(json);
    textChanged();
}

bool PoliciesPage::isChanged() const
{
    return m_text->json() != m_base;
}

void PoliciesPage::textChanged()
{
    m_checking = true;
    m_findings->clearTests();
    m_checker->check(m_text->json(), m_book->publishedJson());
    refreshActions();
}

void PoliciesPage::showReport(const DraftReport &report)
{
    m_checking = false;
    m_report = report.draft;
    m_rules->setPublished(report.publishedRules);
    if (m_report.readable)
        m_rules->update(m_report.rules);
    m_rules->setEditable(m_report.readable);
    m_findings->setProblems(m_report.problems);
    m_findings->setChanges(report.changes);
    std::vector<std::pair<QString, bool>> marks;
    for (const PolicyProblem &problem : m_report.problems)
        marks.emplace_back(problem.pointer, problem.warning);
    m_text->markProblems(marks);
    refreshActions();
    if (!m_wantedRule.isEmpty())
        selectRule(m_wantedRule);
    setReady();
}

QString PoliciesPage::whyNotPublishable() const
{
    if (m_checking)
        return tr("The draft is being checked");
    if (!m_report.valid) {
        const PolicyProblem first = m_report.problems.empty() ? PolicyProblem{} : m_report.problems.front();
        return tr("It can't be published: %1 %2").arg(first.text, first.pointer);
    }
    if (m_report.version == m_book->published().version)
        return tr("The draft is what is published");
    return {};
}

void PoliciesPage::refreshActions()
{
    const QString problem = whyNotPublishable();
    m_actions.publish->setEnabled(problem.isEmpty());
    m_actions.publish->setToolTip(problem.isEmpty() ? tr("Make this draft the policy in force") : problem);
    m_actions.saveDraft->setEnabled(!m_checking && m_report.valid);
    m_actions.discard->setEnabled(m_text->json() != m_book->publishedJson());
    const bool draft = m_report.version != m_book->published().version;
    const auto errors = std::count_if(m_report.problems.begin(), m_report.problems.end(),
        [](const PolicyProblem &found) { return !found.warning; });
    QString state = tr("Published %1").arg(m_book->published().shown);
    if (!m_checking && !m_report.valid)
        state = tr("✕ %n problem(s): this draft can't be published, %1 stays in force", nullptr,
            static_cast<int>(errors))
                    .arg(m_book->published().shown);
    else if (draft && !m_checking)
        state = tr("✓ Valid draft, changed against %1").arg(m_book->published().shown);
    m_state->setText(m_checking ? tr("Checking…") : state);
    if (m_book->isLoaded())
        setTitleLine(tr("%1 · %2 in force").arg(m_book->published().name, m_book->published().shown));
}

void PoliciesPage::editRule(const RuleEdit &edit)
{
    const QByteArray json = m_text->json();
    const auto edited
        = gatehouse::editRule(std::string_view(json.constData(), std::size_t(json.size())), edit);
    if (edited)
        m_text->apply(QByteArray::fromStdString(*edited));
    else
        Q_EMIT troubleSaid(errorText(edited.error()));
}

void PoliciesPage::selectRule(const QString &rule)
{
    const int row = m_rules->rowOf(rule);
    if (row < 0)
        return;
    m_wantedRule.clear();
    m_tabs->setCurrentWidget(m_table);
    m_table->setCurrentIndex(m_rules->index(row, RulesModel::Rule));
    m_table->scrollTo(m_table->currentIndex());
    m_table->setFocus();
}

void PoliciesPage::open(const QVariantMap &what)
{
    m_wantedRule = what.value(QStringLiteral("rule")).toString();
    selectRule(m_wantedRule);
}

void PoliciesPage::publish()
{
    auto *dialog = new PublishDialog(*m_book, m_text->json(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void PoliciesPage::showHistory()
{
    auto *dialog = new HistoryDialog(*m_book, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(
        dialog, &HistoryDialog::draftWanted, this, [this](const QByteArray &json) { m_text->apply(json); });
    dialog->open();
}

void PoliciesPage::showExceptions()
{
    (new ExceptionsDialog(*m_exceptions, *m_removals, this))->open();
}

void PoliciesPage::openFile()
{
    const QString name = QFileDialog::getOpenFileName(
        this, tr("Open a policy as draft"), {}, tr("Policies (*.json);;All files (*)"));
    if (name.isEmpty())
        return;
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        Q_EMIT troubleSaid(tr("%1 can't be read: %2").arg(name, file.errorString()));
    else if (file.size() > largestFile)
        Q_EMIT troubleSaid(tr("%1 is larger than a policy may be (1 MiB)").arg(name));
    else
        m_text->apply(file.readAll());
}

void PoliciesPage::discard()
{
    // One step of the undo history, so nothing is lost.
    m_text->apply(m_book->publishedJson());
    m_base = m_book->publishedJson();
}

QList<QWidget *> PoliciesPage::panes() const
{
    return {m_tabs->currentWidget(), m_findings};
}

} // namespace gatehouse::console
