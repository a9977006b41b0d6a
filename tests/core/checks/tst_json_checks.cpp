// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// The checks of answers that must be JSON: json_schema and json_keys.
#include "check_runner.h"

#include <QTest>
#include <chrono>

using namespace gatehouse;
using gatehouse::test::CheckRunner;

namespace {

QString labelsOf(const CheckReport &report)
{
    QStringList labels;
    for (const CheckFinding &finding : report.findings)
        labels << QString::fromStdString(finding.label);
    return labels.join(' ');
}

std::string withSchema(const QString &schema)
{
    return ("{\"schema\":" + schema + "}").toStdString();
}

} // namespace

class TestJsonChecks : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void findsTheJson_data()
    {
        QTest::addColumn<QString>("parameters");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("labels");
        const auto row = [](const char *name, const char *parameters, const char *text, const char *labels) {
            QTest::newRow(name) << QString(parameters) << QString(text) << QString(labels);
        };
        row("plain", "{}", " {\"a\":1}\n", "");
        row("number", "{}", "7", "");
        row("prose", "{}", "Here you are: {}", "not-json");
        row("empty", "{}", "", "not-json");
        row("key twice", "{}", "{\"a\":1,\"a\":2}", "not-json");
        row("cut short", "{}", "{\"a\":", "not-json");
        row("fenced", "{}", "```json\n{\"a\":1}\n```\n", "");
        row("fenced, no name", "{}", "```\n[1]\n```", "");
        row("fenced, other language", "{}", "```yaml\na: 1\n```", "not-json");
        row("fence with words behind", "{}", "```json\n{}\n```\nDone.", "not-json");
        row("no fence allowed", "{\"allow_fence\":false}", "```json\n{}\n```", "not-json");
        row("block in words", "{\"in\":\"block\"}", "So:\n```json\n{\"a\":1}\n```\nDone.", "");
        row("block after another", "{\"in\":\"block\"}", "```sh\nls\n```\n```json\n{]\n```", "not-json");
        row("no block", "{\"in\":\"block\"}", "{\"a\":1}", "no-json");
        row("block never closed", "{\"in\":\"block\"}", "```json\n{\"a\":1}", "");
    }
    void findsTheJson()
    {
        QFETCH(QString, parameters);
        QFETCH(QString, text);
        QFETCH(QString, labels);
        const CheckRunner runner("json_schema", parameters.toStdString());
        QVERIFY2(runner.check(), runner.error().line().c_str());
        const CheckReport report = runner.run(text.toStdString());
        QCOMPARE(labelsOf(report), labels);
        QCOMPARE(report.outcome, labels.isEmpty() ? CheckOutcome::Pass : CheckOutcome::Fail);
    }

    void fitsTheSchema_data()
    {
        QTest::addColumn<QString>("schema");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("fits");
        const auto row = [](const char *name, const char *schema, const char *text, bool fits) {
            QTest::newRow(name) << QString(schema) << QString(text) << fits;
        };
        const char *order
            = "{\"type\":\"object\",\"required\":[\"id\"],\"additionalProperties\":false,"
              "\"properties\":{\"id\":{\"type\":\"integer\"},\"pattern\":{\"type\":\"string\"}}}";
        row("fits", order, "{\"id\":1,\"pattern\":\"x\"}", true);
        row("wrong type", order, "{\"id\":\"1\"}", false);
        row("missing", order, "{}", false);
        row("extra", order, "{\"id\":1,\"x\":1}", false);
        row("pattern", "{\"pattern\":\"^a+$\"}", "\"aaa\"", true);
        row("not the pattern", "{\"pattern\":\"^a+$\"}", "\"aab\"", false);
        row("pattern of a number", "{\"pattern\":\"^a+$\"}", "1", true);
        row("names", "{\"propertyNames\":{\"pattern\":\"^[a-z]+$\"}}", "{\"A\":1}", false);
        row("date", "{\"format\":\"date\"}", "\"2026-02-28\"", true);
        row("no date", "{\"format\":\"date\",\"pattern\":\"2\"}", "\"2026-13-28\"", false);
        row("unique", "{\"uniqueItems\":true}", "[1,\"1\",[1],{\"a\":1}]", true);
        row("equal numbers", "{\"uniqueItems\":true}", "[1,1.0]", false);
        row("equal objects", "{\"uniqueItems\":true}", "[{\"a\":1,\"b\":[2]},{\"b\":[2],\"a\":1}]", false);
        row("whole with a point", "{\"type\":\"integer\"}", "1.0", true);
        row("the same value", "{\"enum\":[1.0]}", "1", true);
        row("beyond 63 bits", "{\"type\":\"integer\",\"maximum\":2}", "18446744073709551615", false);
        row("a fraction is no multiple", "{\"multipleOf\":2}", "2.5", false);
        row("multiple of cents", "{\"multipleOf\":0.01}", "19.99", true);
        row("no multiple of cents", "{\"multipleOf\":0.01}", "19.995", false);
        row("multiples are numbers", "{\"multipleOf\":2}", "\"1\"", true);
        row("reference", "{\"$ref\":\"#/definitions/n\",\"definitions\":{\"n\":{\"type\":\"integer\"}}}", "1",
            true);
        row("reference, no fit",
            "{\"properties\":{\"v\":{\"$ref\":\"#/definitions/n\"}},"
            "\"definitions\":{\"n\":{\"pattern\":\"^x\"}}}",
            "{\"v\":\"y\"}", false);
        row("list of itself", "{\"type\":\"array\",\"items\":{\"$ref\":\"#\"}}", "[[],[[]]]", true);
        row("list of itself, no fit", "{\"type\":\"array\",\"items\":{\"$ref\":\"#\"}}", "[[],[[1]]]", false);
        row("alternatives", "{\"oneOf\":[{\"type\":\"string\"},{\"minimum\":3,\"type\":\"number\"}]}", "2",
            false);
        row("condition", "{\"if\":{\"type\":\"string\"},\"then\":{\"minLength\":2}}", "\"a\"", false);
        row("items by place", "{\"items\":[{\"type\":\"string\"},{\"pattern\":\"b\"}]}", "[\"a\",\"a\"]",
            false);
    }
    void fitsTheSchema()
    {
        QFETCH(QString, schema);
        QFETCH(QString, text);
        QFETCH(bool, fits);
        const CheckRunner runner("json_schema", withSchema(schema));
        QVERIFY2(runner.check(), runner.error().line().c_str());
        QCOMPARE(labelsOf(runner.run(text.toStdString())), fits ? "" : "schema-mismatch");
    }

    void badSchemasAreRefused_data()
    {
        QTest::addColumn<QString>("schema");
        QTest::addColumn<QString>("where");
        QTest::newRow("look-ahead") << "{\"pattern\":\"(?=a)\"}"
                                    << "schema";
        QTest::newRow("pattern properties") << "{\"properties\":{\"a\":{\"patternProperties\":{}}}}"
                                            << "schema/properties/a/patternProperties";
        QTest::newRow("format") << "{\"format\":\"hostname\"}"
                                << "schema/format";
        QTest::newRow("elsewhere") << "{\"$ref\":\"https://a.example/s\"}"
                                   << "schema/$ref";
        QTest::newRow("nothing there") << "{\"$ref\":\"#/definitions/x\"}"
                                       << "schema/$ref";
        QTest::newRow("itself") << "{\"$ref\":\"#\"}"
                                << "schema/$ref";
        QTest::newRow("around") << "{\"items\":{\"anyOf\":[{\"$ref\":\"#/items\"}]}}"
                                << "schema/items/anyOf/0/$ref";
        QTest::newRow("multiple") << "{\"multipleOf\":0}"
                                  << "schema/multipleOf";
        QTest::newRow("type") << "{\"type\":7}"
                              << "schema/type";
    }
    void badSchemasAreRefused()
    {
        QFETCH(QString, schema);
        QFETCH(QString, where);
        const CheckRunner runner("json_schema", withSchema(schema));
        QVERIFY(!runner.check());
        QCOMPARE(QString::fromStdString(runner.error().where), where);
    }

    // Alternatives within alternatives double the work with each level of the value.
    void stepsAreBounded()
    {
        const CheckRunner runner("json_schema",
            withSchema("{\"anyOf\":[{\"properties\":{\"a\":{\"$ref\":\"#\"}},\"required\":[\"b\"]},"
                       "{\"properties\":{\"a\":{\"$ref\":\"#\"}},\"required\":[\"c\"]}]}"));
        QVERIFY2(runner.check(), runner.error().line().c_str());
        std::string deep;
        for (int i = 0; i < 60; ++i)
            deep += "{\"a\":";
        deep += '1' + std::string(60, '}');
        const auto start = std::chrono::steady_clock::now();
        const CheckReport report = runner.run(deep);
        QCOMPARE(report.outcome, CheckOutcome::Error);
        QCOMPARE(report.reason, "too_many_steps");
        QVERIFY(std::chrono::steady_clock::now() - start < std::chrono::seconds(5));
    }

    void longValuesStayLinear()
    {
        std::string list = "[0";
        for (int i = 1; i < 50'000; ++i)
            list += ',' + std::to_string(i);
        const CheckRunner unique("json_schema", withSchema("{\"uniqueItems\":true}"));
        QCOMPARE(unique.run(list + "]").outcome, CheckOutcome::Pass);
        QCOMPARE(labelsOf(unique.run(list + ",7]")), "schema-mismatch");
        const CheckRunner pattern("json_schema", withSchema("{\"pattern\":\"^(a+)+$\"}"));
        QCOMPARE(labelsOf(pattern.run('"' + std::string(200'000, 'a') + "b\"")), "schema-mismatch");
    }

    void keys_data()
    {
        QTest::addColumn<QString>("parameters");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("labels");
        const auto row = [](const char *name, const char *parameters, const char *text, const char *labels) {
            QTest::newRow(name) << QString(parameters) << QString(text) << QString(labels);
        };
        row("there", "{\"required\":[\"a\",\"b\"]}", "{\"b\":null,\"a\":1}", "");
        row("missing", "{\"required\":[\"a\",\"b\"]}", "{\"a\":1}", "missing-key");
        row("no object", "{\"required\":[\"a\"]}", "[1]", "missing-key");
        row("deeper", "{\"required\":[\"/a/b\"]}", "{\"a\":{\"b\":1}}", "");
        row("in every item", "{\"required\":[\"/items/*/id\"]}", "{\"items\":[{\"id\":1},{}]}",
            "missing-key");
        row("in no item", "{\"required\":[\"/items/*/id\"]}", "{\"items\":[]}", "");
        row("by index", "{\"required\":[\"/1/id\"]}", "[{},{\"id\":1}]", "");
        row("escaped", "{\"required\":[\"/a~1b/c~0d\"]}", "{\"a/b\":{\"c~d\":1}}", "");
        row("forbidden", "{\"forbidden\":[\"password\"]}", "{\"password\":1}", "forbidden-key");
        row("forbidden inside", "{\"forbidden\":[\"password\"]}", "{\"u\":{\"password\":1}}", "");
        row("forbidden anywhere", "{\"forbidden\":[\"password\"],\"anywhere\":true}",
            "[{\"u\":{\"password\":1}}]", "forbidden-key");
        row("forbidden in an item", "{\"forbidden\":[\"/*/x\"]}", "[{},{\"x\":1}]", "forbidden-key");
        row("not JSON", "{\"required\":[\"a\"]}", "a: 1", "not-json");
        row("no block", "{\"required\":[\"a\"],\"in\":\"block\"}", "a: 1", "no-json");
    }
    void keys()
    {
        QFETCH(QString, parameters);
        QFETCH(QString, text);
        QFETCH(QString, labels);
        const CheckRunner runner("json_keys", parameters.toStdString());
        QVERIFY2(runner.check(), runner.error().line().c_str());
        QCOMPARE(labelsOf(runner.run(text.toStdString())), labels);
    }

    void keysWithoutDemandAreRefused()
    {
        const CheckRunner runner("json_keys");
        QVERIFY(!runner.check());
        QCOMPARE(runner.error().where, "required");
    }
};

QTEST_GUILESS_MAIN(TestJsonChecks)
#include "tst_json_checks.moc"
