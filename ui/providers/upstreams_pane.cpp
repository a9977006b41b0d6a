// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/providers/upstreams_pane.h"

#include "models/system/provider_desk.h"
#include "ui/providers/credential_dialog.h"
#include "ui/providers/provider_dialog.h"
#include "ui/settings/shortcut_map.h"
#include "ui/widgets/data_table.h"

#include <QMessageBox>
#include <QPushButton>

namespace gatehouse::console {

UpstreamsPane::UpstreamsPane(PageContext &context, ProviderDesk &desk, QWidget *parent)
    : ListPane(tr("Providers"), QStringLiteral("providers"), parent)
    , m_desk(desk)
{
    const auto command
        = [&](const char *id, const QString &text, const QString &key, void (UpstreamsPane::*slot)(),
              std::optional<Right> needs = Right::ChangeProviders) {
              QAction *action = context.shortcuts.add(
                  {QString::fromLatin1(id), text, QKeySequence(key), tr("Providers"), true, needs}, this);
              connect(action, &QAction::triggered, this, slot);
              return action;
          };
    QAction *adding = command("providers.add", tr("Add provider…"), QStringLiteral("N"), &UpstreamsPane::add);
    addTool(adding, false, QStringLiteral("primary"));
    addTool(command("providers.test", tr("Test provider…"), QStringLiteral("T"), &UpstreamsPane::test,
                std::nullopt),
        true);
    addTool(command("providers.credential", tr("New credential…"), QStringLiteral("C"),
                &UpstreamsPane::replaceCredential),
        true);
    addGap();
    addTool(
        command("providers.remove", tr("Remove provider…"), QStringLiteral("Del"), &UpstreamsPane::remove),
        true, QStringLiteral("danger"));
    setEmptyWords(
        tr("Providers are where calls go once the policy lets them pass. Without one, every call is "
           "refused."),
        adding);
    table().setObjectName(QStringLiteral("providers_table"));
    setModel(desk.providers(), {16, 16, 0, 20, 8, 15, 17, 12});
    connect(&table(), &QAbstractItemView::activated, this, &UpstreamsPane::test);
    refresh();
}

void UpstreamsPane::add()
{
    (new ProviderDialog(m_desk, this))->open();
}

void UpstreamsPane::test()
{
    if (currentRow() < 0)
        return;
    auto *dialog = new ProviderDialog(m_desk, this);
    dialog->showExisting(m_desk.providers().row(currentRow()));
    dialog->open();
}

void UpstreamsPane::replaceCredential()
{
    if (currentRow() >= 0)
        (new CredentialDialog(m_desk, m_desk.providers().row(currentRow()), this))->open();
}

void UpstreamsPane::remove()
{
    if (currentRow() < 0)
        return;
    const QString name = m_desk.providers().row(currentRow()).name;
    const auto &targets = m_desk.targets().rows();
    const auto with = std::count_if(
        targets.begin(), targets.end(), [&](const TargetEntry &target) { return target.provider == name; });
    auto *question = new QMessageBox(QMessageBox::Warning, tr("Remove provider"),
        tr("Remove %1? Calls only it can answer are refused from then on, and its credential is deleted; "
           "this "
           "can't be undone. %n target(s) of models go with it.",
            nullptr, static_cast<int>(with))
            .arg(name),
        QMessageBox::Cancel, this);
    question->setAttribute(Qt::WA_DeleteOnClose);
    auto *go = question->addButton(tr("Remove provider"), QMessageBox::DestructiveRole);
    question->setDefaultButton(QMessageBox::Cancel);
    connect(go, &QPushButton::clicked, this, [this, name] { m_desk.removeProvider(name); });
    question->open();
}

} // namespace gatehouse::console
