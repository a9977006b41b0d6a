// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The charts of the Overview as tables: the same numbers for a screen reader, for copying, and for the
// keyboard.

#include "models/overview/overview_data.h"
#include "models/table_model.h"

namespace gatehouse::console {

// A row a step of time, a column a verdict.
class VerdictTable final : public TableModel<VerdictStep> {
    Q_OBJECT

public:
    explicit VerdictTable(QObject *parent = nullptr);
    // The filter a cell stands for.
    [[nodiscard]] QString filterAt(const QModelIndex &index) const;

protected:
    [[nodiscard]] QVariant headerCell(int column, int role) const override;
    [[nodiscard]] QVariant cell(const VerdictStep &step, int column, int role) const override;
};

// A name and how often.
class CountTable final : public TableModel<NamedCount> {
    Q_OBJECT

public:
    // `countHeader`: of what is counted; calls when empty.
    explicit CountTable(QString nameHeader, QString countHeader = {}, QObject *parent = nullptr);

protected:
    [[nodiscard]] QVariant headerCell(int column, int role) const override;
    [[nodiscard]] QVariant cell(const NamedCount &count, int column, int role) const override;

private:
    const QString m_nameHeader;
    const QString m_countHeader;
};

// The count as a person reads it.
[[nodiscard]] QString countText(const NamedCount &count);
// The start of a step as an axis or a table says it: the hour for short steps, else the day.
[[nodiscard]] QString stepLabel(const VerdictStep &step);

} // namespace gatehouse::console
