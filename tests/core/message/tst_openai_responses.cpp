// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/message/openai_responses.h"
#include "described.h"

#include <QTest>

using namespace gatehouse;
using gatehouse::test::described;

namespace {

std::string request(const std::string &input, const std::string &rest = {})
{
    return R"({"model":"m","input":)" + input + rest + "}";
}

struct Row {
    const char *name;
    std::string body;
    const char *expected;
};

std::vector<Row> requests()
{
    return {
        {"a text", request("\"hi\"", R"(,"instructions":"Be kind")"),
            "user /input: hi\nsystem /instructions: Be kind"},
        {"messages",
            request(
                R"([{"role":"developer","content":"Be kind"},{"type":"message","role":"user","content":[{"type":"input_text","text":"hi"},{"type":"input_image","image_url":"data:image\/png;base64,iVBOR"}]},{"role":"assistant","content":[{"type":"output_text","text":"yes","annotations":[]},{"type":"refusal","refusal":"no"}]}])"),
            "system /input/0/content: Be kind\n"
            "user /input/1/content/0/text: hi\n"
            "assistant /input/2/content/0/text: yes\n"
            "assistant /input/2/content/1/refusal: no\n"
            "unread image /input/1/content/1/image_url not_text"},
        {"files",
            request(
                R"([{"role":"user","content":[{"type":"input_file","filename":"a.pdf","file_data":"JVBERi0="},{"type":"input_file","file_id":"file_1"},{"type":"input_file","file_url":"https:\/\/example.com\/a.pdf"}]}])"),
            "user /input/0/content/0/filename unclaimed: a.pdf\n"
            "user /input/0/content/2/file_url unclaimed: https://example.com/a.pdf\n"
            "unread file /input/0/content/0/file_data not_text\n"
            "unread file /input/0/content/1/file_id elsewhere\n"
            "unread file /input/0/content/2/file_url elsewhere"},
        {"a call and its result",
            request(
                R"([{"type":"function_call","call_id":"c1","name":"look","arguments":"{\"q\":1}"},{"type":"function_call_output","call_id":"c1","output":"found"},{"type":"function_call_output","call_id":"c1","output":[{"type":"input_text","text":"parts"}]}])"),
            "tool_call /input/0/arguments (look): {\"q\":1}\n"
            "tool /input/1/output (look): found\n"
            "tool /input/2/output/0/text (look): parts"},
        {"calls at the provider",
            request(
                R"([{"type":"web_search_call","id":"w","action":{"type":"search","query":"cats"}},{"type":"code_interpreter_call","id":"x","code":"x = 1","outputs":[{"type":"logs","logs":"1"}]},{"type":"mcp_call","id":"y","name":"look","server_label":"s","arguments":"{}","output":"found"}])"),
            "tool_call /input/0/action/type unclaimed: search\n"
            "tool_call /input/0/action/query unclaimed: cats\n"
            "tool_call /input/1/code: x = 1\n"
            "tool /input/1/outputs/0/type unclaimed: logs\n"
            "tool /input/1/outputs/0/logs unclaimed: 1\n"
            "tool_call /input/2/arguments (look): {}\n"
            "tool /input/2/output (look): found"},
        {"reasoning",
            request(
                R"([{"type":"reasoning","id":"r","summary":[{"type":"summary_text","text":"hm"}],"content":[{"type":"reasoning_text","text":"so"}],"encrypted_content":"c2Vh"}])"),
            "assistant /input/0/summary/0/text: hm\n"
            "assistant /input/0/content/0/text: so\n"
            "unread encrypted /input/0/encrypted_content opaque"},
        {"what was said before", request("\"hi\"", R"(,"previous_response_id":"resp_1")"),
            "user /input: hi\nunread history /previous_response_id elsewhere"},
        {"a reference", request(R"([{"type":"item_reference","id":"msg_1"}])"),
            "unread history /input/0 elsewhere"},
        {"tools",
            request("\"hi\"",
                R"(,"tools":[{"type":"function","name":"look","description":"Looks up","parameters":{"type":"object"}}],"text":{"format":{"type":"json_schema","name":"n","schema":{"title":"T"}}})"),
            "user /input: hi\n"
            "tool_definition /tools/0/type: function\n"
            "tool_definition /tools/0/name: look\n"
            "tool_definition /tools/0/description: Looks up\n"
            "tool_definition /tools/0/parameters/type: object\n"
            "user /text/format/type unclaimed: json_schema\n"
            "user /text/format/name unclaimed: n\n"
            "user /text/format/schema/title unclaimed: T"},
        {"what nobody knows", request(R"([{"type":"hologram","words":"boo"}])"),
            "user /input/0/words unclaimed: boo"},
    };
}

void fill(const std::vector<Row> &rows)
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("expected");
    for (const Row &row : rows)
        QTest::newRow(row.name) << QByteArray::fromStdString(row.body) << QString(row.expected);
}

std::string answerThatRepeatsTheRequest()
{
    return R"({"id":"resp_1","object":"response","status":"completed","model":"m","instructions":"Be kind","metadata":{"a":"b"},"tools":[{"type":"function","name":"look"}],"parallel_tool_calls":true,"output":[{"type":"message","id":"msg_1","role":"assistant","content":[{"type":"output_text","text":"a","logprobs":[{"token":"a"}]}]},{"type":"function_call","call_id":"c","name":"look","arguments":"{}"}],"usage":{"input_tokens":9,"input_tokens_details":{"cached_tokens":4},"output_tokens":5}})";
}

} // namespace

class TestOpenAiResponses : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsRequests_data() { fill(requests()); }
    void readsRequests()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, expected);
        const auto message = openAiResponsesFormat().parseRequest(body.toStdString());
        QVERIFY2(message.has_value(), message ? "" : message.error().line().c_str());
        QCOMPARE(described(message->segments, message->unread), expected);
    }

    void readsAnswers()
    {
        const auto message = openAiResponsesFormat().parseResponse(answerThatRepeatsTheRequest());
        QVERIFY(message.has_value());
        QCOMPARE(described(message->segments, message->unread),
            QString("assistant /output/0/content/0/text: a\ntool_call /output/1/arguments (look): {}"));
        QCOMPARE(message->id, std::string("resp_1"));
        QVERIFY(message->usage.has_value());
        QCOMPARE(message->usage->tokensIn, 9);
        QCOMPARE(message->usage->tokensCached, 4);
        QCOMPARE(message->usage->tokensOut, 5);
    }

    void takesOnlyANameForAnId_data()
    {
        QTest::addColumn<QByteArray>("id");
        QTest::newRow("none") << QByteArray("null");
        QTest::newRow("a text") << QByteArray("\"call me at noon\"");
        QTest::newRow("too long") << QByteArray("\"" + QByteArray(65, 'a') + "\"");
        QTest::newRow("another alphabet") << QByteArray("\"r\xc3\xa4tsp_1\"");
    }
    void takesOnlyANameForAnId()
    {
        QFETCH(QByteArray, id);
        const auto message
            = openAiResponsesFormat().parseResponse("{\"id\":" + id.toStdString() + ",\"output\":[]}");
        QVERIFY(message.has_value());
        QCOMPARE(message->id, std::string());
    }

    void leavesOutWhatTheAnswerRepeats()
    {
        const auto body = openAiResponsesFormat().callerBody(
            answerThatRepeatsTheRequest(), {{"/output/0/content/0/text", "b"}});
        QVERIFY(body.has_value());
        const QByteArray told = QByteArray::fromStdString(*body);
        QVERIFY2(!told.contains("Be kind") && !told.contains("token\""), told.constData());
        QVERIFY2(told.contains(R"("text":"b")") && told.contains(R"("id":"resp_1")"), told.constData());
    }

    void readsFacts()
    {
        const auto message = openAiResponsesFormat().parseRequest(request("\"hi\"",
            R"(,"stream":true,"max_output_tokens":7,"previous_response_id":"resp_1","tools":[{"type":"function","name":"look"},{"type":"web_search"}])"));
        QVERIFY(message.has_value());
        QVERIFY(message->facts.stream);
        QCOMPARE(message->facts.maxTokens.value_or(0), 7);
        QCOMPARE(message->facts.previousResponse, std::string("resp_1"));
        QCOMPARE(message->facts.toolNames, (std::vector<std::string>{"look", "web_search"}));
    }

    void refusesWhatIsNoRequest_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("where");
        QTest::newRow("no object") << QByteArray("[]") << QByteArray("");
        QTest::newRow("no model") << QByteArray(R"({"input":"a"})") << QByteArray("/model");
        QTest::newRow("no input") << QByteArray(R"({"model":"m"})") << QByteArray("/input");
    }
    void refusesWhatIsNoRequest()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, where);
        const auto message = openAiResponsesFormat().parseRequest(body.toStdString());
        QVERIFY(!message.has_value());
        QCOMPARE(QByteArray::fromStdString(message.error().where), where);
    }
};

QTEST_GUILESS_MAIN(TestOpenAiResponses)
#include "tst_openai_responses.moc"
