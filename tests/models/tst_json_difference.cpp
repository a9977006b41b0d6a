// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/json_changes_model.h"
#include "models/policies/json_location.h"

#include <QAbstractItemModelTester>
#include <QtTest>

using namespace gatehouse::console;

class TestJsonDifference : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sameMeansNothing();
    void namesObjectsByTheirId();
    void saysWhatCameAndWent();
    void saysWhenTheOrderChanged();
    void aWholeObjectIsReadFieldByField();
    void textThatIsNoJsonIsOneValue();
    void theModelShowsIt();
    void findsAPointer_data();
    void findsAPointer();
};

void TestJsonDifference::sameMeansNothing()
{
    QVERIFY(jsonDifference(R"({"a": [1, {"b": 2}]})", R"({ "a":[1,{"b":2}] })").empty());
    QVERIFY(jsonDifference({}, {}).empty());
}

void TestJsonDifference::namesObjectsByTheirId()
{
    const auto changes
        = jsonDifference(R"({"rules": [{"id": "x", "mode": "off"}, {"id": "y", "mode": "off"}]})",
            R"({"rules": [{"id": "x", "mode": "off"}, {"id": "y", "mode": "enforce"}]})");
    QCOMPARE(changes.size(), std::size_t(1));
    QCOMPARE(changes[0], (JsonChange{QString::fromUtf8("rules › y › mode"), "off", "enforce"}));
}

void TestJsonDifference::saysWhatCameAndWent()
{
    const auto changes
        = jsonDifference(R"({"rules": [{"id": "x"}], "n": 1})", R"({"rules": [{"id": "y"}], "n": 2.5})");
    QCOMPARE(changes.size(), std::size_t(3));
    QCOMPARE(changes[0], (JsonChange{"n", "1", "2.5"}));
    QCOMPARE(changes[1].path, QString::fromUtf8("rules › x"));
    QVERIFY(changes[1].after.isEmpty());
    QCOMPARE(changes[2].after, QString(R"({"id":"y"})"));
}

void TestJsonDifference::saysWhenTheOrderChanged()
{
    const auto changes = jsonDifference(R"([{"id": "x"}, {"id": "y"}])", R"([{"id": "y"}, {"id": "x"}])");
    QCOMPARE(changes.size(), std::size_t(1));
    QCOMPARE(changes[0].before, QString("x, y"));
    QCOMPARE(changes[0].after, QString("y, x"));
}

void TestJsonDifference::aWholeObjectIsReadFieldByField()
{
    const auto changes = jsonDifference({}, R"({"state": "active", "team": "payments"})");
    QCOMPARE(changes.size(), std::size_t(2));
    QCOMPARE(changes[0], (JsonChange{"state", {}, "active"}));
}

void TestJsonDifference::textThatIsNoJsonIsOneValue()
{
    const auto changes = jsonDifference("{broken", R"({"a": 1})");
    QCOMPARE(changes.size(), std::size_t(1));
    QCOMPARE(changes[0].before, QString("{broken"));
}

void TestJsonDifference::theModelShowsIt()
{
    JsonChangesModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setRows(jsonDifference({}, R"({"state": "active"})"));
    QCOMPARE(model.index(0, JsonChangesModel::Before).data().toString(), QString::fromUtf8("–"));
    QCOMPARE(model.index(0, JsonChangesModel::After).data().toString(), QString("active"));
}

void TestJsonDifference::findsAPointer_data()
{
    QTest::addColumn<QString>("json");
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QString>("found");
    const QString json = R"({ "a": [1, {"b\"c": "x,]}"}, [true]], "d/e": {"f": null} })";
    QTest::newRow("root") << json << "" << json;
    QTest::newRow("element") << json << "/a/0"
                             << "1";
    QTest::newRow("nested list") << json << "/a/2/0"
                                 << "true";
    QTest::newRow("escaped slash") << json << "/d~1e/f"
                                   << "null";
    QTest::newRow("missing member: its parent") << json << "/d~1e/g/h"
                                                << R"({"f": null})";
    QTest::newRow("missing element: its parent") << json << "/a/2/7"
                                                 << "[true]";
    QTest::newRow("a string with brackets is skipped") << json << "/d~1e"
                                                       << R"({"f": null})";
    QTest::newRow("cut off") << R"({"a": {"b": [1, )"
                             << "/a/b/0"
                             << "1";
    QTest::newRow("no JSON") << "nonsense"
                             << "/a"
                             << "nonsense";
    QTest::newRow("nothing") << ""
                             << "/a"
                             << "";
}

void TestJsonDifference::findsAPointer()
{
    QFETCH(QString, json);
    QFETCH(QString, pointer);
    const TextSpan span = locatePointer(json, pointer);
    QTEST(json.mid(span.start, span.length), "found");
}

QTEST_GUILESS_MAIN(TestJsonDifference)
#include "tst_json_difference.moc"
