// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The table of model names that have targets of their own, by name; within a name the heaviest first.

#include "models/system/provider_entry.h"
#include "models/table_model.h"

namespace gatehouse::console {

class TargetsModel final : public TableModel<TargetEntry> {
    Q_OBJECT

public:
    enum Column { Model, Provider, Upstream, Weight, Share, HealthColumn, ColumnCount };

    explicit TargetsModel(QObject *parent = nullptr)
        : TableModel(ColumnCount, parent)
    {
    }
    [[nodiscard]] QList<TargetEntry> targetsOf(const QString &model) const;

protected:
    [[nodiscard]] QVariant headerCell(int column, int role) const override;
    [[nodiscard]] QVariant cell(const TargetEntry &entry, int column, int role) const override;
};

} // namespace gatehouse::console
