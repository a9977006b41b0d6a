// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The Providers desk: upstreams, who serves which model, and what tokens cost.

#include "ui/page.h"

class QTabWidget;

namespace gatehouse::console {

class ListPane;
class ProviderDesk;

class ProvidersPage : public Page {
    Q_OBJECT

public:
    ProvidersPage(PageContext &context, QWidget *parent);

    // "tab": "models" or "prices".
    void open(const QVariantMap &what) override;
    [[nodiscard]] QList<QWidget *> panes() const override;

private:
    void addUndo(PageContext &context);
    void refresh();
    ProviderDesk *m_desk;
    QTabWidget *m_tabs;
    QList<ListPane *> m_panes;
};

} // namespace gatehouse::console
