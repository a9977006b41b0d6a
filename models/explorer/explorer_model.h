// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Every interaction a filter matches.

#include "models/interactions/interaction_list.h"

namespace gatehouse::console {

class ExplorerModel final : public InteractionList {
    Q_OBJECT

public:
    enum Column {
        At,
        SeverityColumn,
        VerdictColumn,
        Check,
        Team,
        UseCase,
        Model,
        OutcomeColumn,
        Tokens,
        Latency,
        Text,
        ColumnCount
    };

    // Asks nothing before setFilter().
    explicit ExplorerModel(StoreSession &session, QObject *parent = nullptr)
        : InteractionList(session, ColumnCount, At, parent)
    {
    }

protected:
    [[nodiscard]] QVariant headerCell(int column, int role) const override;
    [[nodiscard]] QVariant cell(const QueueRow &row, int column, int role) const override;
    [[nodiscard]] std::optional<store::SortField> sortField(int column) const override;
};

} // namespace gatehouse::console
