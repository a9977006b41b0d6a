// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The Overview: four figures over charts of the same time, each mark a way to the calls behind it.

#include "models/overview/overview_reader.h"
#include "ui/page.h"

class QComboBox;

namespace gatehouse::console {

class CountChart;
class FigureTile;
class VerdictChart;

class OverviewPage final : public Page {
    Q_OBJECT

public:
    OverviewPage(PageContext &context, QWidget *parent);

    [[nodiscard]] QList<QWidget *> panes() const override;

Q_SIGNALS:
    // What a mark stands for, in the filter language; also sent as goTo("explorer").
    void openFilter(const QString &filter);

private:
    QWidget *newFigures();
    QWidget *newCharts();
    QWidget *newTop(PageContext &context);
    void connectAll();
    void showData(const OverviewData &read);
    void openCalls(const QString &filter); // of the shown time
    [[nodiscard]] QString periodWords() const;

    OverviewReader *m_reader;
    QComboBox *m_period;
    FigureTile *m_blocked;
    FigureTile *m_flagged;
    FigureTile *m_open;
    FigureTile *m_spend;
    VerdictChart *m_verdicts;
    CountChart *m_checks;
    CountChart *m_teams;
    CountChart *m_models;
    CountChart *m_rules;
    CountChart *m_keys;
    CountChart *m_checkTimes;
    CountChart *m_falsePositives;
    CountChart *m_decisionTimes;
    CountChart *m_coverage;
    CountChart *m_spendByModel;
};

} // namespace gatehouse::console
