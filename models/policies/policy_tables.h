// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What is said about a policy, as tables: its problems, its test cases, its history.

#include "models/policies/policy_entry.h"
#include "models/table_model.h"

namespace gatehouse::console {

class ProblemsModel final : public TableModel<PolicyProblem> {
    Q_OBJECT

public:
    enum Column { Kind, Where, What, Advice, ColumnCount };
    explicit ProblemsModel(QObject *parent = nullptr);

protected:
    [[nodiscard]] QVariant headerCell(int column, int role) const override;
    [[nodiscard]] QVariant cell(const PolicyProblem &problem, int column, int role) const override;
};

class PolicyTestsModel final : public TableModel<PolicyTestEntry> {
    Q_OBJECT

public:
    enum Column { Outcome, Name, Expected, Got, ColumnCount };
    explicit PolicyTestsModel(QObject *parent = nullptr);

protected:
    [[nodiscard]] QVariant headerCell(int column, int role) const override;
    [[nodiscard]] QVariant cell(const PolicyTestEntry &test, int column, int role) const override;
};

class HistoryModel final : public TableModel<PolicyEntry> {
    Q_OBJECT

public:
    enum Column { Version, State, PublishedAt, Author, Reason, ColumnCount };
    explicit HistoryModel(QObject *parent = nullptr);

protected:
    [[nodiscard]] QVariant headerCell(int column, int role) const override;
    [[nodiscard]] QVariant cell(const PolicyEntry &entry, int column, int role) const override;
};

} // namespace gatehouse::console
