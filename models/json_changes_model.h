// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A difference between two JSON documents as a table: what, before, after.

#include "models/json_difference.h"
#include "models/table_model.h"

namespace gatehouse::console {

class JsonChangesModel final : public TableModel<JsonChange> {
    Q_OBJECT

public:
    enum Column { What, Before, After, ColumnCount };

    explicit JsonChangesModel(QObject *parent = nullptr);

protected:
    [[nodiscard]] QVariant headerCell(int column, int role) const override;
    [[nodiscard]] QVariant cell(const JsonChange &change, int column, int role) const override;
};

} // namespace gatehouse::console
