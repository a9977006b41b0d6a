// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/stream/openai_chat_stream.h"
#include "test_policy.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace gatehouse;
using gatehouse::test::explain;
using gatehouse::test::policyOf;

namespace {

std::shared_ptr<const CompiledPolicy> policyWith(const std::string &action)
{
    const auto policy = CompiledPolicy::fromJson(policyOf(
        R"({"id":"r","stage":"response","check":{"kind":"keywords","keywords":["zebra"]},"severity":"high","action":")"
        + action + "\"}"));
    if (!policy)
        qFatal("%s", qPrintable(explain(policy.error())));
    return *policy;
}

std::string chunk(const std::string &delta, const std::string &finish = "null")
{
    return R"(data: {"id":"c-1","object":"chat.completion.chunk","created":7,"model":"m","choices":[{"index":0,"delta":)"
        + delta + R"(,"finish_reason":)" + finish + "}]}\n\n";
}

struct Received {
    QString content, finish, arguments;
    bool done = false, hasComment = false;
    QJsonObject usage;
};

// Reads the events the way a client library does.
Received readEvents(const std::string &events)
{
    Received out;
    for (const QString &event : QString::fromStdString(events).split("\n\n", Qt::SkipEmptyParts)) {
        if (event.startsWith(": gatehouse verdict="))
            out.hasComment = true;
        if (!event.startsWith("data: "))
            continue;
        if (event == "data: [DONE]") {
            out.done = true;
            continue;
        }
        const QJsonObject object = QJsonDocument::fromJson(event.mid(6).toUtf8()).object();
        if (object["id"].toString() != "c-1")
            qFatal("an event without the upstream's id: %s", qPrintable(event));
        if (object.contains("usage"))
            out.usage = object["usage"].toObject();
        for (const QJsonValue &value : object["choices"].toArray()) {
            out.content += value["delta"]["content"].toString();
            out.arguments += value["delta"]["tool_calls"][0]["function"]["arguments"].toString();
            if (value["finish_reason"].isString())
                out.finish = value["finish_reason"].toString();
        }
    }
    return out;
}

} // namespace

class TestChatStream : public QObject {
    Q_OBJECT

    RequestFacts m_facts;

    OpenAiChatStream streamFor(const std::string &action)
    {
        CallFacts call;
        call.request = &m_facts;
        return OpenAiChatStream(policyWith(action), call);
    }

    // Feeds the bytes in pieces and returns all that was sent.
    std::string play(
        OpenAiChatStream &stream, const std::string &bytes, std::size_t step, StreamEnd *end = nullptr)
    {
        std::string sent;
        for (std::size_t at = 0; at < bytes.size() && !stream.wasCut(); at += step) {
            const auto released = stream.feed(bytes.substr(at, step));
            if (!released)
                qFatal("%s", released.error().line().c_str());
            sent += *released;
        }
        const StreamEnd last = stream.finish();
        if (end)
            *end = last;
        return sent + stream.lastEvents(last.evaluation.verdict);
    }

private Q_SLOTS:
    void init() { m_facts = {}; }

    void passesACleanStream()
    {
        m_facts.includeUsage = true;
        const std::string bytes = chunk(R"({"role":"assistant","content":""})")
            + chunk(R"({"content":"Hello "})") + ": ping\n\n" + chunk("{\"content\":\"w\\u00f6rld\"}")
            + chunk("{}", "\"stop\"")
            + "data: "
              "{\"id\":\"c-1\",\"model\":\"m\",\"choices\":[],\"usage\":{\"prompt_tokens\":3,\"completion_"
              "tokens\":2}}\n\ndata: [DONE]\n\n";
        for (std::size_t step = 1; step < bytes.size(); step += 17) {
            OpenAiChatStream stream = streamFor("block");
            StreamEnd end;
            const Received got = readEvents(play(stream, bytes, step, &end));
            QCOMPARE(got.content, QString::fromUtf8("Hello w\u00f6rld"));
            QCOMPARE(got.finish, QString("stop"));
            QVERIFY(got.done && got.hasComment);
            QCOMPARE(got.usage["total_tokens"].toInt(), 5);
            QVERIFY(!end.cut);
            QCOMPARE(end.receivedBytes, std::uint64_t(12));
        }
    }

    void endsABlockedStreamInItsOwnWay()
    {
        const std::string bytes = chunk(R"({"content":"one ze"})") + chunk(R"({"content":"bra two"})")
            + chunk("{}", "\"stop\"") + "data: [DONE]\n\n";
        OpenAiChatStream stream = streamFor("block");
        StreamEnd end;
        const Received got = readEvents(play(stream, bytes, 11, &end));
        QVERIFY(!got.content.contains("zebra") && !got.content.contains("two"));
        QCOMPARE(got.finish, QString("content_filter"));
        QVERIFY(got.done);
        QVERIFY(end.cut);
        QCOMPARE(end.evaluation.verdict.kind, VerdictKind::Blocked);
        QCOMPARE(end.evaluation.verdict.severity, Severity::High);
        QCOMPARE(end.evaluation.verdict.checks[0].evidence.at(0).pointer,
            std::string("/choices/0/message/content"));
    }

    void masksAWordCutInTwo()
    {
        const std::string bytes = chunk(R"({"content":"one ze"})") + chunk(R"({"content":"bra two"})")
            + chunk("{}", "\"stop\"") + "data: [DONE]\n\n";
        OpenAiChatStream stream = streamFor("mask");
        QCOMPARE(readEvents(play(stream, bytes, 1000)).content, QString("one [masked:keyword] two"));
    }

    void toolCallsAreJudgedWholeBeforeTheyLeave()
    {
        const std::string call
            = chunk(
                  R"({"tool_calls":[{"index":0,"id":"t","type":"function","function":{"name":"f","arguments":"{a: ze"}}]})")
            + chunk(R"({"tool_calls":[{"index":0,"function":{"arguments":"bra}"}}]})")
            + chunk("{}", "\"tool_calls\"") + "data: [DONE]\n\n";
        OpenAiChatStream flagged = streamFor("flag");
        const Received passed = readEvents(play(flagged, call, 50));
        QCOMPARE(passed.arguments, QString("{a: zebra}"));
        QCOMPARE(passed.finish, QString("tool_calls"));
        OpenAiChatStream blocked = streamFor("block");
        const Received refused = readEvents(play(blocked, call, 50));
        QCOMPARE(refused.arguments, QString());
        QCOMPARE(refused.finish, QString("content_filter"));
    }

    void unknownTextFieldsAreJudgedToo()
    {
        const std::string bytes
            = chunk(R"({"reasoning_content":"a zebra"})") + chunk("{}", "\"stop\"") + "data: [DONE]\n\n";
        OpenAiChatStream stream = streamFor("block");
        StreamEnd end;
        const std::string sent = play(stream, bytes, 1000, &end);
        QVERIFY(sent.find("zebra") == std::string::npos);
        QVERIFY(end.cut);
    }

    void logProbabilitiesDoNotPass()
    {
        const std::string bytes
            = R"(data: {"id":"c-1","choices":[{"index":0,"delta":{"content":"hi"},"logprobs":{"content":[{"token":"zebra"}]}}]})"
              "\n\ndata: [DONE]\n\n";
        OpenAiChatStream stream = streamFor("block");
        QVERIFY(play(stream, bytes, 1000).find("zebra") == std::string::npos);
    }

    void garbageIsAnError_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("not JSON") << QByteArray("data: {oops\n\n");
        QTest::newRow("no choices") << QByteArray("data: {\"x\":1}\n\n");
        QTest::newRow("an error event") << QByteArray("data: {\"error\":{\"message\":\"overloaded\"}}\n\n");
        QTest::newRow("no end") << QByteArray("data: ") + QByteArray(2 * 1024 * 1024, 'x');
    }
    void garbageIsAnError()
    {
        QFETCH(QByteArray, bytes);
        OpenAiChatStream stream = streamFor("block");
        QVERIFY(!stream.feed(bytes.toStdString()).has_value());
    }
};

QTEST_GUILESS_MAIN(TestChatStream)
#include "tst_chat_stream.moc"
