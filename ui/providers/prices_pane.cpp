// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/providers/prices_pane.h"

#include "models/system/provider_desk.h"
#include "ui/providers/price_dialog.h"
#include "ui/settings/right_binding.h"
#include "ui/settings/shortcut_map.h"
#include "ui/widgets/data_table.h"

namespace gatehouse::console {

PricesPane::PricesPane(PageContext &context, ProviderDesk &desk, QWidget *parent)
    : ListPane(tr("Prices in USD for a million tokens"), QStringLiteral("providers"), parent)
    , m_desk(desk)
{
    const auto command
        = [&](const char *id, const QString &text, const QString &key, void (PricesPane::*slot)(),
              std::optional<Right> needs = Right::ChangeProviders) {
              QAction *action = context.shortcuts.add(
                  {QString::fromLatin1(id), text, QKeySequence(key), tr("Prices"), true, needs}, this);
              connect(action, &QAction::triggered, this, slot);
              return action;
          };
    addTool(command("prices.add", tr("Set a price…"), QStringLiteral("N"), &PricesPane::add), false,
        QStringLiteral("primary"));
    QAction *editing = command("prices.edit", tr("Edit price…"), QStringLiteral("E"), &PricesPane::edit);
    addTool(editing, true);
    m_revert = command("prices.revert", tr("Revert"), QStringLiteral("V"), &PricesPane::revert);
    m_remove = command("prices.remove", tr("Remove price"), QStringLiteral("Del"), &PricesPane::remove);
    addTool(m_revert, false);
    addNote(tr("USD for a million tokens"));
    addGap();
    addTool(m_remove, false, QStringLiteral("danger"));
    table().setObjectName(QStringLiteral("prices_table"));
    setModel(desk.prices(), {30, 12, 12, 14, 0});
    connect(&table(), &QAbstractItemView::activated, editing, [editing] { ActionRight::trigger(editing); });
    refresh();
}

void PricesPane::refresh()
{
    ListPane::refresh();
    const int row = currentRow();
    const PriceEntry *entry = row < 0 ? nullptr : &m_desk.prices().row(row);
    m_remove->setEnabled(entry && entry->price);
    m_revert->setEnabled(entry && entry->changedHere);
    const bool own = entry && entry->changedHere && !entry->shipped;
    m_revert->setText(own ? tr("Revert to none") : tr("Revert to the shipped price"));
}

void PricesPane::add()
{
    (new PriceDialog(m_desk, std::nullopt, this))->open();
}

void PricesPane::edit()
{
    if (currentRow() >= 0)
        (new PriceDialog(m_desk, m_desk.prices().row(currentRow()), this))->open();
}

void PricesPane::remove()
{
    if (currentRow() >= 0)
        m_desk.removePrice(m_desk.prices().row(currentRow()).model);
}

void PricesPane::revert()
{
    if (currentRow() >= 0)
        m_desk.revertPrice(m_desk.prices().row(currentRow()).model);
}

} // namespace gatehouse::console
