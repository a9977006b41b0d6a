// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A campaign as a table: when its calls came, from which teams, use cases and keys. Each row has the filter
// that finds its calls.

#include "models/table_model.h"

#include <QString>

namespace gatehouse::console {

struct SpreadView;
struct Surroundings;

struct CampaignRow {
    QString kind; // "Time", "Team", …
    QString what;
    qint64 count = 0;
    QString filter;
};

class CampaignTable final : public TableModel<CampaignRow> {
    Q_OBJECT

public:
    enum Column { KindColumn, WhatColumn, CountColumn, NUM_COLUMNS };

    explicit CampaignTable(QObject *parent = nullptr);
    void show(const Surroundings &campaign);

protected:
    [[nodiscard]] QVariant headerCell(int column, int role) const override;
    [[nodiscard]] QVariant cell(const CampaignRow &row, int column, int role) const override;
};

} // namespace gatehouse::console
