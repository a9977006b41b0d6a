// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What a million tokens of each model cost: the prices that came with the program, and what was changed here.

#include "ui/page.h"
#include "ui/providers/list_pane.h"

namespace gatehouse::console {

class ProviderDesk;

class PricesPane : public ListPane {
    Q_OBJECT

public:
    // `desk` outlives the pane.
    PricesPane(PageContext &context, ProviderDesk &desk, QWidget *parent = nullptr);

protected:
    void refresh() override;

private:
    void add();
    void edit();
    void remove();
    void revert();
    ProviderDesk &m_desk;
    QAction *m_remove;
    QAction *m_revert;
};

} // namespace gatehouse::console
