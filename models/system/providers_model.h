// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The table of upstreams.

#include "models/system/provider_entry.h"
#include "models/table_model.h"

namespace gatehouse::console {

class ProvidersModel final : public TableModel<ProviderEntry> {
    Q_OBJECT

public:
    enum Column {
        NameColumn,
        KindColumn,
        AddressColumn,
        ModelsColumn,
        WeightColumn,
        CredentialColumn,
        HealthColumn,
        CreatedColumn,
        NUM_COLUMNS
    };

    explicit ProvidersModel(QObject *parent = nullptr)
        : TableModel(NUM_COLUMNS, parent)
    {
    }

protected:
    [[nodiscard]] QVariant headerCell(int column, int role) const override;
    [[nodiscard]] QVariant cell(const ProviderEntry &entry, int column, int role) const override;
};

} // namespace gatehouse::console
