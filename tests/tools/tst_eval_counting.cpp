// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "tools/eval/check_groups.h"
#include "tools/eval/figures.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::tools;

namespace {

RowResult row(const char *source, const char *kind, int label, double score, bool failed)
{
    RowResult out;
    out.file = "injection.jsonl";
    out.source = source;
    out.kind = kind;
    out.label = label;
    out.checks.push_back({"prompt_injection", true, failed, score, {}});
    return out;
}

std::vector<RowResult> times(std::size_t count, const RowResult &one)
{
    return std::vector<RowResult>(count, one);
}

std::vector<RowResult> joined(std::initializer_list<std::vector<RowResult>> parts)
{
    std::vector<RowResult> all;
    for (const auto &part : parts)
        all.insert(all.end(), part.begin(), part.end());
    assignGroups(all);
    return all;
}

} // namespace

class TestEvalCounting : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void quantilesAreNearestRanks();
    void aThresholdLetsThroughNoMoreThanItsShare_data();
    void aThresholdLetsThroughNoMoreThanItsShare();
    void recallIsAMeanOverSources();
    void smallSourcesCountAsOne();
    void generatedSourcesAreInNoMean();
    void dataAndUserTextAreApart();
    void transformedRowsAreComparedWithTheirPlainText();
    void benignRowsBelongToTheirFile();
    void aSourceWithBothLabelsIsTwoLines();
    void theCurveHoldsHardRowsToo();
};

void TestEvalCounting::quantilesAreNearestRanks()
{
    QCOMPARE(quantile({}, 0.5), 0.0);
    QCOMPARE(quantile({7}, 0.99), 7.0);
    std::vector<double> hundred;
    for (int i = 1; i <= 100; ++i)
        hundred.push_back(i);
    QCOMPARE(quantile(hundred, 0.5), 50.0);
    QCOMPARE(quantile(hundred, 0.99), 99.0);
    QCOMPARE(quantile(hundred, 1), 100.0);
}

void TestEvalCounting::aThresholdLetsThroughNoMoreThanItsShare_data()
{
    QTest::addColumn<std::vector<double>>("values");
    QTest::addColumn<double>("share");
    QTest::addColumn<int>("through");
    QTest::newRow("none allowed") << std::vector<double>{0.1, 0.2, 0.9} << 0.01 << 0;
    QTest::newRow("one allowed") << std::vector<double>{0.1, 0.2, 0.9} << 0.34 << 1;
    QTest::newRow("equal ones stay together") << std::vector<double>{0.1, 0.5, 0.5, 0.5} << 0.5 << 0;
    QTest::newRow("silent rows are never found") << std::vector<double>{0, 0, 0} << 1.0 << 0;
    QTest::newRow("the highest score") << std::vector<double>{1, 1, 1} << 0.1 << 0;
    QTest::newRow("no rows") << std::vector<double>{} << 0.1 << 0;
}

void TestEvalCounting::aThresholdLetsThroughNoMoreThanItsShare()
{
    QFETCH(std::vector<double>, values);
    QFETCH(double, share);
    QFETCH(int, through);
    const double threshold = thresholdFor(values, share);
    const auto found
        = std::count_if(values.begin(), values.end(), [&](double value) { return value >= threshold; });
    QCOMPARE(static_cast<int>(found), through);
}

void TestEvalCounting::recallIsAMeanOverSources()
{
    const auto figures = figuresOf(joined({times(90, row("large", "attack", 1, 0.9, true)),
        times(5, row("small", "attack", 1, 0.9, true)), times(5, row("small", "attack", 1, 0.1, false))}));
    QCOMPARE(figures.attacks.value, 0.75);
    QCOMPARE(figures.attacks.sources, std::size_t{2});
}

void TestEvalCounting::smallSourcesCountAsOne()
{
    const auto figures = figuresOf(joined({times(5, row("a", "attack", 1, 0.9, true)),
        times(1, row("b", "attack", 1, 0, false)), times(1, row("c", "attack", 1, 0.9, true))}));
    QCOMPARE(figures.attacks.sources, std::size_t{2});
    QCOMPARE(figures.attacks.value, 0.75);
}

void TestEvalCounting::generatedSourcesAreInNoMean()
{
    RowResult generated = row("syn", "attack", 1, 0, false);
    generated.file = "synthetic.jsonl.gz";
    const auto figures = figuresOf(joined({times(9, generated), times(5, row("a", "attack", 1, 0.9, true))}));
    QCOMPARE(figures.attacks.value, 1.0);
    QCOMPARE(figures.checks.front().wanted.of, std::size_t{14});
}

void TestEvalCounting::dataAndUserTextAreApart()
{
    RowResult document = row("docs", "benign", 0, 0, true);
    document.zone = TrustZone::Document;
    const auto figures = figuresOf(joined({times(4, document), times(3, row("chat", "benign", 0, 0, false)),
        times(2, row("hard", "hard_benign", 0, 0.8, true)), times(6, row("a", "attack", 1, 0.9, true)),
        times(6, row("planted", "indirect_attack", 1, 0, true)),
        times(6, row("bipia-email", "indirect_attack", 1, 0, false))}));
    QCOMPARE(figures.cleanData.hits, std::size_t{4});
    QCOMPARE(figures.benign.of, std::size_t{3});
    QCOMPARE(figures.benign.hits, std::size_t{0});
    QCOMPARE(figures.hardBenign.hits, std::size_t{2});
    QCOMPARE(figures.planted.value, 1.0);
    QCOMPARE(figures.plantedHarmless.value, 0.0);
}

void TestEvalCounting::transformedRowsAreComparedWithTheirPlainText()
{
    RowResult hit = row("obf-hex", "attack", 1, 0.9, true), missed = row("obf-hex", "attack", 1, 0, false);
    hit.transform = missed.transform = "hex";
    hit.plainFlagged = missed.plainFlagged = true;
    RowResult benign = row("obf-hex", "hard_benign", 0, 0, false);
    benign.transform = "hex";
    const auto figures = figuresOf(joined({{hit, missed, benign}}));
    QCOMPARE(figures.transforms.size(), std::size_t{1});
    QCOMPARE(figures.transforms.front().found.hits, std::size_t{1});
    QCOMPARE(figures.transforms.front().plain.hits, std::size_t{2});
    QCOMPARE(figures.transforms.front().benign.of, std::size_t{1});
    QCOMPARE(figures.attacks.sources, std::size_t{0});
}

void TestEvalCounting::benignRowsBelongToTheirFile()
{
    RowResult secret = row("tokens", "secret", 1, 0, false), hash = row("locks", "hard_benign", 0, 0, false);
    secret.checks = hash.checks = {{"secrets", true, true, 0.9, {}}};
    secret.file = hash.file = "b.jsonl";
    RowResult lonely = row("plain", "benign", 0, 0, false);
    lonely.file = "my-pii.jsonl";
    const auto rows = joined({{secret, hash, lonely, row("a", "attack", 1, 0, false)}});
    QVERIFY(rows[1].group == CheckGroup::Secrets && rows[1].flaggedByGroup());
    QVERIFY(rows[2].group == CheckGroup::PersonalData);
    QVERIFY(rows[3].group == CheckGroup::Injection);
    QCOMPARE(figuresOf(rows).lookAlikes.hits, std::size_t{1});
}

void TestEvalCounting::aSourceWithBothLabelsIsTwoLines()
{
    RowResult slow = row("mixed", "attack", 1, 0.95, true);
    slow.micros = 9;
    const auto lines = sourceTable(joined({{row("mixed", "benign", 0, 0.05, false), slow, slow}}));
    QCOMPARE(lines.size(), std::size_t{2});
    QCOMPARE(lines[0].byGroup.value(), 0.0);
    QCOMPARE(lines[0].histogram[0], std::size_t{1});
    QCOMPARE(lines[1].byGroup.value(), 1.0);
    QCOMPARE(lines[1].histogram[9], std::size_t{2});
    QCOMPARE(lines[1].meanMicros, 9.0);
}

void TestEvalCounting::theCurveHoldsHardRowsToo()
{
    Scores scores;
    scores.wanted["a"] = {0.3, 0.5, 0.7, 0.9, 0.95};
    for (int i = 0; i < 100; ++i) {
        scores.benign.push_back(0.2);
        scores.hard.push_back(0.6);
    }
    QCOMPARE(thresholdCurve(scores, false).front().recall, 1.0);
    const auto held = thresholdCurve(scores, true);
    QCOMPARE(held.front().recall, 0.6);
    QCOMPARE(held.front().hard, 0.0);
}

QTEST_GUILESS_MAIN(TestEvalCounting)
#include "tst_eval_counting.moc"
