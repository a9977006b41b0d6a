// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Exceptions as a table.

#include "models/policies/exception_desk.h"
#include "models/table_model.h"

namespace gatehouse::console {

class ExceptionsModel final : public TableModel<ExceptionEntry> {
    Q_OBJECT

public:
    enum Column { State, Rule, Calls, What, Expires, Uses, Author, Reason, ColumnCount };
    explicit ExceptionsModel(QObject *parent = nullptr);

protected:
    [[nodiscard]] QVariant headerCell(int column, int role) const override;
    [[nodiscard]] QVariant cell(const ExceptionEntry &entry, int column, int role) const override;
};

} // namespace gatehouse::console
