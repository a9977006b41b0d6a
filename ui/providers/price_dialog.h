// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What a million tokens of a model cost, with what came with the program beside it.

#include "models/system/provider_entry.h"
#include "ui/providers/edit_dialog.h"

class QLineEdit;

namespace gatehouse::console {

class PriceDialog : public EditDialog {
    Q_OBJECT

public:
    // Of `entry` as it stands; without one, of a new pattern.
    PriceDialog(ProviderDesk &desk, const std::optional<PriceEntry> &entry, QWidget *parent);

protected:
    void save() override;

private:
    void fill(const Price &price);
    // False when it can't be read: then the field says why.
    [[nodiscard]] bool read(const QString &field, const QString &text, std::int64_t &into);
    QLineEdit *m_model;
    QLineEdit *m_in;
    QLineEdit *m_out;
    QLineEdit *m_cached;
};

} // namespace gatehouse::console
