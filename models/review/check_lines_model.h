// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The checks of one interaction as a table, with their times on one scale.

#include "models/review/interaction_view.h"
#include "models/table_model.h"

namespace gatehouse::console {

enum CheckLineRole {
    TimeShareRole = SortRole + 1, // double, 0..1 of the slowest check; absent when it did not run
};

class CheckLinesModel : public TableModel<CheckLineView> {
    Q_OBJECT

public:
    enum Column { OutcomeColumn, RuleColumn, LookedAtColumn, ScoreColumn, TimeColumn, NUM_COLUMNS };

    explicit CheckLinesModel(QObject *parent = nullptr);
    void setChecks(const QList<CheckLineView> &checks);
    [[nodiscard]] int rowOf(const QString &rule) const; // -1 when there is none

protected:
    [[nodiscard]] QVariant headerCell(int column, int role) const override;
    [[nodiscard]] QVariant cell(const CheckLineView &line, int column, int role) const override;

private:
    [[nodiscard]] QVariant displayCell(const CheckLineView &line, int column) const;
    double m_slowest = 0; // microseconds
};

} // namespace gatehouse::console
