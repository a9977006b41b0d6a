// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/span_list.h"

#include <QTest>

using namespace gatehouse;

class TestSpanList : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theSurestOfOverlappingStays()
    {
        std::vector<CheckFinding> out;
        appendWithoutOverlap(
            {{0, {0, 20}, "loose", 0.6}, {0, {5, 15}, "sure", 0.9}, {0, {30, 40}, "other", 0.5}}, out);
        QCOMPARE(out.size(), std::size_t(2));
        QCOMPARE(out[0].label, "sure");
        QCOMPARE(out[0].range, (ByteRange{0, 20})); // nothing of the loose one is left bare
        QCOMPARE(out[1].label, "other");
    }

    void nothingFoundIsLeftBare()
    {
        std::vector<CheckFinding> out;
        appendWithoutOverlap({{0, {0, 10}, "a", 0.9}, {0, {8, 18}, "b", 0.8}}, out);
        QCOMPARE(out.size(), std::size_t(1));
        QCOMPARE(out[0].range, (ByteRange{0, 18}));
    }

    void reportCarriesTheHighestScore()
    {
        CheckReport report;
        closeReport(report);
        QCOMPARE(report.outcome, CheckOutcome::Pass);
        QCOMPARE(*report.score, 0.0);
        report.findings = {{0, {0, 1}, "a", 0.4}, {0, {2, 3}, "b", 0.7}};
        closeReport(report);
        QCOMPARE(report.outcome, CheckOutcome::Fail);
        QCOMPARE(*report.score, 0.7);
    }
};

QTEST_GUILESS_MAIN(TestSpanList)
#include "tst_span_list.moc"
