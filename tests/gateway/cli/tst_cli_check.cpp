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
    {"id": "header-rule", "stage": "request", "when": {"field": "header.X-Channel", "equals": "Web"},
     "check": {"kind": "keywords", "keywords": ["channel"]}, "action": "flag", "severity": "low"},
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
    void offsetsAreBytesOfTheDecodedText();
    void bodiesAreReadByPointer();
    void requestAndResponseAreJudgedTogether();
    void maskedTextIsGiven();
    void identityModelAndMetadataReachConditions();
    void headersReachConditions();
    void plainTextGivesAReadableVerdict();
    void plainTextAsJson();
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
    QVERIFY2(
        !result.out.contains("E0") && !result.out.contains("E1"), result.out.constData()); // plain decimals
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
            "metadata-rule", "header-rule", "leak"}));
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

void TestCliCheck::headersReachConditions()
{
    QCOMPARE(one(R"({"text":"channel"})")["verdict"].toString(), "allowed");
    QCOMPARE(one(R"({"text":"channel","headers":{"X-Channel":"Web"}})")["verdict"].toString(), "flagged");
    const CliResult given
        = m_cli.run({"check", "--policy", m_policy, "--header", "x-channel: Web", "--json"}, "channel");
    QCOMPARE(given.object()["verdict"].toString(), "flagged");
    const CliResult secret = m_cli.run({"check", "--policy", m_policy, "--header", "Cookie: a=b"}, "channel");
    QCOMPARE(secret.status, 2);
    QVERIFY2(secret.err.contains("may hold a secret"), secret.err.constData());
    QVERIFY(!secret.err.contains("a=b"));
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
