// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/providers/targets_pane.h"

#include "models/system/provider_desk.h"
#include "ui/providers/targets_dialog.h"
#include "ui/settings/right_binding.h"
#include "ui/settings/shortcut_map.h"
#include "ui/widgets/data_table.h"

namespace gatehouse::console {

TargetsPane::TargetsPane(PageContext &context, ProviderDesk &desk, QWidget *parent)
    : ListPane(tr("Models with targets"), QStringLiteral("providers"), parent)
    , m_desk(desk)
{
    const auto command
        = [&](const char *id, const QString &text, const QString &key, void (TargetsPane::*slot)(),
              std::optional<Right> needs = Right::ChangeProviders) {
              QAction *action = context.shortcuts.add(
                  {QString::fromLatin1(id), text, QKeySequence(key), tr("Models"), true, needs}, this);
              connect(action, &QAction::triggered, this, slot);
              return action;
          };
    m_add = command("models.add", tr("Add model…"), QStringLiteral("N"), &TargetsPane::add);
    addTool(m_add, false, QStringLiteral("primary"));
    QAction *editing = command("models.edit", tr("Edit targets…"), QStringLiteral("E"), &TargetsPane::edit);
    addTool(editing, true);
    addGap();
    addTool(command("models.remove", tr("Remove target"), QStringLiteral("Del"), &TargetsPane::remove), true,
        QStringLiteral("danger"));
    setEmptyWords(tr("Here a name callers use can have targets of its own: several providers that share its "
                     "calls or stand in "
                     "for each other, each with its own name for it. Any other name is served by the "
                     "providers that list it."),
        m_add);
    table().setObjectName(QStringLiteral("targets_table"));
    setModel(desk.targets(), {24, 20, 0, 9, 26, 18});
    connect(&table(), &QAbstractItemView::activated, editing, [editing] { ActionRight::trigger(editing); });
    connect(&desk.providers(), &QAbstractItemModel::modelReset, this, [this] { refresh(); });
    refresh();
}

void TargetsPane::refresh()
{
    ListPane::refresh();
    m_add->setEnabled(m_desk.providers().rowCount() > 0);
}

void TargetsPane::add()
{
    (new TargetsDialog(m_desk, {}, this))->open();
}

void TargetsPane::edit()
{
    if (currentRow() >= 0)
        (new TargetsDialog(m_desk, m_desk.targets().row(currentRow()).model, this))->open();
}

void TargetsPane::remove()
{
    if (currentRow() < 0)
        return;
    const TargetEntry gone = m_desk.targets().row(currentRow());
    const QList<TargetEntry> before = m_desk.targets().targetsOf(gone.model);
    QList<TargetEntry> after = before;
    after.removeOne(gone);
    m_desk.setTargets(gone.model, before, after);
}

} // namespace gatehouse::console
