// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What the bench says: the verdict, why (each rule), and the text as it would travel on.

#include "models/bench/bench_checks_model.h"
#include "models/bench/bench_judge.h"

#include <QWidget>

class QLabel;

namespace gatehouse::console {

class DataTable;
class EvidenceView;
class SeverityChip;

class VerdictView : public QWidget {
    Q_OBJECT

public:
    explicit VerdictView(QWidget *parent = nullptr);

    void setWaiting(); // until the first answer
    void setAnswer(const BenchAnswer &answer, const std::vector<BenchPart> &parts);

Q_SIGNALS:
    void ruleActivated(const QString &rule);

private:
    void showMasked(const BenchAnswer &answer, const std::vector<BenchPart> &parts);
    void recolour();

    VerdictKind m_kind = VerdictKind::Allowed;
    QLabel *m_verdict;
    SeverityChip *m_severity;
    QLabel *m_facts;
    BenchChecksModel *m_checks;
    DataTable *m_table;
    QWidget *m_maskedPane;
    EvidenceView *m_masked;
};

} // namespace gatehouse::console
