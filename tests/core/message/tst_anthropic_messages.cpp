// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/message/anthropic_messages.h"
#include "described.h"

#include <QTest>

using namespace gatehouse;
using gatehouse::test::described;

namespace {

std::string request(const std::string &content, const std::string &rest = {})
{
    return R"({"model":"m","max_tokens":64,"messages":[{"role":"user","content":)" + content + "}]" + rest
        + "}";
}

struct Row {
    const char *name;
    std::string body;
    const char *expected;
};

std::vector<Row> requests()
{
    const std::string png = R"({"type":"base64","media_type":"image/png","data":"iVBORw=="})";
    return {
        {"plain text", request("\"hi\""), "user /messages/0/content: hi"},
        {"system text", request("\"hi\"", R"(,"system":"Be kind")"),
            "user /messages/0/content: hi\nsystem /system: Be kind"},
        {"system blocks",
            request("\"hi\"",
                R"(,"system":[{"type":"text","text":"Be kind","cache_control":{"type":"ephemeral"}}])"),
            "user /messages/0/content: hi\nsystem /system/0/text: Be kind"},
        {"an image", request(R"([{"type":"image","source":)" + png + R"(},{"type":"text","text":"what?"}])"),
            "user /messages/0/content/1/text: what?\n"
            "unread image /messages/0/content/0/source/data not_text"},
        {"an image elsewhere",
            request(R"([{"type":"image","source":{"type":"url","url":"https:\/\/example.com\/x.png"}}])"),
            "document /messages/0/content/0/source/url unclaimed: https://example.com/x.png\n"
            "unread image /messages/0/content/0/source/url elsewhere"},
        {"a plain document",
            request(
                R"([{"type":"document","title":"Minutes","context":"from May","source":{"type":"text","media_type":"text/plain","data":"We met."}}])"),
            "document /messages/0/content/0/title: Minutes\n"
            "document /messages/0/content/0/context: from May\n"
            "document /messages/0/content/0/source/data: We met."},
        {"a document of blocks",
            request(
                R"([{"type":"document","source":{"type":"content","content":[{"type":"text","text":"We met."}]}}])"),
            "document /messages/0/content/0/source/content/0/text: We met."},
        {"a printed document",
            request(
                R"([{"type":"document","source":{"type":"base64","media_type":"application/pdf","data":"JVBERi0="}}])"),
            "unread file /messages/0/content/0/source/data not_text"},
        {"a file kept at the provider",
            request(R"([{"type":"document","source":{"type":"file","file_id":"file_1"}}])"),
            "unread file /messages/0/content/0/source/file_id elsewhere"},
        {"a search result",
            request(
                R"([{"type":"search_result","source":"kb","title":"T","content":[{"type":"text","text":"found"}]}])"),
            "document /messages/0/content/0/source unclaimed: kb\n"
            "document /messages/0/content/0/title: T\n"
            "document /messages/0/content/0/content/0/text: found"},
        {"tools",
            request("\"hi\"",
                R"(,"tools":[{"name":"look","description":"Looks up","input_schema":{"type":"object","properties":{"q":{"description":"What"}}}}])"),
            "user /messages/0/content: hi\n"
            "tool_definition /tools/0/name: look\n"
            "tool_definition /tools/0/description: Looks up\n"
            "tool_definition /tools/0/input_schema/type: object\n"
            "tool_definition /tools/0/input_schema/properties/q/description: What"},
        {"a call and its result",
            R"({"model":"m","messages":[{"role":"assistant","content":[{"type":"tool_use","id":"t1","name":"look","input":{"q":"x","n":5}}]},)"
            R"({"role":"user","content":[{"type":"tool_result","tool_use_id":"t1","content":"plain"},{"type":"tool_result","tool_use_id":"t1","content":[{"type":"text","text":"parts"}]}]}]})",
            "tool_call /messages/0/content/0/input (look): {\"q\":\"x\",\"n\":5}\n"
            "tool /messages/1/content/0/content (look): plain\n"
            "tool /messages/1/content/1/content/0/text (look): parts"},
        {"thinking",
            R"({"model":"m","messages":[{"role":"assistant","content":[{"type":"thinking","thinking":"hm","signature":"c2ln"},{"type":"redacted_thinking","data":"ZGF0YQ=="}]}]})",
            "assistant /messages/0/content/0/thinking: hm\n"
            "unread encrypted /messages/0/content/0/signature opaque\n"
            "unread encrypted /messages/0/content/1/data opaque"},
        {"what nobody knows",
            request(
                R"([{"type":"hologram","words":"boo"}])", R"(,"wish":{"for":"more"},"stop_sequences":["X"])"),
            "user /messages/0/content/0/words unclaimed: boo\n"
            "user /wish/for unclaimed: more\n"
            "user /stop_sequences/0 unclaimed: X"},
        {"an identifier that is none",
            request(R"([{"type":"text","text":"a","id":")" + std::string(65, 'x') + "\"}]"),
            "user /messages/0/content/0/text: a\n"
            "user /messages/0/content/0/id unclaimed: "
            "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"},
    };
}

std::vector<Row> answers()
{
    return {
        {"text and a call",
            R"({"id":"msg_1","type":"message","role":"assistant","model":"m","content":[{"type":"text","text":"a"},{"type":"tool_use","id":"t","name":"look","input":{"q":"x"}}],"stop_reason":"tool_use","stop_sequence":null,"usage":{"input_tokens":3,"output_tokens":4}})",
            "assistant /content/0/text: a\ntool_call /content/1/input (look): {\"q\":\"x\"}"},
        {"a search of the provider's",
            R"({"content":[{"type":"web_search_tool_result","tool_use_id":"s","content":[{"type":"web_search_result","title":"T","url":"u","encrypted_content":"eA=="}]}]})",
            "tool /content/0/content/0/title unclaimed: T\n"
            "tool /content/0/content/0/url unclaimed: u\n"
            "unread encrypted /content/0/content/0/encrypted_content opaque"},
        {"what nobody knows", R"({"content":[],"stop_sequence":"END","note":"psst"})",
            "assistant /stop_sequence unclaimed: END\nassistant /note unclaimed: psst"},
    };
}

void fill(const std::vector<Row> &rows)
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("expected");
    for (const Row &row : rows)
        QTest::newRow(row.name) << QByteArray::fromStdString(row.body) << QString(row.expected);
}

std::string searchingRequest()
{
    return request("\"hi\"",
        R"(,"stream":true,"metadata":{"user_id":"u-1","session_id":"s-1"},"tools":[{"name":"look"},{"type":"web_search_20250305","name":"web_search"}])");
}

} // namespace

class TestAnthropicMessages : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsRequests_data() { fill(requests()); }
    void readsRequests()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, expected);
        const auto message = anthropicMessagesFormat().parseRequest(body.toStdString());
        QVERIFY2(message.has_value(), message ? "" : message.error().line().c_str());
        QCOMPARE(described(message->segments, message->unread), expected);
    }

    void readsAnswers_data() { fill(answers()); }
    void readsAnswers()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, expected);
        const auto message = anthropicMessagesFormat().parseResponse(body.toStdString());
        QVERIFY2(message.has_value(), message ? "" : message.error().line().c_str());
        QCOMPARE(described(message->segments, message->unread), expected);
    }

    void readsFacts()
    {
        const auto message = anthropicMessagesFormat().parseRequest(searchingRequest());
        QVERIFY(message.has_value());
        QVERIFY(message->facts.stream);
        QCOMPARE(message->facts.maxTokens.value_or(0), 64);
        QCOMPARE(message->facts.user, std::string("u-1"));
        QCOMPARE(message->facts.metadata.at("session_id"), std::string("s-1"));
        QCOMPARE(message->facts.toolNames, (std::vector<std::string>{"look", "web_search"}));
        const auto counted = anthropicCountFormat().parseRequest(searchingRequest());
        QVERIFY(counted.has_value() && !counted->facts.stream);
    }

    void countsWhatTheCacheHeld()
    {
        const auto message = anthropicMessagesFormat().parseResponse(
            R"({"content":[],"usage":{"input_tokens":3,"cache_read_input_tokens":50,"cache_creation_input_tokens":7,"output_tokens":4}})");
        QVERIFY(message && message->usage);
        QCOMPARE(message->usage->tokensIn, 60);
        QCOMPARE(message->usage->tokensCached, 50);
        QCOMPARE(message->usage->tokensOut, 4);
    }

    void refusesWhatIsNoRequest_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("where");
        QTest::newRow("no object") << QByteArray("[]") << QByteArray("");
        QTest::newRow("no model") << QByteArray(R"({"messages":[{"role":"user","content":"a"}]})")
                                  << QByteArray("/model");
        QTest::newRow("no messages") << QByteArray(R"({"model":"m","messages":[]})")
                                     << QByteArray("/messages");
        QTest::newRow("a message that is none")
            << QByteArray(R"({"model":"m","messages":["a"]})") << QByteArray("/messages/0");
        QTest::newRow("a key twice") << QByteArray(R"({"model":"m","model":"n","messages":[{}]})")
                                     << QByteArray("/model");
    }
    void refusesWhatIsNoRequest()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, where);
        const auto message = anthropicMessagesFormat().parseRequest(body.toStdString());
        QVERIFY(!message.has_value());
        QCOMPARE(QByteArray::fromStdString(message.error().where), where);
    }

    void masksArgumentsAsTheObjectTheyAre()
    {
        const std::string body
            = R"({"content":[{"type":"tool_use","id":"t","name":"look","input":{"card":4111,"to":"x"}}]})";
        const auto quoted = anthropicMessagesFormat().callerBody(
            body, {{"/content/0/input", R"({"card":[masked:card],"to":"[masked:address]"})"}});
        QVERIFY(quoted.has_value());
        const auto message = anthropicMessagesFormat().parseResponse(*quoted);
        QVERIFY(message.has_value());
        QCOMPARE(
            message->segments.at(0).text, std::string(R"({"card":"[masked:card]","to":"[masked:address]"})"));
        QVERIFY(!anthropicMessagesFormat().callerBody(body, {{"/content/0/input", "no object"}}));
    }

    void saysErrorsInItsOwnWay()
    {
        const GatewayError error{402, "budget_exceeded", "spent", R"({"interaction":"i"})"};
        QCOMPARE(anthropicMessagesFormat().errorBody(error),
            std::string(
                R"({"type":"error","error":{"type":"billing_error","message":"spent","code":"budget_exceeded","gatehouse":{"interaction":"i"}}})"));
        QVERIFY(anthropicMessagesFormat().errorEvents(error).starts_with("event: error\ndata: {"));
    }
};

QTEST_GUILESS_MAIN(TestAnthropicMessages)
#include "tst_anthropic_messages.moc"
