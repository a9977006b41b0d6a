// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What surrounds the call that is being read: how calls like it were decided, where and when else its text
// came from, its key's last day, and what was changed lately. Every name leads to its calls.

#include <QScrollArea>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace gatehouse::console {

class CallSurroundings;
class CampaignTable;
class DataTable;
class SparkBars;
struct SpreadView;
struct Surroundings;

class ContextPane : public QScrollArea {
    Q_OBJECT

public:
    // `surroundings` outlives the pane.
    explicit ContextPane(CallSurroundings &surroundings, QWidget *parent = nullptr);

Q_SIGNALS:
    void termWanted(const QString &field, const QString &value); // besides what the filter says
    void filterWanted(const QString &filter); // in place of it

protected:
    void showEvent(QShowEvent *event) override;

private:
    void refresh();
    void showCampaign(const Surroundings &now);
    void showTable(bool table);
    void showDecided(const Surroundings &now);
    QLabel *addText();
    void addSpread(const QString &title, const QList<SpreadView> &spread, qsizetype all);
    CallSurroundings &m_surroundings;
    bool m_isOld = true;
    QWidget *m_content;
    QVBoxLayout *m_column;
    QLabel *m_decided;
    QWidget *m_campaign;
    QLabel *m_campaignText;
    SparkBars *m_timeline;
    CampaignTable *m_numbers;
    DataTable *m_table;
    QPushButton *m_asTable;
    QVBoxLayout *m_spread;
    SparkBars *m_day;
    QLabel *m_changes;
};

} // namespace gatehouse::console
