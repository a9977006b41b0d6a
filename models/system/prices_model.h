// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The price table in force, by model pattern, with what came with the program beside what was changed here.

#include "models/system/provider_entry.h"
#include "models/table_model.h"

namespace gatehouse::console {

class PricesModel final : public TableModel<PriceEntry> {
    Q_OBJECT

public:
    enum Column { Model, In, Out, Cached, Source, ColumnCount };

    explicit PricesModel(QObject *parent = nullptr)
        : TableModel(ColumnCount, parent)
    {
    }
    [[nodiscard]] int rowOf(const QString &model) const; // -1 when there is none

protected:
    [[nodiscard]] QVariant headerCell(int column, int role) const override;
    [[nodiscard]] QVariant cell(const PriceEntry &entry, int column, int role) const override;
};

} // namespace gatehouse::console
