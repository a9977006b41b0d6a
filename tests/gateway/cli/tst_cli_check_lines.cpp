// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// gatehouse check --jsonl: ids of any type, lines of any shape, and what hostile ones get.

#include "tests/gateway/cli/cli_runner.h"

#include <QJsonArray>
#include <QTest>

namespace {

const QByteArray policy = R"json({"format": "gatehouse-policy/1", "name": "trial", "rules": [
    {"id": "stop", "stage": "request", "check": {"kind": "keywords", "keywords": ["halt"]}, "action": "block"}]})json";

QByteArray chat(const QByteArray &messages)
{
    return R"({"model":"m","messages":)" + messages + "}";
}

} // namespace

class TestCliCheckLines : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void idsKeepTheirType_data();
    void idsKeepTheirType();
    void badLinesGetAnErrorAndTheRestGoesOn_data();
    void badLinesGetAnErrorAndTheRestGoesOn();
    void hugeLineIsSkipped();
    void lastLineNeedsNoLineEnd();
    void answersEachLineBeforeTheNextIsSent();
    void plainTextMustBeUtf8();

private:
    CliResult jsonl(const QByteArray &input) const
    {
        return m_cli.run({"check", "--policy", m_policy, "--jsonl"}, input);
    }

    CliRunner m_cli;
    QString m_policy;
};

void TestCliCheckLines::initTestCase()
{
    m_policy = m_cli.writeFile("policy.json", policy);
}

void TestCliCheckLines::idsKeepTheirType_data()
{
    QTest::addColumn<QByteArray>("id");
    for (const char *id : {"7", "\"7\"", "-1", "1.50", "1e3", "true", "false", "null", "\"\\u00e9\\\"\"",
             "[1,\"a\"]", "{\"a\":1}", "18446744073709551615"})
        QTest::newRow(id) << QByteArray(id);
}

void TestCliCheckLines::idsKeepTheirType()
{
    QFETCH(QByteArray, id);
    const CliResult good = jsonl("{\"text\":\"x\", \"id\": " + id + " }\n");
    const QJsonDocument expected = QJsonDocument::fromJson("[" + id + "]");
    QCOMPARE(good.object()["id"], expected.array().at(0));
    if (expected.array().at(0).isDouble())
        QVERIFY2(good.out.startsWith("{\"id\":" + id + ","), good.out.constData());
    const CliResult bad = jsonl("{\"id\":" + id + ",\"bogus\":1}\n");
    QCOMPARE(bad.object()["id"], expected.array().at(0));
    QVERIFY(bad.object().contains("error"));
}

void TestCliCheckLines::badLinesGetAnErrorAndTheRestGoesOn_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("id"); // as JSON
    QTest::newRow("not JSON") << QByteArray("nonsense") << QByteArray("null");
    QTest::newRow("empty") << QByteArray() << QByteArray("null");
    QTest::newRow("cut off") << QByteArray(R"({"id":1,"text":"a)") << QByteArray("null");
    QTest::newRow("two objects") << QByteArray(R"({"id":1,"text":"a"}{"id":2})") << QByteArray("null");
    QTest::newRow("array") << QByteArray(R"([{"text":"a"}])") << QByteArray("null");
    QTest::newRow("string") << QByteArray(R"("text")") << QByteArray("null");
    QTest::newRow("invalid UTF-8") << QByteArray("{\"id\":1,\"text\":\"\xff\"}") << QByteArray("null");
    QTest::newRow("overlong UTF-8") << QByteArray("{\"id\":1,\"text\":\"\xc0\xaf\"}") << QByteArray("null");
    QTest::newRow("lone surrogate") << QByteArray(R"({"id":1,"text":"\ud800"})") << QByteArray("null");
    QTest::newRow("nul byte") << QByteArray("{\"id\":1,\"text\":\"a\0b\"}", 20) << QByteArray("null");
    QTest::newRow("deep") << "{\"id\":1,\"text\":" + QByteArray(5000, '[') + QByteArray(5000, ']') + "}"
                          << QByteArray("null");
    QTest::newRow("deep in a body") << "{\"id\":1,\"request\":{\"model\":\"m\",\"messages\":[],\"x\":"
            + QByteArray(200, '[') + QByteArray(200, ']')
            + "}}" << QByteArray("1");
    QTest::newRow("unknown field") << QByteArray(R"({"id":1,"text":"a","txt":"b"})") << QByteArray("1");
    QTest::newRow("duplicate key") << QByteArray(R"({"id":1,"text":"a","text":"b"})") << QByteArray("1");
    QTest::newRow("duplicate id") << QByteArray(R"({"id":1,"id":2,"text":"a"})") << QByteArray("null");
    QTest::newRow("duplicate key in a body")
        << QByteArray(R"({"id":1,"request":{"model":"m","model":"n","messages":[]}})") << QByteArray("1");
    QTest::newRow("text no string") << QByteArray(R"({"id":"a","text":1})") << QByteArray("\"a\"");
    QTest::newRow("unknown zone") << QByteArray(R"({"id":1,"text":"a","zone":"moon"})") << QByteArray("1");
    QTest::newRow("unknown stage") << QByteArray(R"({"id":1,"text":"a","stage":"later"})") << QByteArray("1");
    QTest::newRow("access stage") << QByteArray(R"({"id":1,"text":"a","stage":"access"})") << QByteArray("1");
    QTest::newRow("header with a secret")
        << QByteArray(R"({"id":1,"text":"a","headers":{"Authorization":"b"}})") << QByteArray("1");
    QTest::newRow("header no text") << QByteArray(R"({"id":1,"text":"a","headers":{"x-a":1}})")
                                    << QByteArray("1");
    QTest::newRow("nothing to judge") << QByteArray(R"({"id":1})") << QByteArray("1");
    QTest::newRow("text and request")
        << QByteArray(R"({"id":1,"text":"a","request":{"model":"m","messages":[]}})") << QByteArray("1");
    QTest::newRow("zone without text")
        << "{\"id\":1,\"zone\":\"user\",\"request\":" + chat(R"([{"role":"user","content":"a"}])") + "}"
        << QByteArray("1");
    QTest::newRow("an empty responses request")
        << QByteArray(R"({"id":1,"format":"openai.responses","request":{}})") << QByteArray("1");
    QTest::newRow("an empty messages request")
        << QByteArray(R"({"id":1,"format":"anthropic.messages","request":{}})") << QByteArray("1");
    QTest::newRow("unknown format") << QByteArray(R"({"id":1,"format":"xml","request":{}})")
                                    << QByteArray("1");
    QTest::newRow("request no object") << QByteArray(R"({"id":1,"request":"x"})") << QByteArray("1");
    QTest::newRow("request without model")
        << QByteArray(R"({"id":1,"request":{"messages":[]}})") << QByteArray("1");
    QTest::newRow("request without messages")
        << QByteArray(R"({"id":1,"request":{"model":"m"}})") << QByteArray("1");
    QTest::newRow("identity no object")
        << QByteArray(R"({"id":1,"text":"a","identity":"me"})") << QByteArray("1");
    QTest::newRow("unknown identity field")
        << QByteArray(R"({"id":1,"text":"a","identity":{"teem":"x"}})") << QByteArray("1");
    QTest::newRow("metadata nested") << QByteArray(R"({"id":1,"text":"a","metadata":{"a":{"b":1}}})")
                                     << QByteArray("1");
    QTest::newRow("model no string") << QByteArray(R"({"id":1,"text":"a","model":null})") << QByteArray("1");
}

void TestCliCheckLines::badLinesGetAnErrorAndTheRestGoesOn()
{
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, id);
    const CliResult result
        = jsonl("{\"id\":\"before\",\"text\":\"x\"}\n" + line + "\n{\"id\":\"after\",\"text\":\"halt\"}\n");
    QCOMPARE(result.status, 1);
    const auto objects = result.objects();
    QCOMPARE(objects.size(), 3);
    QCOMPARE(objects[0]["verdict"].toString(), "allowed");
    QCOMPARE(objects[1].keys(), QStringList({"error", "id"}));
    QVERIFY(!objects[1]["error"].toString().isEmpty());
    QVERIFY(objects[1]["error"].toString().size() < 400);
    QCOMPARE(objects[1]["id"], QJsonDocument::fromJson("[" + id + "]").array().at(0));
    QCOMPARE(objects[2]["id"].toString(), "after");
    QCOMPARE(objects[2]["verdict"].toString(), "blocked");
}

void TestCliCheckLines::hugeLineIsSkipped()
{
    const QByteArray huge = "{\"id\":1,\"text\":\"" + QByteArray(17 << 20, 'a') + "\"}";
    const CliResult result = jsonl(huge + "\n{\"id\":2,\"text\":\"halt\"}\n" + huge);
    QCOMPARE(result.status, 1);
    const auto objects = result.objects();
    QCOMPARE(objects.size(), 3);
    QVERIFY(objects[0]["error"].toString().contains("16 MiB"));
    QVERIFY(objects[0]["id"].isNull());
    QCOMPARE(objects[1]["verdict"].toString(), "blocked");
    QVERIFY(objects[2].contains("error"));
}

void TestCliCheckLines::lastLineNeedsNoLineEnd()
{
    QCOMPARE(jsonl("{\"text\":\"a\"}").objects().size(), 1);
    QCOMPARE(jsonl("{\"text\":\"a\"}\r\n{\"text\":\"b\"}").objects().size(), 2);
    const CliResult nothing = jsonl("");
    QCOMPARE(nothing.status, 0);
    QVERIFY(nothing.out.isEmpty());
}

void TestCliCheckLines::answersEachLineBeforeTheNextIsSent()
{
    QProcess process;
    process.start(GATEHOUSE_CLI, {"check", "--policy", m_policy, "--jsonl"});
    for (int i = 0; i < 3; ++i) {
        process.write("{\"id\":" + QByteArray::number(i) + ",\"text\":\"x\"}\n");
        QVERIFY(process.canReadLine() || process.waitForReadyRead(20000));
        QVERIFY(process.readLine().startsWith("{\"id\":" + QByteArray::number(i)));
    }
    process.closeWriteChannel();
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 0);
}

void TestCliCheckLines::plainTextMustBeUtf8()
{
    const CliResult result = m_cli.run({"check", "--policy", m_policy}, "\xff\xfe");
    QCOMPARE(result.status, 2);
    QVERIFY(result.isOneLineError());
}

QTEST_GUILESS_MAIN(TestCliCheckLines)
#include "tst_cli_check_lines.moc"
