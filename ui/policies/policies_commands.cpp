// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The commands of the Policies desk and the row of buttons that carries them.

#include "ui/policies/policies_page.h"

#include "models/policies/policy_book.h"
#include "ui/policies/findings_pane.h"
#include "ui/policies/policy_text.h"
#include "ui/settings/shortcut_map.h"
#include "ui/theme/theme.h"
#include "ui/widgets/action_button.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>

namespace gatehouse::console {

void PoliciesPage::makeActions(PageContext &context)
{
    const auto add
        = [&](const char *id, const QString &text, const QKeySequence &key, std::optional<Right> needs = {}) {
              return context.shortcuts.add({QLatin1String(id), text, key, tr("Policies"), true, needs}, this);
          };
    m_actions.undo = add("policies.undo", tr("Undo"), QKeySequence::Undo);
    m_actions.redo = add("policies.redo", tr("Redo"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z));
    m_actions.validate = add("policies.validate", tr("Validate"), QKeySequence(Qt::Key_F7));
    m_actions.test = add("policies.test", tr("Run tests"), QKeySequence(Qt::Key_F8));
    m_actions.bench = add("policies.bench", tr("Try on the test bench"), QKeySequence(Qt::CTRL | Qt::Key_T));
    m_actions.publish = add("policies.publish", tr("Publish…"),
        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P), Right::PublishPolicies);
    m_actions.history = add("policies.history", tr("Roll back…"), QKeySequence(Qt::CTRL | Qt::Key_H));
    m_actions.exceptions = add("policies.exceptions", tr("Exceptions…"), QKeySequence(Qt::CTRL | Qt::Key_U));
    m_actions.saveDraft
        = add("policies.save", tr("Save draft in the store"), QKeySequence::Save, Right::DraftPolicies);
    m_actions.openFile
        = add("policies.open", tr("Open a file as draft…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O));
    m_actions.discard = add("policies.discard", tr("Discard the draft"), {});
    m_actions.undo->setEnabled(false);
    m_actions.redo->setEnabled(false);

    connect(m_actions.undo, &QAction::triggered, m_text, &QPlainTextEdit::undo);
    connect(m_actions.redo, &QAction::triggered, m_text, &QPlainTextEdit::redo);
    connect(m_actions.validate, &QAction::triggered, this, [this] {
        textChanged();
        m_findings->showProblems();
    });
    connect(m_actions.test, &QAction::triggered, this, [this] { m_checker->runTests(m_text->json()); });
    connect(m_actions.bench, &QAction::triggered, this, [this] {
        Q_EMIT goTo(QStringLiteral("bench"), {{QStringLiteral("policy"), m_text->toPlainText()}});
    });
    connect(m_actions.publish, &QAction::triggered, this, &PoliciesPage::publish);
    connect(m_actions.history, &QAction::triggered, this, &PoliciesPage::showHistory);
    connect(m_actions.exceptions, &QAction::triggered, this, &PoliciesPage::showExceptions);
    connect(m_actions.saveDraft, &QAction::triggered, this, [this] { m_book->saveDraft(m_text->json()); });
    connect(m_actions.openFile, &QAction::triggered, this, &PoliciesPage::openFile);
    connect(m_actions.discard, &QAction::triggered, this, &PoliciesPage::discard);
}

QWidget *PoliciesPage::newToolRow()
{
    auto *more = new QPushButton(tr("More"));
    auto *menu = new QMenu(more);
    menu->addActions(
        {m_actions.exceptions, m_actions.bench, m_actions.saveDraft, m_actions.openFile, m_actions.discard});
    more->setMenu(menu);
    more->setProperty("look", QStringLiteral("menu"));
    m_state->setObjectName(QStringLiteral("state"));
    m_state->setAccessibleName(tr("State of the draft"));
    m_state->setProperty("look", QStringLiteral("muted"));
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(space::around, space::between, space::around, space::between);
    layout->addWidget(m_state, 1);
    for (QAction *action :
        {m_actions.undo, m_actions.redo, m_actions.validate, m_actions.test, m_actions.history})
        layout->addWidget(new ActionButton(action));
    layout->addWidget(more);
    layout->addWidget(new ActionButton(m_actions.publish, QStringLiteral("primary")));
    return row;
}

} // namespace gatehouse::console
