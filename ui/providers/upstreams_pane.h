// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The upstreams calls are sent to: adding one after a test, removing one.

#include "ui/page.h"
#include "ui/providers/list_pane.h"

namespace gatehouse::console {

class ProviderDesk;

class UpstreamsPane : public ListPane {
    Q_OBJECT

public:
    // `desk` outlives the pane.
    UpstreamsPane(PageContext &context, ProviderDesk &desk, QWidget *parent = nullptr);
    void add();

private:
    void test();
    void replaceCredential();
    void remove();
    ProviderDesk &m_desk;
};

} // namespace gatehouse::console
