// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Names callers use that have targets of their own.

#include "ui/page.h"
#include "ui/providers/list_pane.h"

namespace gatehouse::console {

class ProviderDesk;

class TargetsPane : public ListPane {
    Q_OBJECT

public:
    // `desk` outlives the pane.
    TargetsPane(PageContext &context, ProviderDesk &desk, QWidget *parent = nullptr);

protected:
    void refresh() override;

private:
    void add();
    void edit();
    void remove();
    ProviderDesk &m_desk;
    QAction *m_add;
};

} // namespace gatehouse::console
