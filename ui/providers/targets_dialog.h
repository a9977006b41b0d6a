// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A name callers use, and who serves it: one target or several that share the calls or stand in for each
// other.

#include "models/system/provider_entry.h"
#include "ui/providers/edit_dialog.h"

class QLineEdit;
class QVBoxLayout;

namespace gatehouse::console {

class TargetRow;

class TargetsDialog : public EditDialog {
    Q_OBJECT

public:
    // Of `model` as it stands; empty for a new one.
    TargetsDialog(ProviderDesk &desk, const QString &model, QWidget *parent);

protected:
    void save() override;

private:
    TargetRow *addRow();
    const bool m_new;
    QList<TargetEntry> m_shown;
    QStringList m_providers;
    QLineEdit *m_model;
    QList<TargetRow *> m_rows;
    QVBoxLayout *m_column;
    int m_made = 0;
};

} // namespace gatehouse::console
