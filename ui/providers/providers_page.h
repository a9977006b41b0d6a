// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The upstreams calls are sent to: a table, adding one after a test, removing one.

#include "ui/page.h"

class QPushButton;

namespace gatehouse::console {

class DataTable;
class EmptyState;
class ProvidersModel;

class ProvidersPage : public Page {
    Q_OBJECT

public:
    ProvidersPage(PageContext &context, QWidget *parent);
    [[nodiscard]] QList<QWidget *> panes() const override;

private:
    void buildLayout();
    void refresh();
    void add();
    void test();
    void remove();
    PageContext &m_context;
    ProvidersModel *m_model;
    DataTable *m_table;
    EmptyState *m_empty;
    QPushButton *m_add;
    QPushButton *m_test;
    QPushButton *m_remove;
};

} // namespace gatehouse::console
