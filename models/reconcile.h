// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Brings a table model to a newer list of its rows without losing a view's selection or scroll position.

#include "models/table_model.h"

namespace gatehouse::console {

// Rows that stayed are replaced only where they differ, rows new on top are inserted; any other change of
// order resets the model. `idOf` names a row, `same` compares two rows of one id.
template <class Row, class IdOf, class Same>
void reconcileRows(TableModel<Row> &model, std::vector<Row> rows, IdOf idOf, Same same)
{
    const auto &old = model.rows();
    const auto added = static_cast<std::ptrdiff_t>(rows.size()) - static_cast<std::ptrdiff_t>(old.size());
    const bool appendedOnTop = added >= 0
        && std::equal(old.begin(), old.end(), rows.begin() + added,
            [&](const Row &a, const Row &b) { return idOf(a) == idOf(b); });
    if (!appendedOnTop || old.empty()) {
        model.setRows(std::move(rows));
        return;
    }
    std::vector<Row> fresh(
        std::make_move_iterator(rows.begin()), std::make_move_iterator(rows.begin() + added));
    model.insertRowsAt(0, std::move(fresh));
    for (auto i = added; i < static_cast<std::ptrdiff_t>(rows.size()); ++i) {
        auto &row = rows[static_cast<std::size_t>(i)];
        if (!same(model.row(static_cast<int>(i)), row))
            model.replaceRow(static_cast<int>(i), std::move(row));
    }
}

} // namespace gatehouse::console
