// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// Completions, embeddings and moderations: one field of texts or tokens.
#include "core/message/wire_formats.h"
#include "described.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace gatehouse;
using gatehouse::test::described;

namespace {

void row(const char *name, const char *format, const char *body, const char *expected)
{
    QTest::newRow(name) << QByteArray(format) << QByteArray(body) << QString(expected);
}

CheckResult found(
    const std::string &rule, const std::string &check, const std::string &pointer, const std::string &label)
{
    CheckResult result;
    result.rule = rule;
    result.check = check;
    result.outcome = CheckOutcome::Fail;
    result.applied = true;
    result.action = Action::Flag;
    Evidence evidence;
    evidence.pointer = pointer;
    evidence.label = label;
    result.evidence.push_back(evidence);
    return result;
}

} // namespace

class TestOpenAiInput : public QObject {
    Q_OBJECT

    static void columns()
    {
        QTest::addColumn<QByteArray>("format");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("expected");
    }

private Q_SLOTS:
    void readsRequests_data()
    {
        columns();
        row("a prompt", "openai.completions", R"({"model":"m","prompt":"Once","suffix":"end","stop":"X"})",
            "user /prompt: Once\nuser /suffix: end\nuser /stop unclaimed: X");
        row("prompts", "openai.completions", R"({"model":"m","prompt":["a","b"]})",
            "user /prompt/0: a\nuser /prompt/1: b");
        row("tokens", "openai.completions", R"({"model":"m","prompt":[1,2,3]})",
            "unread tokens /prompt not_text");
        row("lists of tokens", "openai.embeddings", R"({"model":"m","input":[[1,2],[3]]})",
            "unread tokens /input/0 not_text\nunread tokens /input/1 not_text");
        row("tokens among texts", "openai.embeddings", R"({"model":"m","input":["a",[3]]})",
            "user /input/0: a\nunread tokens /input/1 not_text");
        row("to embed", "openai.embeddings", R"({"model":"m","input":"a","encoding_format":"base64"})",
            "user /input: a");
        row("to moderate", "openai.moderations", R"({"input":["a","b"]})",
            "user /input/0: a\nuser /input/1: b");
        row("parts to moderate", "openai.moderations",
            R"({"input":[{"type":"text","text":"a"},{"type":"image_url","image_url":{"url":"data:image/png;base64,x"}}]})",
            "user /input/0/text: a\nunread image /input/1/image_url/url not_text");
    }
    void readsRequests()
    {
        QFETCH(QByteArray, format);
        QFETCH(QByteArray, body);
        QFETCH(QString, expected);
        const auto message = wireFormatNamed(format.toStdString())->parseRequest(body.toStdString());
        QVERIFY2(message.has_value(), message ? "" : message.error().line().c_str());
        QCOMPARE(described(message->segments, message->unread), expected);
    }

    void readsAnswers_data()
    {
        columns();
        row("completions", "openai.completions",
            R"({"model":"m","choices":[{"index":0,"text":"a","logprobs":{"tokens":["a"]},"finish_reason":"stop"},{"index":1,"text":"b"}],"usage":{"prompt_tokens":1,"completion_tokens":2}})",
            "assistant /choices/0/text: a\nassistant /choices/1/text: b");
        row("vectors", "openai.embeddings",
            R"({"object":"list","model":"m","data":[{"object":"embedding","index":0,"embedding":[0.5]},{"object":"embedding","index":1,"embedding":"AAAA","note":"psst"}],"usage":{"prompt_tokens":1}})",
            "assistant /data/1/note unclaimed: psst\nunread embedding /data/1/embedding not_text");
    }
    void readsAnswers()
    {
        QFETCH(QByteArray, format);
        QFETCH(QByteArray, body);
        QFETCH(QString, expected);
        const auto message = wireFormatNamed(format.toStdString())->parseResponse(body.toStdString());
        QVERIFY2(message.has_value(), message ? "" : message.error().line().c_str());
        QCOMPARE(described(message->segments, message->unread), expected);
        QCOMPARE(message->model, std::string("m"));
        QCOMPARE(message->usage.value_or(TokenUsage{}).tokensIn, 1);
    }

    void refusesWhatIsNoRequest()
    {
        QVERIFY(!wireFormatNamed("openai.completions")->parseRequest(R"({"prompt":"a"})"));
        QVERIFY(!wireFormatNamed("openai.embeddings")->parseRequest(R"({"model":"m"})"));
        QVERIFY(!wireFormatNamed("openai.moderations")->parseRequest(R"({"input":null})"));
    }

    void answersModerationsByInput()
    {
        const WireFormat &format = *wireFormatNamed("openai.moderations");
        const auto request = format.parseRequest(R"({"input":["fine","bad","AKIA"]})");
        QVERIFY(request.has_value());
        Verdict verdict;
        verdict.kind = VerdictKind::Flagged;
        verdict.checks.push_back(found("m", "moderation", "/input/1", "violence"));
        verdict.checks.push_back(found("s", "secrets", "/input/2", "aws-access-key-id"));
        const OwnAnswer answer{"i-1", &*request, &verdict, true};
        const QJsonObject told
            = QJsonDocument::fromJson(QByteArray::fromStdString(format.ownAnswer(answer))).object();
        const auto results = told["results"].toArray();
        QCOMPARE(results.size(), 3);
        QCOMPARE(results[0].toObject()["flagged"].toBool(), false);
        QVERIFY(results[1].toObject()["categories"].toObject()["violence"].toBool());
        QVERIFY(!results[1].toObject()["categories"].toObject()["hate"].toBool());
        QVERIFY(results[2].toObject()["categories"].toObject()["secrets"].toBool());
        QCOMPARE(told["gatehouse"].toObject()["verdict"].toString(), QString("flagged"));
        QCOMPARE(told["gatehouse"].toObject()["rules"].toArray().size(), 2);
    }
};

QTEST_GUILESS_MAIN(TestOpenAiInput)
#include "tst_openai_input.moc"
