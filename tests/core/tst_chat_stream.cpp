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

std::shared_ptr<const CompiledPolicy> policyWith(const std::string &action, const std::string &rest = {})
{
    const auto policy = CompiledPolicy::fromJson(policyOf(
        R"({"id":"r","stage":"response","check":{"kind":"keywords","keywords":["zebra"]},"severity":"high","action":")"
        + action + "\"" + rest + "}"));
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

QByteArray jsonString(const QString &text)
{
    const QByteArray list = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return list.mid(1, list.size() - 2);
}

std::string argumentsChunk(const std::string &jsonText)
{
    return chunk(R"({"tool_calls":[{"index":0,"function":{"arguments":)" + jsonText + "}}]}");
}

// Reads the events of one choice the way a client library does.
Received readEvents(const std::string &events, int choice = 0)
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
        for (const auto item : object["choices"].toArray()) {
            const QJsonObject value = item.toObject();
            if (value["index"].toInt() != choice)
                continue;
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
        return OpenAiChatStream({policyWith(action), call});
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
        return sent + stream.lastEvents(last.evaluation.verdict, {});
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

    void framesCutAnywhere()
    {
        const std::string lines = chunk(R"({"role":"assistant","content":""})") + ": ping\n\n"
            + chunk(R"({"content":"gr\u00fc\u00df Gott, \ud83d\ude00 ze"})")
            + chunk("{\"content\":\"bra \u4e16\"}") + chunk("{}", "\"stop\"") + "data: [DONE]\n\n";
        std::string returned;
        for (const char c : lines)
            returned += c == '\n' ? std::string("\r\n") : std::string(1, c);
        for (const std::string &bytes : {lines, returned}) {
            for (std::size_t step = 1; step < bytes.size(); ++step) {
                OpenAiChatStream stream = streamFor("mask");
                QCOMPARE(readEvents(play(stream, bytes, step)).content,
                    QString::fromUtf8("gr\u00fc\u00df Gott, \U0001F600 [masked:keyword] \u4e16"));
            }
        }
    }

    void charactersCutInTwo_data()
    {
        QTest::addColumn<QByteArrayList>("pieces");
        QTest::addColumn<QString>("expected");
        const QString lost(QChar(0xFFFD));
        QTest::newRow("two halves") << QByteArrayList{R"("a \ud83d")", R"("\ude00 b")"}
                                    << QString::fromUtf8("a \U0001F600 b");
        QTest::newRow("an empty piece between")
            << QByteArrayList{R"("\ud83d")", R"("")", R"("\ude00")"} << QString::fromUtf8("\U0001F600");
        QTest::newRow("the other half never comes")
            << QByteArrayList{R"("a \ud83d")", R"("b")"} << "a " + lost + "b";
        QTest::newRow("at the end of all") << QByteArrayList{R"("a \ud83d")"} << "a " + lost;
        QTest::newRow("only a second half") << QByteArrayList{R"("\ude00 b")"} << lost + " b";
    }
    void charactersCutInTwo()
    {
        QFETCH(QByteArrayList, pieces);
        QFETCH(QString, expected);
        std::string contents, arguments;
        for (const QByteArray &piece : pieces) {
            contents += chunk("{\"content\":" + piece.toStdString() + "}");
            arguments += argumentsChunk(piece.toStdString());
        }
        const std::string end = chunk("{}", "\"stop\"") + "data: [DONE]\n\n";
        for (const char *action : {"flag", "mask"}) {
            OpenAiChatStream texts = streamFor(action);
            StreamEnd ended;
            QCOMPARE(readEvents(play(texts, contents + end, 37, &ended)).content, expected);
            QCOMPARE(QString::fromStdString(ended.response.segments.at(0).text), expected);
            QCOMPARE(ended.receivedBytes, std::uint64_t(ended.response.segments.at(0).text.size()));
            OpenAiChatStream calls = streamFor(action);
            QCOMPARE(readEvents(play(calls, arguments + end, 41)).arguments, expected);
        }
    }

    void anEncodedWordCutsTheStreamBehindIt()
    {
        // "there is a zebra here" in base64, then more text than is looked at in one go.
        const std::string code = "dGhlcmUgaXMgYSB6ZWJyYSBoZXJl";
        const auto policy = policyWith("block");
        const RequestFacts facts;
        CallFacts call;
        call.request = &facts;
        OpenAiChatStream stream({policy, call});
        std::string sent = *stream.feed(chunk("{\"content\":\"read this: " + code + " \"}"));
        int pieces = 0;
        while (!stream.wasCut() && pieces < 500) {
            sent += *stream.feed(chunk("{\"content\":\"and so it goes on \"}"));
            ++pieces;
        }
        QVERIFY(stream.wasCut());
        QVERIFY2(pieces < 100, qPrintable(QString::number(pieces)));
        const StreamEnd end = stream.finish();
        QVERIFY(end.cut);
        QCOMPARE(end.evaluation.verdict.kind, VerdictKind::Blocked);
        QCOMPARE(
            end.evaluation.verdict.checks.front().evidence.front().via, std::vector<std::string>{"base64"});
        sent += stream.lastEvents(end.evaluation.verdict, {});
        QCOMPARE(readEvents(sent).finish, QStringLiteral("content_filter"));
    }

    // A rule that does not apply to a call leaves its stream alone, whatever the form of its condition.
    void aConditionThatDoesNotHoldLeavesTheStream_data()
    {
        QTest::addColumn<QString>("when");
        QTest::addColumn<bool>("applies");
        QTest::newRow("field") << R"({"field":"team","equals":"a"})" << true;
        QTest::newRow("other field") << R"({"field":"team","equals":"b"})" << false;
        QTest::newRow("all") << R"({"all":[{"field":"team","equals":"b"}]})" << false;
        QTest::newRow("not") << R"({"not":{"field":"team","equals":"a"}})" << false;
        QTest::newRow("any") << R"({"any":[{"field":"team","equals":"b"},{"field":"team","equals":"a"}]})"
                             << true;
        QTest::newRow("header") << R"({"field":"header.x-team","equals":"a"})" << true;
        QTest::newRow("failed request rule") << R"({"field":"rule.asked.failed","equals":true})" << true;
        QTest::newRow("passed request rule") << R"({"field":"rule.asked.failed","equals":false})" << false;
    }
    void aConditionThatDoesNotHoldLeavesTheStream()
    {
        QFETCH(QString, when);
        QFETCH(bool, applies);
        const auto policy = CompiledPolicy::fromJson(policyOf(
            R"({"id":"asked","stage":"request","check":{"kind":"keywords","keywords":["horse"]},"action":"flag"},)"
            R"({"id":"r","stage":"response","check":{"kind":"keywords","keywords":["zebra"]},"action":"mask","when":)"
            + when.toStdString() + "}"));
        QVERIFY(policy.has_value());
        const Identity identity{"a", "e", "u", "k", {}};
        CallHeaders headers;
        QVERIFY(headers.add("X-Team", "a"));
        CallFacts call;
        call.request = &m_facts;
        call.identity = &identity;
        call.headers = &headers;
        call.failedBefore.enforced = {"asked"};
        OpenAiChatStream stream({*policy, call});
        StreamEnd end;
        const Received got = readEvents(play(stream,
            chunk("{\"content\":\"a zebra here\"}") + chunk("{}", "\"stop\"") + "data: [DONE]\n\n", 9, &end));
        QCOMPARE(got.content, applies ? QString("a [masked:keyword] here") : QString("a zebra here"));
        QCOMPARE(end.evaluation.verdict.kind, applies ? VerdictKind::Masked : VerdictKind::Allowed);
    }

    void halfACharacterIsNoName()
    {
        OpenAiChatStream stream = streamFor("flag");
        const std::string call
            = R"({"tool_calls":[{"index":0,"function":{"name":"f\ud83d","arguments":"{}"}}]})";
        QVERIFY(!stream.feed(chunk(call)).has_value());
    }

    // Arguments are JSON inside of JSON: escapes of both, cut at any character.
    void argumentsCutAnywhere()
    {
        QString arguments = QString::fromUtf8("{'q':'caf\\u00e9 \\ud83d\\ude00 \\'zebra\\\\\\' \U0001F600'}");
        arguments.replace('\'', '"');
        const std::string end = chunk("{}", "\"tool_calls\"") + "data: [DONE]\n\n";
        for (qsizetype at = 1; at < arguments.size(); ++at) {
            // A half of a character stands as its escape, as an upstream that counts in UTF-16 writes it.
            const auto escaped = [](const QString &text) {
                QByteArray out = "\"";
                for (const QChar c : text)
                    out += c.isSurrogate() ? "\\u" + QByteArray::number(c.unicode(), 16)
                                           : jsonString(QString(c)).mid(1).chopped(1);
                return (out + "\"").toStdString();
            };
            const std::string bytes
                = argumentsChunk(escaped(arguments.left(at))) + argumentsChunk(escaped(arguments.mid(at)));
            OpenAiChatStream flagged = streamFor("flag");
            const auto during = flagged.feed(bytes);
            QVERIFY(during && during->find("arguments") == std::string::npos);
            QCOMPARE(readEvents(play(flagged, end, 10)).arguments, arguments);
            OpenAiChatStream blocked = streamFor("block");
            QCOMPARE(readEvents(play(blocked, bytes + end, 1000)).arguments, QString());
            OpenAiChatStream masked = streamFor("mask");
            QCOMPARE(readEvents(play(masked, bytes + end, 1000)).arguments,
                QString(arguments).replace("zebra", "[masked:keyword]"));
        }
    }

    void choicesInterleaved()
    {
        const auto piece = [](int choice, const std::string &text) {
            std::string event = chunk(R"({"content":"text"})");
            event.replace(event.find("text"), 4, text);
            event.replace(event.find("\"index\":0") + 8, 1, std::to_string(choice));
            return event;
        };
        std::string bytes;
        const std::string left = "one zebra and then a lot more text", right = "ze is no word, zebra is one";
        for (std::size_t at = 0; at < left.size(); at += 3) {
            bytes += piece(0, left.substr(at, 3));
            if (at < right.size())
                bytes += piece(1, right.substr(at, 3));
        }
        bytes += "data: [DONE]\n\n";
        OpenAiChatStream stream = streamFor("mask");
        const std::string sent = play(stream, bytes, 50);
        QCOMPARE(readEvents(sent, 0).content, QString("one [masked:keyword] and then a lot more text"));
        QCOMPARE(readEvents(sent, 1).content, QString("ze is no word, [masked:keyword] is one"));
        QCOMPARE(readEvents(sent, 1).finish, QString("stop"));
    }

    void anAnswerWithoutEventsEndsWell()
    {
        OpenAiChatStream stream = streamFor("mask");
        const StreamEnd end = stream.finish();
        const std::string sent = stream.lastEvents(end.evaluation.verdict, {});
        const QByteArray first = QByteArray::fromStdString(sent).split('\n').first().mid(6);
        QVERIFY2(QJsonDocument::fromJson(first).isObject(), sent.c_str());
        QVERIFY(sent.ends_with("data: [DONE]\n\n"));
    }

    void garbageIsAnError_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("not JSON") << QByteArray("data: {oops\n\n");
        QTest::newRow("no choices") << QByteArray("data: {\"x\":1}\n\n");
        QTest::newRow("an error event") << QByteArray("data: {\"error\":{\"message\":\"overloaded\"}}\n\n");
        QTest::newRow("no end") << QByteArray("data: ") + QByteArray(qsizetype{2} * 1024 * 1024, 'x');
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
