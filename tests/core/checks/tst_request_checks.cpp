// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// The checks of how a request is made: parameters, request_type, user and time_window.
#include "check_runner.h"
#include "core/message/openai_chat.h"

#include <QTest>

using namespace gatehouse;
using gatehouse::test::CheckRunner;

namespace {

CheckOutcome judge(const CheckRunner &runner, const std::string &fields, const std::string &route = "chat")
{
    const auto message = parseOpenAiChatRequest(
        R"({"model":"m","messages":[{"role":"user","content":"hi"}])" + fields + "}");
    if (!message)
        qFatal("%s", message.error().line().c_str());
    CallFacts call;
    call.request = &message->facts;
    call.route = route;
    const PatternHits hits;
    std::vector<ScannedSegment> scanned;
    for (const Segment &segment : message->segments)
        scanned.push_back({&segment, 0, BodyPart::Request, &hits, segment.text, nullptr});
    CallContent content;
    content.request = scanned;
    content.unreadRequest = message->unread;
    return runner.check()->run({{}, call, content}).outcome;
}

CheckReport judgeAt(const CheckRunner &runner, const char *time)
{
    const RequestFacts facts;
    CallFacts call;
    call.request = &facts;
    call.now = *fromRfc3339(time);
    return runner.runFacts(call);
}

} // namespace

class TestRequestChecks : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void parameters_data()
    {
        QTest::addColumn<QString>("parameters");
        QTest::addColumn<QString>("fields");
        QTest::addColumn<bool>("passes");
        const auto row = [](const char *name, const char *parameters, const char *fields, bool passes) {
            QTest::newRow(name) << QString(parameters) << QString(fields) << passes;
        };
        const char *cool = "{\"limits\":{\"temperature\":{\"max\":1}}}";
        row("within", cool, ",\"temperature\":0.7", true);
        row("at the limit", cool, ",\"temperature\":1.0", true);
        row("beyond", cool, ",\"temperature\":1.01", false);
        row("not given", cool, "", true);
        row("null is not given", cool, ",\"temperature\":null", true);
        row("a number as text", cool, ",\"temperature\":\"0\"", true);
        row("a word", cool, ",\"temperature\":\"hot\"", false);
        row("a list", cool, ",\"temperature\":[0]", false);
        row("exponent", cool, ",\"temperature\":1e2", false);
        const char *tokens
            = "{\"required\":[\"max_tokens\"],\"limits\":{\"max_tokens\":{\"min\":1,\"max\":100}}}";
        row("required", tokens, ",\"max_tokens\":100", true);
        row("under its newer name", tokens, ",\"max_completion_tokens\":50", true);
        row("newer name beyond", tokens, ",\"max_completion_tokens\":101", false);
        row("one of both beyond", tokens, ",\"max_completion_tokens\":50,\"max_tokens\":1000", false);
        row("missing", tokens, "", false);
        const char *noBias = "{\"forbidden\":[\"logit_bias\"]}";
        row("forbidden", noBias, ",\"logit_bias\":{}", false);
        row("not forbidden", noBias, ",\"top_p\":1", true);
        const char *format
            = "{\"allowed\":{\"response_format\":[\"json_schema\"],\"stream\":[false],\"n\":[1,2]}}";
        row("of the type", format, ",\"response_format\":{\"type\":\"json_schema\"},\"stream\":false,\"n\":2",
            true);
        row("of another type", format, ",\"response_format\":{\"type\":\"text\"}", false);
        row("another switch", format, ",\"stream\":true", false);
        row("another number", format, ",\"n\":3", false);
    }
    void parameters()
    {
        QFETCH(QString, parameters);
        QFETCH(QString, fields);
        QFETCH(bool, passes);
        const CheckRunner runner("parameters", parameters.toStdString());
        QVERIFY2(runner.check(), runner.error().line().c_str());
        QCOMPARE(judge(runner, fields.toStdString()), passes ? CheckOutcome::Pass : CheckOutcome::Fail);
    }

    void bareTextHasNoParameters()
    {
        const RequestFacts facts;
        CallFacts call;
        call.request = &facts;
        QCOMPARE(CheckRunner("parameters", "{\"required\":[\"n\"]}").runFacts(call).reason, "no_parameters");
        QCOMPARE(CheckRunner("request_type", "{\"routes\":[\"chat\"]}").runFacts(call).reason, "no_route");
    }

    void mistakesAreNamed_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("parameters");
        QTest::addColumn<QString>("where");
        const auto row = [](const char *kind, const char *parameters, const char *where) {
            QTest::addRow("%s %s", kind, parameters)
                << QString(kind) << QString(parameters) << QString(where);
        };
        row("parameters", "{}", "limits");
        row("parameters", "{\"limits\":{\"n\":{\"min\":2,\"max\":1}}}", "limits/n");
        row("parameters", "{\"limits\":{\"n\":3}}", "limits/n");
        row("request_type", "{}", "routes");
        row("user", "{\"pattern\":\"(\"}", "pattern");
        row("time_window", "{}", "windows");
        row("time_window", "{\"zone\":\"Mars/Base\",\"windows\":[{}]}", "zone");
        row("time_window", "{\"windows\":[{\"days\":[\"noday\"]}]}", "windows/0/days");
        row("time_window", "{\"windows\":[{},{\"from\":\"25:00\"}]}", "windows/1/from");
        row("time_window", "{\"windows\":[{\"until\":\"8:00\"}]}", "windows/0/until");
        row("webhook", "{\"url\":\"http://a.example/\"}", "url");
        row("webhook", "{\"url\":\"https://x:y@a.example/\"}", "url");
        row("webhook", "{\"url\":\"ftp://a.example/\"}", "url");
        row("llm_judge", "{\"model\":\"m\"}", "question");
        row("llm_judge", "{\"model\":\"m\",\"question\":\"q\",\"output\":{\"$ref\":\"#\"}}", "output/$ref");
        row("language", "{}", "allow");
        row("language", "{\"allow\":[\"en\"],\"deny\":[\"xx-none\"]}", "deny/0");
    }
    void mistakesAreNamed()
    {
        QFETCH(QString, kind);
        QFETCH(QString, parameters);
        QFETCH(QString, where);
        const CheckRunner runner(kind.toStdString(), parameters.toStdString());
        QVERIFY(!runner.check());
        QCOMPARE(QString::fromStdString(runner.error().where), where);
    }

    void requestType_data()
    {
        QTest::addColumn<QString>("trait");
        QTest::addColumn<QString>("fields");
        QTest::newRow("stream") << "stream"
                                << ",\"stream\":true";
        QTest::newRow("tools") << "tools"
                               << ",\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"f\"}}]";
        QTest::newRow("answers") << "several_answers"
                                 << ",\"n\":2";
        QTest::newRow("structure") << "structured_output"
                                   << ",\"response_format\":{\"type\":\"json_object\"}";
    }
    void requestType()
    {
        QFETCH(QString, trait);
        QFETCH(QString, fields);
        const CheckRunner require("request_type", ("{\"require\":[\"" + trait + "\"]}").toStdString());
        const CheckRunner forbid("request_type", ("{\"forbid\":[\"" + trait + "\"]}").toStdString());
        QCOMPARE(judge(require, fields.toStdString()), CheckOutcome::Pass);
        QCOMPARE(judge(forbid, fields.toStdString()), CheckOutcome::Fail);
        QCOMPARE(judge(require, ""), CheckOutcome::Fail);
        QCOMPARE(judge(forbid, ""), CheckOutcome::Pass);
    }

    void requestTypeReadsTheContent()
    {
        const auto message = parseOpenAiChatRequest(
            "{\"model\":\"m\",\"messages\":[{\"role\":\"system\",\"content\":\"be "
            "kind\"},{\"role\":\"user\",\"content\":"
            "[{\"type\":\"image_url\",\"image_url\":{\"url\":\"data:image/png;base64,aa\"}}]}]}");
        QVERIFY(message.has_value());
        CallFacts call;
        call.request = &message->facts;
        call.route = "chat";
        const PatternHits hits;
        std::vector<ScannedSegment> scanned;
        for (const Segment &segment : message->segments)
            scanned.push_back({&segment, 0, BodyPart::Request, &hits, segment.text, nullptr});
        CallContent content;
        content.request = scanned;
        content.unreadRequest = message->unread;
        for (const char *trait : {"images", "instructions"}) {
            const CheckRunner forbid("request_type", std::string("{\"forbid\":[\"") + trait + "\"]}");
            QCOMPARE(forbid.check()->run({{}, call, content}).outcome, CheckOutcome::Fail);
        }
        const CheckRunner tools("request_type", "{\"forbid\":[\"audio\",\"files\",\"tool_results\"]}");
        QCOMPARE(tools.check()->run({{}, call, content}).outcome, CheckOutcome::Pass);
    }

    void routes()
    {
        const CheckRunner runner("request_type", "{\"routes\":[\"chat\"]}");
        QCOMPARE(judge(runner, ""), CheckOutcome::Pass);
        QCOMPARE(judge(runner, "", "embeddings"), CheckOutcome::Fail);
    }

    void user_data()
    {
        QTest::addColumn<QString>("parameters");
        QTest::addColumn<QString>("user");
        QTest::addColumn<bool>("passes");
        QTest::newRow("named") << "{}"
                               << "u-7" << true;
        QTest::newRow("missing") << "{}"
                                 << "" << false;
        QTest::newRow("may be missing") << "{\"required\":false,\"allow\":[\"x\"]}"
                                        << "" << true;
        QTest::newRow("listed") << "{\"allow\":[\"u-*\"]}"
                                << "u-7" << true;
        QTest::newRow("not listed") << "{\"allow\":[\"u-*\"]}"
                                    << "v-7" << false;
        QTest::newRow("denied") << "{\"allow\":[\"u-*\"],\"deny\":[\"u-7\"]}"
                                << "u-7" << false;
        QTest::newRow("form") << "{\"pattern\":\"[a-z]+-[0-9]+\"}"
                              << "u-7" << true;
        QTest::newRow("other form") << "{\"pattern\":\"[a-z]+-[0-9]+\"}"
                                    << "ann@a.example" << false;
    }
    void user()
    {
        QFETCH(QString, parameters);
        QFETCH(QString, user);
        QFETCH(bool, passes);
        RequestFacts facts;
        facts.user = user.toStdString();
        CallFacts call;
        call.request = &facts;
        const CheckRunner runner("user", parameters.toStdString());
        QVERIFY2(runner.check(), runner.error().line().c_str());
        QCOMPARE(runner.runFacts(call).outcome, passes ? CheckOutcome::Pass : CheckOutcome::Fail);
    }

    void timeWindow_data()
    {
        QTest::addColumn<QString>("parameters");
        QTest::addColumn<QString>("time");
        QTest::addColumn<bool>("passes");
        const auto row = [](const char *name, const char *parameters, const char *time, bool passes) {
            QTest::newRow(name) << QString(parameters) << QString(time) << passes;
        };
        // 2026-03-29, 02:00: clocks in Berlin go from UTC+1 to UTC+2; 2026-10-25 back.
        const char *office
            = "{\"zone\":\"Europe/Berlin\",\"windows\":[{\"days\":[\"mon\",\"tue\",\"wed\",\"thu\",\"fri\"],"
              "\"from\":\"08:00\",\"until\":\"18:00\"}]}";
        row("winter, before", office, "2026-03-27T06:59:59Z", false);
        row("winter, open", office, "2026-03-27T07:00:00Z", true);
        row("weekend", office, "2026-03-28T10:00:00Z", false);
        row("summer, open", office, "2026-03-30T06:00:00Z", true);
        row("summer, closing", office, "2026-03-30T15:59:59Z", true);
        row("summer, closed", office, "2026-03-30T16:00:00Z", false);
        row("monday there, sunday here", "{\"zone\":\"Asia/Tokyo\",\"windows\":[{\"days\":[\"mon\"]}]}",
            "2026-03-29T15:00:00Z", true);
        const char *night = "{\"windows\":[{\"days\":[\"fri\"],\"from\":\"22:00\",\"until\":\"06:00\"}]}";
        row("friday night", night, "2026-03-27T23:00:00Z", true);
        row("the morning after", night, "2026-03-28T05:59:00Z", true);
        row("over", night, "2026-03-28T06:00:00Z", false);
        row("friday morning", night, "2026-03-27T05:00:00Z", false);
        row("monday after sunday",
            "{\"windows\":[{\"days\":[\"sun\"],\"from\":\"22:00\",\"until\":\"06:00\"}]}",
            "2026-03-30T01:00:00Z", true);
        row("frozen", "{\"fail\":\"inside\",\"windows\":[{\"days\":[\"fri\"]}]}", "2026-03-27T12:00:00Z",
            false);
        row("not frozen", "{\"fail\":\"inside\",\"windows\":[{\"days\":[\"fri\"]}]}", "2026-03-28T12:00:00Z",
            true);
        row("all day", "{\"windows\":[{}]}", "2026-03-28T23:59:59Z", true);
    }
    void timeWindow()
    {
        QFETCH(QString, parameters);
        QFETCH(QString, time);
        QFETCH(bool, passes);
        const CheckRunner runner("time_window", parameters.toStdString());
        QVERIFY2(runner.check(), runner.error().line().c_str());
        QCOMPARE(judgeAt(runner, qPrintable(time)).outcome, passes ? CheckOutcome::Pass : CheckOutcome::Fail);
    }

    void withoutTimeItDoesNotRun()
    {
        const RequestFacts facts;
        CallFacts call;
        call.request = &facts;
        const CheckReport report = CheckRunner("time_window", "{\"windows\":[{}]}").runFacts(call);
        QCOMPARE(report.outcome, CheckOutcome::NotRun);
        QCOMPARE(report.reason, "no_time");
    }
};

QTEST_GUILESS_MAIN(TestRequestChecks)
#include "tst_request_checks.moc"
