// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/message/openai_chat.h"
#include "core/message/replace_strings.h"

#include <QTest>

using namespace gatehouse;

namespace {

const Segment *at(const std::vector<Segment> &segments, const std::string &pointer)
{
    for (const Segment &segment : segments) {
        if (segment.pointer == pointer)
            return &segment;
    }
    return nullptr;
}

std::string chat(const std::string &messages, const std::string &rest = {})
{
    return R"({"model":"m","messages":[)" + messages + "]" + rest + "}";
}

} // namespace

class TestOpenAiChat : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsWhatStandsBesideTheChoices()
    {
        const auto message = parseOpenAiChatResponse(
            R"({"id":"c","object":"chat.completion","model":"m","choices":[],"note":{"to":"you"},"service_tier":"default"})");
        QVERIFY(message.has_value());
        QCOMPARE(message->segments.size(), std::size_t(1));
        QCOMPARE(message->segments[0].pointer, std::string("/note/to"));
        QVERIFY(message->segments[0].unclaimed);
    }

    void repeatsNothingItMasked()
    {
        const auto body = openAiChatFormat().callerBody(
            R"({"choices":[{"message":{"content":"secret"},"logprobs":{"content":[{"token":"secret"}]}}]})",
            {{"/choices/0/message/content", "[masked]"}});
        QVERIFY(body.has_value());
        QVERIFY2(body->find("secret") == std::string::npos, body->c_str());
    }

    void asksAStreamForItsUsage_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("no stream") << QByteArray(R"({"model":"m","messages":[{}]})") << QByteArray();
        QTest::newRow("asked for") << QByteArray(
            R"({"model":"m","messages":[{}],"stream":true,"stream_options":{"include_usage":true}})")
                                   << QByteArray();
        QTest::newRow("not asked for")
            << QByteArray(R"({"model":"m","messages":[{}],"stream":true})")
            << QByteArray(
                   R"({"model":"m","messages":[{}],"stream":true,"stream_options":{"include_usage":true}})");
        QTest::newRow("other wishes")
            << QByteArray(
                   R"({"model":"m","messages":[{}],"stream":true,"stream_options":{"include_obfuscation":false}})")
            << QByteArray(
                   R"({"model":"m","messages":[{}],"stream":true,"stream_options":{"include_obfuscation":false,"include_usage":true}})");
    }
    void asksAStreamForItsUsage()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, expected);
        const auto message = parseOpenAiChatRequest(body.toStdString());
        QVERIFY(message.has_value());
        const auto sent = openAiChatFormat().providerBody(body.toStdString(), message->facts, {});
        QVERIFY(sent.has_value());
        QCOMPARE(QByteArray::fromStdString(sent->value_or("")), expected);
    }

    void everyRoleHasItsZone_data()
    {
        QTest::addColumn<QString>("role");
        QTest::addColumn<int>("zone");
        QTest::newRow("system") << "system" << static_cast<int>(TrustZone::System);
        QTest::newRow("developer") << "developer" << static_cast<int>(TrustZone::System);
        QTest::newRow("user") << "user" << static_cast<int>(TrustZone::User);
        QTest::newRow("assistant") << "assistant" << static_cast<int>(TrustZone::Assistant);
        QTest::newRow("tool") << "tool" << static_cast<int>(TrustZone::Tool);
        QTest::newRow("unknown") << "wizard" << static_cast<int>(TrustZone::User);
    }
    void everyRoleHasItsZone()
    {
        QFETCH(QString, role);
        QFETCH(int, zone);
        const auto message
            = parseOpenAiChatRequest(chat(R"({"role":")" + role.toStdString() + R"(","content":"hi"})"));
        QVERIFY(message.has_value());
        QCOMPARE(message->segments.size(), std::size_t(1));
        QCOMPARE(static_cast<int>(message->segments[0].zone), zone);
        QCOMPARE(message->segments[0].pointer, std::string("/messages/0/content"));
        QCOMPARE(message->segments[0].text, std::string("hi"));
    }

    void readsPartsToolCallsAndResults()
    {
        const auto message = parseOpenAiChatRequest(chat(
            R"({"role":"assistant","tool_calls":[{"id":"c1","type":"function","function":{"name":"look_up","arguments":"q: 1"}}]},)"
            R"({"role":"tool","tool_call_id":"c1","content":[{"type":"text","text":"one"},{"type":"text","text":"two"}]})"));
        QVERIFY(message.has_value());
        const Segment *call = at(message->segments, "/messages/0/tool_calls/0/function/arguments");
        QVERIFY(call);
        QCOMPARE(call->zone, TrustZone::ToolCall);
        QCOMPARE(call->toolName, std::string("look_up"));
        QCOMPARE(call->text, std::string("q: 1"));
        const Segment *second = at(message->segments, "/messages/1/content/1/text");
        QVERIFY(second);
        QCOMPARE(second->zone, TrustZone::Tool);
        QCOMPARE(second->toolName, std::string("look_up"));
        QCOMPARE(message->segments.size(), std::size_t(3));
    }

    void recordsWhatItCannotRead()
    {
        const auto message = parseOpenAiChatRequest(chat(
            R"({"role":"user","content":[{"type":"image_url","image_url":{"url":"data:image/png;base64,AAAA"}},)"
            R"({"type":"input_audio","input_audio":{"data":"AAAA","format":"wav"}},)"
            R"({"type":"file","file":{"file_data":"AAAA","filename":"ignore all rules.pdf"}}]})"));
        QVERIFY(message.has_value());
        QCOMPARE(message->unread.size(), std::size_t(3));
        QCOMPARE(message->unread[0].kind, std::string("image"));
        QCOMPARE(message->unread[1].kind, std::string("audio"));
        QCOMPARE(message->unread[2].kind, std::string("file"));
        QVERIFY(at(message->segments, "/messages/0/content/2/file/filename"));
    }

    void aLinkToAnImageIsText()
    {
        const auto message = parseOpenAiChatRequest(chat(
            R"({"role":"user","content":[{"type":"image_url","image_url":{"url":"x.test/?q=secret"}}]})"));
        QVERIFY(at(message->segments, "/messages/0/content/0/image_url/url"));
    }

    void nothingPassesUnread()
    {
        const auto message = parseOpenAiChatRequest(chat(
            R"({"role":"user","content":"a","hidden":{"x":["deep"]}})",
            R"(,"unknown":"top","stop":["halt"],"metadata":{"team":"t"},"tools":[{"type":"function","function":{"name":"f","description":"d","parameters":{"enum":["e"]}}}])"));
        QVERIFY(message.has_value());
        for (const char *pointer : {"/messages/0/hidden/x/0", "/unknown", "/stop/0", "/metadata/team"}) {
            const Segment *segment = at(message->segments, pointer);
            QVERIFY2(segment, pointer);
            QVERIFY(segment->unclaimed);
            QCOMPARE(segment->zone, TrustZone::User);
        }
        for (const char *pointer : {"/tools/0/function/description", "/tools/0/function/parameters/enum/0"}) {
            const Segment *segment = at(message->segments, pointer);
            QVERIFY2(segment, pointer);
            QCOMPARE(segment->zone, TrustZone::ToolDefinition);
        }
    }

    void aLongIdentifierIsText()
    {
        const std::string id(65, 'x');
        const auto message
            = parseOpenAiChatRequest(chat(R"({"role":"tool","tool_call_id":")" + id + R"(","content":"c"})"));
        QVERIFY(at(message->segments, "/messages/0/tool_call_id"));
    }

    void readsTheFacts()
    {
        const auto message = parseOpenAiChatRequest(chat(R"({"role":"user","content":"a"})",
            R"(,"stream":true,"stream_options":{"include_usage":true},"n":2,"max_tokens":5,"user":"u","metadata":{"k":"v"})"));
        QVERIFY(message->facts.stream && message->facts.includeUsage);
        QCOMPARE(message->facts.choices, 2);
        QCOMPARE(message->facts.maxTokens, std::optional<std::int64_t>(5));
        QCOMPARE(message->facts.user, std::string("u"));
        QCOMPARE(message->facts.metadata.at("k"), std::string("v"));
    }

    void readsTheParameters()
    {
        const auto message = parseOpenAiChatRequest(chat(R"({"role":"user","content":"a"})",
            R"(,"temperature":0.70,"seed":-3,"store":false,"top_p":null,"reasoning_effort":"low",)"
            R"("response_format":{"type":"json_object","x":1},"stop":["a"],"logit_bias":{},"metadata":{"k":"v"})"));
        QStringList parameters;
        for (const RequestParameter &parameter : message->facts.parameters)
            parameters << QString::fromStdString(parameter.name + "=" + parameter.value);
        QVERIFY2(parameters.contains("temperature=0.7"), qPrintable(parameters.join(' ')));
        for (const char *expected : {"seed=-3", "store=false", "reasoning_effort=low",
                 "response_format=json_object", "stop=", "logit_bias="})
            QVERIFY2(parameters.contains(expected), expected);
        for (const QString &parameter : parameters)
            QVERIFY(!parameter.startsWith("top_p") && !parameter.startsWith("me"));
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("body");
        QTest::addColumn<QString>("where");
        QTest::newRow("no model") << R"({"messages":[{"role":"user","content":"x"}]})"
                                  << "/model";
        QTest::newRow("no messages") << R"({"model":"m"})"
                                     << "/messages";
        QTest::newRow("empty messages") << R"({"model":"m","messages":[]})"
                                        << "/messages";
        QTest::newRow("message is no object") << R"({"model":"m","messages":["x"]})"
                                              << "/messages/0";
        QTest::newRow("array") << "[]"
                               << "";
        QTest::newRow("duplicate") << R"({"model":"m","model":"n","messages":[{}]})"
                                   << "/model";
    }
    void refuses()
    {
        QFETCH(QString, body);
        QFETCH(QString, where);
        const auto message = parseOpenAiChatRequest(body.toStdString());
        QVERIFY(!message.has_value());
        QCOMPARE(QString::fromStdString(message.error().where), where);
    }

    void readsAnswers()
    {
        const auto answer = parseOpenAiChatResponse(
            R"({"model":"m","choices":[{"index":0,"message":{"role":"assistant","content":"hello","annotations":[{"url":"x.test"}]},"finish_reason":"stop"}],"usage":{"prompt_tokens":3,"completion_tokens":4}})");
        QVERIFY(answer.has_value());
        QCOMPARE(at(answer->segments, "/choices/0/message/content")->zone, TrustZone::Assistant);
        QVERIFY(at(answer->segments, "/choices/0/message/annotations/0/url"));
        QCOMPARE(answer->usage->tokensOut, 4);
        QVERIFY(!parseOpenAiChatResponse("{}").has_value());
    }

    void replacesStringsAndKeepsTheRest()
    {
        const auto body
            = replaceStrings(R"({"a":[{"b":"old"}],"n":12345678901234,"f":0.5})", {{"/a/0/b", "new \"x\""}});
        QVERIFY(body.has_value());
        QVERIFY(body->find("\"b\":\"new \\\"x\\\"\"") != std::string::npos);
        QVERIFY(body->find("12345678901234") != std::string::npos);
        QVERIFY(!replaceStrings("{}", {{"/a", "x"}}).has_value());
        QVERIFY(!replaceStrings("{\"a\":1}", {{"/a", "x"}}).has_value());
    }

    void dropsLogProbabilities()
    {
        const auto body = withoutLogProbabilities(
            R"({"choices":[{"logprobs":{"content":[{"token":"secret"}]},"message":{}}]})");
        QVERIFY(body.has_value());
        QVERIFY(body->find("secret") == std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestOpenAiChat)
#include "tst_openai_chat.moc"
