// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What each rule said about the text on the bench: failed ones first, what did not run last.

#include "core/policy/verdict.h"
#include "models/table_model.h"

namespace gatehouse::console {

class BenchChecksModel final : public TableModel<CheckResult> {
    Q_OBJECT

public:
    enum Column { Outcome, Rule, SeverityColumn, Score, ActionColumn, Found, Time, ColumnCount };

    explicit BenchChecksModel(QObject *parent = nullptr);
    void update(const Verdict &verdict);

protected:
    [[nodiscard]] QVariant headerCell(int column, int role) const override;
    [[nodiscard]] QVariant cell(const CheckResult &check, int column, int role) const override;
};

} // namespace gatehouse::console
