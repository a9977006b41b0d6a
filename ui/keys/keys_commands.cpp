// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done on the Keys desk.
#include "ui/keys/keys_page.h"

#include "models/keys/key_desk.h"
#include "ui/keys/issue_dialog.h"
#include "ui/keys/key_edit_dialog.h"
#include "ui/keys/limits_dialog.h"
#include "ui/keys/revoke_dialog.h"
#include "ui/keys/rotate_dialog.h"
#include "ui/settings/shortcut_map.h"
#include "ui/widgets/data_table.h"

#include <QLineEdit>
#include <QTreeView>

namespace gatehouse::console {

void KeysPage::makeActions(PageContext &context)
{
    const QString group = tr("Keys");
    const auto add = [&](const char *id, const QString &text, const QKeySequence &key,
                         std::optional<Right> needs = Right::ChangeKeys) {
        return context.shortcuts.add({QLatin1String(id), text, key, group, true, needs}, this);
    };
    m_issue = add("keys.issue", tr("Issue key…"), QKeySequence(Qt::Key_I));
    m_actions.edit = add("keys.edit", tr("Edit key…"), QKeySequence(Qt::Key_M));
    m_actions.suspendOrResume = add("keys.suspend", tr("Suspend key"), QKeySequence(Qt::Key_P));
    m_actions.rotate = add("keys.rotate", tr("Rotate key…"), QKeySequence(Qt::Key_R));
    m_actions.limits = add("keys.limits", tr("Limits…"), QKeySequence(Qt::Key_L));
    m_actions.revoke = add("keys.revoke", tr("Revoke key…"), QKeySequence(Qt::Key_Delete));
    m_actions.showCalls = add("keys.calls", tr("Show its calls"), QKeySequence(Qt::Key_E), std::nullopt);
    connectUndo(add("keys.undo", tr("Undo"), QKeySequence(Qt::Key_Z)));
    connectRedo(add("keys.redo", tr("Redo"), QKeySequence(Qt::SHIFT | Qt::Key_Z)));
    connectUndo(context.shortcuts.add({QStringLiteral("keys.undo.standard"), tr("Undo"),
                                          QKeySequence(QKeySequence::Undo), group, false, Right::ChangeKeys},
        this));
    auto *search = add("keys.search", tr("Search keys"), QKeySequence(Qt::Key_Slash), std::nullopt);
    connect(search, &QAction::triggered, this, [this] { m_search->setFocus(Qt::ShortcutFocusReason); });
    connect(m_issue, &QAction::triggered, this, &KeysPage::issueKey);
    connect(m_actions.suspendOrResume, &QAction::triggered, this, &KeysPage::suspendOrResume);
    connect(m_actions.edit, &QAction::triggered, this, &KeysPage::editKey);
    connect(m_actions.rotate, &QAction::triggered, this, &KeysPage::rotateKey);
    connect(m_actions.limits, &QAction::triggered, this, &KeysPage::editLimits);
    connect(m_actions.revoke, &QAction::triggered, this, &KeysPage::revokeKey);
    connect(m_actions.showCalls, &QAction::triggered, this, [this] {
        if (const KeyEntry *entry = current())
            Q_EMIT goTo(
                QStringLiteral("explorer"), {{QStringLiteral("filter"), QStringLiteral("key:") + entry->id}});
    });
}

void KeysPage::connectRedo(QAction *redo)
{
    redo->setEnabled(false);
    connect(redo, &QAction::triggered, &m_desk->undoSteps(), &UndoSteps::redo);
    connect(&m_desk->undoSteps(), &UndoSteps::changed, redo,
        [this, redo] { redo->setEnabled(m_desk->undoSteps().canRedo()); });
}

void KeysPage::connectUndo(QAction *undo)
{
    undo->setEnabled(false);
    connect(undo, &QAction::triggered, &m_desk->undoSteps(), &UndoSteps::undo);
    connect(&m_desk->undoSteps(), &UndoSteps::changed, undo, [this, undo] {
        const QString what = m_desk->undoSteps().text();
        undo->setEnabled(!what.isEmpty());
        Q_EMIT undoTextChanged(what);
    });
}

void KeysPage::issueKey()
{
    auto *dialog = new IssueDialog(*m_desk, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &IssueDialog::keyIssued, this, [this](const QString &id) { m_wanted = id; });
    dialog->open();
}

void KeysPage::revokeKey()
{
    const KeyEntry *entry = current();
    if (!entry)
        return;
    m_revoking = new RevokeDialog(*entry, this);
    m_revoking->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_revoking, &QDialog::accepted, this,
        [this, dialog = m_revoking.data()] { m_desk->revoke(dialog->keyId(), dialog->reason()); });
    m_revoking->open();
    m_desk->askUse(entry->id);
}

void KeysPage::rotateKey()
{
    if (const KeyEntry *entry = current()) {
        auto *dialog = new RotateDialog(*m_desk, *entry, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    }
}

void KeysPage::editKey()
{
    if (const KeyEntry *entry = current()) {
        auto *dialog = new KeyEditDialog(*m_desk, *entry, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    }
}

void KeysPage::editLimits()
{
    // Whoever has the tree in hand means the team or environment that is chosen there.
    const KeyScope scope = m_teams->scope(m_tree->currentIndex());
    if (m_tree->hasFocus() && !scope.environment.isEmpty())
        openLimits({}, {LimitTier::Environment, scope.environment});
    else if (m_tree->hasFocus() && !scope.team.isEmpty())
        openLimits({}, {LimitTier::Team, scope.team});
    else if (const KeyEntry *entry = current())
        openLimits({{LimitTier::Key, entry->id}, {LimitTier::UseCase, entry->useCase},
                       {LimitTier::Environment, entry->environment}, {LimitTier::Team, entry->team}},
            {LimitTier::Key, entry->id});
    else
        openLimits({}, {});
}

void KeysPage::openLimits(const QList<LimitSubject> &first, const LimitSubject &chosen)
{
    QList<LimitSubject> offered = first;
    if (!chosen.name.isEmpty() && !offered.contains(chosen))
        offered.append(chosen);
    auto *dialog = new LimitsDialog(
        *m_desk, offered, static_cast<int>(std::max<qsizetype>(0, offered.indexOf(chosen))), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void KeysPage::suspendOrResume()
{
    const KeyEntry *entry = current();
    if (!entry)
        return;
    if (entry->state == KeyState::Suspended)
        m_desk->resume(entry->id, tr("resumed in the console"));
    else
        m_desk->suspend(entry->id, tr("suspended in the console"));
}

} // namespace gatehouse::console
