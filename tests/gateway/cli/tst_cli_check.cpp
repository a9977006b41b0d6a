// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// gatehouse check: the contract of --jsonl, field by field, and what hostile lines get.

#include "tests/gateway/cli/cli_runner.h"

#include <QJsonArray>
#include <QTest>

namespace {

const QByteArray policy = R"json({
  "format": "gatehouse-policy/1", "name": "trial",
  "rules": [
    {"id": "models", "stage": "access", "check": {"kind": "model_allow"}, "action": "block", "severity": "medium"},
    {"id": "codeword", "stage": "request", "check": {"kind": "keywords", "keywords": ["bluebird"]},
     "action": "mask", "severity": "high"},
    {"id": "stop", "stage": "request", "check": {"kind": "keywords", "keywords": ["halt"]},
     "action": "block", "severity": "critical"},
    {"id": "watch", "stage": "request", "check": {"kind": "keywords", "keywords": ["maybe"]},
     "action": "block", "severity": "low", "mode": "shadow"},
    {"id": "tools-only", "stage": "request", "zones": ["tool"],
     "check": {"kind": "keywords", "keywords": ["whistle"]}, "action": "flag", "severity": "low"},
    {"id": "team-rule", "stage": "request", "when": {"field": "team", "equals": "payments"},
     "check": {"kind": "keywords", "keywords": ["ledger"]}, "action": "flag", "severity": "low"},
    {"id": "model-rule", "stage": "request", "when": {"field": "model.name", "equals": "small"},
     "check": {"kind": "keywords", "keywords": ["size"]}, "action": "flag", "severity": "low"},
    {"id": "metadata-rule", "stage": "request", "when": {"field": "call.metadata.level", "equals": "3"},
     "check": {"kind": "keywords", "keywords": ["level"]}, "action": "flag", "severity": "low"},
    {"id": "leak", "stage": "response", "check": {"kind": "keywords", "keywords": ["spill"]},
     "action": "block", "severity": "high"}
  ]})json";

QJsonObject checkOf(const QJsonObject &answer, const QString &rule)
{
    for (const auto &check : answer["checks"].toArray()) {
        if (check.toObject()["rule"] == rule)
            return check.toObject();
    }
    return {};
}

QJsonObject evidenceOf(const QJsonObject &answer, const QString &rule, int index = 0)
{
    return checkOf(answer, rule)["evidence"].toArray().at(index).toObject();
}

QByteArray chat(const QByteArray &messages)
{
    return R"({"model":"m","messages":)" + messages + "}";
}

const QByteArray completion
    = R"({"id":"c","object":"chat.completion","created":1,"model":"m","choices":[{"index":0,"finish_reason":"stop",)"
      R"("message":{"role":"assistant","content":"they spill it"}}]})";

} // namespace

class TestCliCheck : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void answersWithTheWholeContract();
    void everyRuleAppearsInOrder();
    void defaultsAreUserAndRequest();
    void zoneAndStageAreTaken();
    void idsKeepTheirType_data();
    void idsKeepTheirType();
    void offsetsAreBytesOfTheDecodedText();
    void bodiesAreReadByPointer();
    void requestAndResponseAreJudgedTogether();
    void maskedTextIsGiven();
    void identityModelAndMetadataReachConditions();
    void badLinesGetAnErrorAndTheRestGoesOn_data();
    void badLinesGetAnErrorAndTheRestGoesOn();
    void hugeLineIsSkipped();
    void lastLineNeedsNoLineEnd();
    void answersEachLineBeforeTheNextIsSent();
    void plainTextGivesAReadableVerdict();
    void plainTextAsJson();
    void plainTextMustBeUtf8();
    void baselineIsTheDefault();
    void invalidPolicyIsUsage();
    void sameInputSameVerdict();

private:
    CliResult jsonl(const QByteArray &input) const
    {
        return m_cli.run({"check", "--policy", m_policy, "--jsonl"}, input);
    }
    QJsonObject one(const QByteArray &line) const { return jsonl(line + "\n").object(); }

    CliRunner m_cli;
    QString m_policy;
};

void TestCliCheck::initTestCase()
{
    m_policy = m_cli.writeFile("policy.json", policy);
}

void TestCliCheck::answersWithTheWholeContract()
{
    const CliResult result = jsonl("{\"id\":\"7\",\"text\":\"please halt now\"}\n");
    QCOMPARE(result.status, 0);
    QVERIFY(result.err.isEmpty());
    QVERIFY2(result.out.startsWith("{\"id\":\"7\",\"verdict\":\"blocked\",\"severity\":\"critical\","),
        result.out.constData());
    const QJsonObject answer = result.object();
    QCOMPARE(answer["policy"].toObject()["name"].toString(), "trial");
    QCOMPARE(answer["policy"].toObject()["version"].toString().size(), 7 + 64);
    QVERIFY(answer["policy"].toObject()["version"].toString().startsWith("sha256:"));
    QVERIFY(!answer["core"].toObject()["version"].toString().isEmpty());
    QVERIFY(answer["core"].toObject()["resources"].toString().startsWith("sha256:"));
    QVERIFY(answer["duration_us"].isDouble());
    const QJsonObject coverage = answer["coverage"].toObject();
    QCOMPARE(coverage["bytes"].toInt(), 15);
    QCOMPARE(coverage["read"].toInt(), 15);
    QVERIFY(coverage["not_read"].isArray());
    QVERIFY(!answer.contains("masked"));

    const QJsonObject check = checkOf(answer, "stop");
    QCOMPARE(check["check"].toString(), "keywords");
    QCOMPARE(check["stage"].toString(), "request");
    QCOMPARE(check["mode"].toString(), "enforce");
    QCOMPARE(check["outcome"].toString(), "fail");
    QCOMPARE(check["action"].toString(), "block");
    QCOMPARE(check["applied"].toBool(), true);
    QCOMPARE(check["severity"].toString(), "critical");
    QVERIFY(check.contains("score"));
    QVERIFY(check["duration_us"].isDouble());
    QCOMPARE(check["bytes_read"].toInt(), 15);
    const QJsonObject evidence = evidenceOf(answer, "stop");
    QCOMPARE(evidence["in"].toString(), "request");
    QCOMPARE(evidence["segment"].toInt(-1), 0);
    QCOMPARE(evidence["pointer"].toString("none"), "");
    QCOMPARE(evidence["zone"].toString(), "user");
    QCOMPARE(evidence["start"].toInt(), 7);
    QCOMPARE(evidence["end"].toInt(), 11);
    QVERIFY(!evidence["label"].toString().isEmpty());
    QVERIFY(evidence["via"].isArray());
}

void TestCliCheck::everyRuleAppearsInOrder()
{
    const QJsonObject answer = one(R"({"text":"maybe"})");
    QStringList rules;
    for (const auto &check : answer["checks"].toArray())
        rules << check.toObject()["rule"].toString();
    QCOMPARE(rules,
        QStringList({"models", "codeword", "stop", "watch", "tools-only", "team-rule", "model-rule",
            "metadata-rule", "leak"}));
    QCOMPARE(checkOf(answer, "models")["outcome"].toString(), "not_run");
    QCOMPARE(checkOf(answer, "models")["reason"].toString(), "no_identity");
    QVERIFY(checkOf(answer, "models")["score"].isNull());
    QVERIFY(checkOf(answer, "models")["evidence"].toArray().isEmpty());
    QCOMPARE(checkOf(answer, "stop")["outcome"].toString(), "pass");
    QCOMPARE(checkOf(answer, "leak")["outcome"].toString(), "not_run");
    QCOMPARE(checkOf(answer, "team-rule")["reason"].toString(), "condition");
    QCOMPARE(checkOf(answer, "watch")["outcome"].toString(), "fail");
    QCOMPARE(checkOf(answer, "watch")["applied"].toBool(true), false);
    QCOMPARE(answer["verdict"].toString(), "allowed");
}

void TestCliCheck::defaultsAreUserAndRequest()
{
    const QJsonObject answer = one(R"({"text":"halt spill"})");
    QVERIFY(answer.contains("id"));
    QVERIFY(answer["id"].isNull());
    QCOMPARE(evidenceOf(answer, "stop")["zone"].toString(), "user");
    QCOMPARE(evidenceOf(answer, "stop")["in"].toString(), "request");
    QCOMPARE(checkOf(answer, "leak")["outcome"].toString(), "not_run");
}

void TestCliCheck::zoneAndStageAreTaken()
{
    QCOMPARE(one(R"({"text":"whistle","zone":"tool"})")["verdict"].toString(), "flagged");
    QCOMPARE(one(R"({"text":"whistle","zone":"document"})")["verdict"].toString(), "allowed");
    const QJsonObject answer = one(R"({"text":"spill halt","stage":"response","zone":"assistant"})");
    QCOMPARE(answer["verdict"].toString(), "blocked");
    QCOMPARE(evidenceOf(answer, "leak")["in"].toString(), "response");
    QCOMPARE(evidenceOf(answer, "leak")["zone"].toString(), "assistant");
    QCOMPARE(checkOf(answer, "stop")["outcome"].toString(), "not_run");
}

void TestCliCheck::idsKeepTheirType_data()
{
    QTest::addColumn<QByteArray>("id");
    for (const char *id : {"7", "\"7\"", "-1", "1.50", "1e3", "true", "false", "null", "\"\\u00e9\\\"\"",
             "[1,\"a\"]", "{\"a\":1}", "18446744073709551615"})
        QTest::newRow(id) << QByteArray(id);
}

void TestCliCheck::idsKeepTheirType()
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

void TestCliCheck::offsetsAreBytesOfTheDecodedText()
{
    // é is two bytes, the balloon four; the escape \u00e9 counts as the é it stands for.
    const QJsonObject answer = one("{\"text\":\"\xc3\xa9\\u00e9\xf0\x9f\x8e\x88 halt\"}");
    QCOMPARE(evidenceOf(answer, "stop")["start"].toInt(), 9);
    QCOMPARE(evidenceOf(answer, "stop")["end"].toInt(), 13);
    QCOMPARE(answer["coverage"].toObject()["bytes"].toInt(), 13);
}

void TestCliCheck::bodiesAreReadByPointer()
{
    const QByteArray body
        = chat(R"([{"role":"system","content":"be kind"},)"
               R"({"role":"user","content":[{"type":"text","text":"hello"},)"
               R"({"type":"text","text":"please halt"},)"
               R"({"type":"image_url","image_url":{"url":"data:image/png;base64,AAAA"}}]}])");
    for (const QByteArray &format : {QByteArray(), QByteArray(R"("format":"openai.chat",)")}) {
        const QJsonObject answer = one("{\"id\":1," + format + "\"request\":" + body + "}");
        QCOMPARE(answer["verdict"].toString(), "blocked");
        QCOMPARE(evidenceOf(answer, "stop")["pointer"].toString(), "/messages/1/content/1/text");
        QCOMPARE(evidenceOf(answer, "stop")["start"].toInt(), 7);
        const QJsonArray notRead = answer["coverage"].toObject()["not_read"].toArray();
        QCOMPARE(notRead.size(), 1);
        QCOMPARE(notRead.at(0).toObject()["kind"].toString(), "image");
    }
}

void TestCliCheck::requestAndResponseAreJudgedTogether()
{
    const QByteArray request = chat(R"([{"role":"user","content":"halt"}])");
    const QJsonObject both = one("{\"request\":" + request + ",\"response\":" + completion + "}");
    QCOMPARE(checkOf(both, "stop")["outcome"].toString(), "fail");
    QCOMPARE(checkOf(both, "leak")["outcome"].toString(), "fail");
    QCOMPARE(evidenceOf(both, "leak")["in"].toString(), "response");
    QCOMPARE(evidenceOf(both, "leak")["pointer"].toString(), "/choices/0/message/content");
    const QJsonObject answerOnly = one("{\"response\":" + completion + "}");
    QCOMPARE(answerOnly["verdict"].toString(), "blocked");
    QCOMPARE(checkOf(answerOnly, "stop")["outcome"].toString(), "not_run");
}

void TestCliCheck::maskedTextIsGiven()
{
    const QJsonObject text = one("{\"text\":\"\xc3\xa9 bluebird, bluebird\"}");
    QCOMPARE(text["verdict"].toString(), "masked");
    QVERIFY(text["masked"].isString());
    QVERIFY(!text["masked"].toString().contains("bluebird"));
    QVERIFY(text["masked"].toString().startsWith(QStringLiteral("\u00e9 [masked:")));

    const QByteArray request
        = chat(R"([{"role":"user","content":"hi"},{"role":"user","content":"a bluebird"}])");
    const QJsonObject body = one("{\"request\":" + request + ",\"response\":" + completion + "}");
    const QJsonObject masked = body["masked"].toObject();
    QCOMPARE(masked.keys(), QStringList({"request"}));
    const QJsonArray messages = masked["request"].toObject()["messages"].toArray();
    QCOMPARE(messages.at(0).toObject()["content"].toString(), "hi");
    QVERIFY(messages.at(1).toObject()["content"].toString().startsWith("a [masked:"));
    QCOMPARE(masked["request"].toObject()["model"].toString(), "m");
}

void TestCliCheck::identityModelAndMetadataReachConditions()
{
    QCOMPARE(one(R"({"text":"ledger"})")["verdict"].toString(), "allowed");
    QCOMPARE(
        one(R"({"text":"ledger","identity":{"team":"payments","environment":"production","use_case":"u","key":"k"}})")
            ["verdict"]
                .toString(),
        "flagged");
    QCOMPARE(one(R"({"text":"size","model":"small"})")["verdict"].toString(), "flagged");
    QCOMPARE(one(R"({"text":"size","model":"large"})")["verdict"].toString(), "allowed");
    QCOMPARE(one(R"({"text":"level","metadata":{"level":"3"}})")["verdict"].toString(), "flagged");
    QCOMPARE(one(R"({"text":"level","metadata":{"level":3}})")["verdict"].toString(), "flagged");
    const QByteArray request = chat(R"([{"role":"user","content":"size level"}])");
    const QJsonObject body = one("{\"request\":" + request + R"(,"model":"small","metadata":{"level":"3"}})");
    QCOMPARE(checkOf(body, "model-rule")["outcome"].toString(), "fail");
    QCOMPARE(checkOf(body, "metadata-rule")["outcome"].toString(), "fail");
}

void TestCliCheck::badLinesGetAnErrorAndTheRestGoesOn_data()
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
    QTest::newRow("nothing to judge") << QByteArray(R"({"id":1})") << QByteArray("1");
    QTest::newRow("text and request")
        << QByteArray(R"({"id":1,"text":"a","request":{"model":"m","messages":[]}})") << QByteArray("1");
    QTest::newRow("zone without text")
        << "{\"id\":1,\"zone\":\"user\",\"request\":" + chat(R"([{"role":"user","content":"a"}])") + "}"
        << QByteArray("1");
    QTest::newRow("format not read") << QByteArray(R"({"id":1,"format":"openai.responses","request":{}})")
                                     << QByteArray("1");
    QTest::newRow("other format not read")
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

void TestCliCheck::badLinesGetAnErrorAndTheRestGoesOn()
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

void TestCliCheck::hugeLineIsSkipped()
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

void TestCliCheck::lastLineNeedsNoLineEnd()
{
    QCOMPARE(jsonl("{\"text\":\"a\"}").objects().size(), 1);
    QCOMPARE(jsonl("{\"text\":\"a\"}\r\n{\"text\":\"b\"}").objects().size(), 2);
    const CliResult nothing = jsonl("");
    QCOMPARE(nothing.status, 0);
    QVERIFY(nothing.out.isEmpty());
}

void TestCliCheck::answersEachLineBeforeTheNextIsSent()
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

void TestCliCheck::plainTextGivesAReadableVerdict()
{
    const CliResult result = m_cli.run({"check", "--policy", m_policy}, "a bluebird and \x1b[31m halt\n");
    QCOMPARE(result.status, 0);
    QVERIFY2(result.out.startsWith("blocked (severity critical) by policy trial "), result.out.constData());
    for (const char *part : {"codeword", "stop", "no_identity", "RULE", "LABEL"})
        QVERIFY2(result.out.contains(part), part);
    QVERIFY2(!result.out.contains('\x1b'), "an escape of the input reached the terminal");
}

void TestCliCheck::plainTextAsJson()
{
    const QJsonObject answer = m_cli.json({"check", "--policy", m_policy}, "halt").object();
    QCOMPARE(answer["verdict"].toString(), "blocked");
    QVERIFY(answer["id"].isNull());
}

void TestCliCheck::plainTextMustBeUtf8()
{
    const CliResult result = m_cli.run({"check", "--policy", m_policy}, "\xff\xfe");
    QCOMPARE(result.status, 2);
    QVERIFY(result.isOneLineError());
}

void TestCliCheck::baselineIsTheDefault()
{
    const CliResult result = m_cli.run({"check", "--jsonl"}, "{\"text\":\"hello\"}\n");
    QCOMPARE(result.status, 0);
    QCOMPARE(result.object()["policy"].toObject()["name"].toString(), "baseline");
    QCOMPARE(result.object()["verdict"].toString(), "allowed");
}

void TestCliCheck::invalidPolicyIsUsage()
{
    const QString bad
        = m_cli.writeFile("bad.json", R"({"format":"gatehouse-policy/1","name":"x","ruels":[]})");
    const CliResult result = m_cli.run({"check", "--policy", bad, "--jsonl"}, "{\"text\":\"a\"}\n");
    QCOMPARE(result.status, 2);
    QVERIFY(result.isOneLineError());
    QVERIFY(result.out.isEmpty());
}

void TestCliCheck::sameInputSameVerdict()
{
    const auto withoutTimes = [](QJsonObject answer) {
        answer.remove("duration_us");
        QJsonArray checks;
        for (const auto &value : answer["checks"].toArray()) {
            QJsonObject check = value.toObject();
            check.remove("duration_us");
            checks.append(check);
        }
        answer["checks"] = checks;
        return answer;
    };
    const QByteArray line = R"({"id":1,"text":"bluebird halt maybe"})";
    const auto many = jsonl((line + "\n").repeated(20)).objects();
    QCOMPARE(many.size(), 20);
    for (const QJsonObject &answer : many)
        QCOMPARE(withoutTimes(answer), withoutTimes(many.first()));
    QCOMPARE(withoutTimes(one(line)), withoutTimes(many.first()));
}

QTEST_GUILESS_MAIN(TestCliCheck)
#include "tst_cli_check.moc"
