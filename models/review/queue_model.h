// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The review queue: what a filter matches, as reviewers read it.

#include "models/interactions/interaction_list.h"

namespace gatehouse::console {

class QueueModel final : public InteractionList {
    Q_OBJECT

public:
    enum Column {
        SeverityColumn,
        TimeColumn,
        VerdictColumn,
        CheckColumn,
        TeamColumn,
        SnippetColumn,
        ModelColumn,
        DueColumn,
        NUM_COLUMNS
    };

    explicit QueueModel(StoreSession &session, QObject *parent = nullptr)
        : InteractionList(session, NUM_COLUMNS, TimeColumn, parent)
    {
    }

protected:
    [[nodiscard]] QVariant headerCell(int column, int role) const override;
    [[nodiscard]] QVariant cell(const QueueRow &row, int column, int role) const override;
    [[nodiscard]] std::optional<store::SortField> sortField(int column) const override;

private:
    [[nodiscard]] static QVariant displayCell(const QueueRow &row, int column);
    [[nodiscard]] static QVariant filterCell(const QueueRow &row, int column, int role);
};

} // namespace gatehouse::console
