// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// What is learned of a caller, against what a reader would expect, and against figures worked out afresh.
#include "core/access/baseline.h"

#include <QTest>
#include <cmath>
#include <random>

using namespace gatehouse;

namespace {

const Timestamp noon = *fromRfc3339("2026-03-02T12:00:00Z");

CallShape callAt(Timestamp at, const std::string &model = "small-1", std::uint64_t bytes = 1000)
{
    return {at, model, {}, bytes};
}

double scoreOf(const std::vector<Unusual> &found, const std::string &what)
{
    for (const Unusual &one : found) {
        if (one.what == what)
            return one.score;
    }
    return 0;
}

// A caller that calls twice a minute, at noon, for `calls` calls.
Baseline steady(int calls)
{
    Baseline baseline;
    for (int i = 0; i < calls; ++i)
        baseline.learn(
            callAt(noon + std::chrono::seconds(30) * (i % 100) + std::chrono::hours(24) * (i / 100),
                "small-1", 900 + static_cast<std::uint64_t>(i % 7) * 50),
            false);
    return baseline;
}

} // namespace

class TestBaseline : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void nothingIsUnusualAtFirst()
    {
        const Baseline baseline;
        for (const Unusual &one : baseline.judge(callAt(noon)))
            QVERIFY2(one.score < 0.5, one.what.c_str());
        QCOMPARE(baseline.calls(), std::uint64_t{0});
    }

    void whatItAlwaysDoesIsUsual()
    {
        const Baseline baseline = steady(500);
        for (const Unusual &one : baseline.judge(callAt(noon + std::chrono::hours(24 * 6))))
            QVERIFY2(one.score < 0.9, (one.what + ": " + one.detail).c_str());
    }

    void eachAspectIsSeen_data()
    {
        QTest::addColumn<QByteArray>("aspect");
        for (const char *aspect : {"rate", "size", "model", "tool", "hour", "stopped"})
            QTest::newRow(aspect) << QByteArray(aspect);
    }
    void eachAspectIsSeen()
    {
        QFETCH(QByteArray, aspect);
        Baseline baseline = steady(3000);
        CallShape call = callAt(noon + std::chrono::hours(24 * 40));
        if (aspect == "rate") {
            for (int i = 0; i < 60; ++i)
                baseline.learn(callAt(call.at + std::chrono::milliseconds(i)), false);
        } else if (aspect == "size") {
            call.bytes = 4'000'000;
        } else if (aspect == "model") {
            call.model = "large-2";
        } else if (aspect == "tool") {
            for (int i = 0; i < 300; ++i) {
                CallShape with = callAt(call.at - std::chrono::hours(24) - std::chrono::minutes(i % 30));
                with.tools = {"search"};
                baseline.learn(with, false);
            }
            call.tools = {"search", "delete_everything"};
        } else if (aspect == "hour") {
            call.at += std::chrono::hours(9);
        } else {
            for (int i = 0; i < 40; ++i)
                baseline.learn(callAt(call.at - std::chrono::minutes(100 - i)), true);
        }
        const auto found = baseline.judge(call);
        QVERIFY2(scoreOf(found, aspect.toStdString()) >= 0.99,
            qPrintable(QString::number(scoreOf(found, aspect.toStdString()))));
        QCOMPARE(found.front().score, std::max_element(found.begin(), found.end(), [](auto &a, auto &b) {
            return a.score < b.score;
        })->score);
    }

    void aCallerMayChangeItsHabits()
    {
        Baseline baseline = steady(500);
        CallShape call = callAt(noon, "small-1", 100'000);
        QVERIFY(scoreOf(baseline.judge(call), "size") >= 0.99);
        for (int i = 0; i < 1500; ++i)
            baseline.learn(call, false);
        QVERIFY(scoreOf(baseline.judge(call), "size") < 0.9);
    }

    // West's update gives the mean and the spread that adding everything up gives.
    void meanAndSpreadAreThoseOfAllValues()
    {
        std::mt19937 random(7);
        std::vector<double> values;
        RunningFigure figure;
        for (int i = 0; i < 900; ++i) {
            values.push_back(static_cast<double>(random() % 1000) / 10);
            figure.add(values.back());
        }
        double sum = 0, squares = 0;
        for (const double value : values)
            sum += value;
        const double mean = sum / static_cast<double>(values.size());
        for (const double value : values)
            squares += (value - mean) * (value - mean);
        const double deviation = std::sqrt(squares / static_cast<double>(values.size()));
        QVERIFY(std::abs(figure.mean() - mean) < 1e-9);
        for (const double z : {0.5, 1.5, 4.0, 20.0}) {
            const double expected = z <= 1 ? 0 : 1 - 1 / (z * z);
            QVERIFY(std::abs(figure.surprise(mean + z * deviation, 1e-6) - expected) < 1e-9);
        }
    }

    void namesAreBounded()
    {
        SeenNames names;
        for (int i = 0; i < 10'000; ++i)
            names.add("model-" + std::to_string(i));
        QCOMPARE(names.total(), std::uint64_t{10'000});
        QCOMPARE(names.surprise("another"), 0.0);
    }
};

QTEST_APPLESS_MAIN(TestBaseline)
#include "tst_baseline.moc"
