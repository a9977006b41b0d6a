// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The table of virtual keys, newest first.

#include "models/keys/key_entry.h"
#include "models/table_model.h"

namespace gatehouse::console {

class KeysModel final : public TableModel<KeyEntry> {
    Q_OBJECT

public:
    enum Column { State, Id, Team, Environment, UseCase, Models, Expires, LastUsed, CreatedBy, ColumnCount };

    explicit KeysModel(QObject *parent = nullptr);
    // Keeps the rows that stayed in place.
    void update(std::vector<KeyEntry> entries);
    [[nodiscard]] int rowOf(const QString &id) const; // -1 when there is none

protected:
    [[nodiscard]] QVariant headerCell(int column, int role) const override;
    [[nodiscard]] QVariant cell(const KeyEntry &entry, int column, int role) const override;
};

} // namespace gatehouse::console
