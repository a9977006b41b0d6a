// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/policy/exceptions.h"
#include "core/policy/verdict_json.h"
#include "core/policy/verdict_rows.h"
#include "core/stream/openai_chat_stream.h"
#include "test_policy.h"

#include <QRegularExpression>
#include <QTest>

using namespace gatehouse;
using namespace std::chrono_literals;
using gatehouse::test::explain;
using gatehouse::test::policyOf;

namespace {

const Timestamp now = fromMicros(1'000'000'000);

std::shared_ptr<const CompiledPolicy> compiled(const std::string &rules)
{
    const auto policy = CompiledPolicy::fromJson(policyOf(rules));
    if (!policy)
        qFatal("%s", qPrintable(explain(policy.error())));
    return *policy;
}

std::string expression(
    const char *id, const char *action, const char *rest = "", const char *stage = "request")
{
    return std::string(R"({"id":")") + id + R"(","stage":")" + stage
        + R"(","check":{"kind":"regex","patterns":[{"expression":"zebra-[0-9]{1,3}"}]},"severity":"high","action":")"
        + action + "\"" + rest + "}";
}

PolicyException forPayload(const char *id = "e1")
{
    PolicyException exception;
    exception.id = {id};
    exception.rule = "r";
    exception.payloadHash = "the-hash";
    exception.expiresAt = now + 1h;
    return exception;
}

PolicyException forPattern(const char *pattern, const char *id = "e1")
{
    PolicyException exception = forPayload(id);
    exception.payloadHash.clear();
    exception.pattern = pattern;
    return exception;
}

Identity caller()
{
    return {"payments", "production", "assistant", "k1", {}};
}

// What holds for a call of that caller with that payload.
struct Held {
    explicit Held(std::vector<PolicyException> all, const Identity &identity = caller(),
        std::string_view hash = "the-hash", Timestamp at = now)
        : table(std::move(all))
        , call(table.forCall(identity, hash, at))
    {
    }
    ExceptionTable table;
    CallExceptions call;
};

Evaluation judge(const CompiledPolicy &policy, const std::string &text, const CallExceptions *exceptions)
{
    RequestMessage request;
    request.segments.push_back({TrustZone::User, "user", "/messages/0/content", text, {}, false});
    EvaluationInput input;
    input.call.request = &request.facts;
    input.request = &request;
    input.exceptions = exceptions;
    return policy.evaluate(input);
}

VerdictKind kindOf(const CompiledPolicy &policy, const std::string &text, const Held &held)
{
    return judge(policy, text, &held.call).verdict.kind;
}

std::string streamed(
    const std::string &policyAction, const std::string &text, const Held &held, StreamEnd &end)
{
    RequestFacts facts;
    CallFacts call;
    call.request = &facts;
    StreamSubject subject{compiled(expression("r", policyAction.c_str(), "", "response")), call};
    subject.exceptions = &held.call;
    OpenAiChatStream stream(std::move(subject));
    std::string sent;
    const auto chunk = [](const std::string &delta, const char *finish) {
        return R"(data: {"id":"c","model":"m","choices":[{"index":0,"delta":)" + delta
            + R"(,"finish_reason":)" + finish + "}]}\n\n";
    };
    std::string bytes;
    for (const char letter : text)
        bytes += chunk(std::string(R"({"content":")") + letter + "\"}", "null");
    const auto released = stream.feed(bytes + chunk("{}", "\"stop\"") + "data: [DONE]\n\n");
    if (!released)
        qFatal("%s", released.error().line().c_str());
    sent = *released;
    end = stream.finish();
    return sent + stream.lastEvents(end.evaluation.verdict, {});
}

} // namespace

class TestExceptionsInJudging : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void liftsTheOneRuleForThePayload()
    {
        const auto policy = compiled(expression("r", "block") + "," + expression("other", "flag"));
        const Held held({forPayload()});
        const Evaluation result = judge(*policy, "a zebra-1", &held.call);
        QCOMPARE(result.verdict.kind, VerdictKind::Flagged);
        const CheckResult &check = result.verdict.checks[0];
        QCOMPARE(check.outcome, CheckOutcome::Fail);
        QVERIFY(!check.applied);
        QCOMPARE(check.evidence.size(), std::size_t(1));
        QVERIFY(liftedBy(check) == std::vector<ExceptionId>{{"e1"}});
        QVERIFY(liftedBy(result.verdict.checks[1]).empty());
    }

    void coversWhatItsPatternFits_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("lifts");
        QTest::newRow("exactly") << "zebra-1"
                                 << "a zebra-1 here" << true;
        QTest::newRow("every one") << "zebra-[12]"
                                   << "zebra-1 and zebra-2" << true;
        QTest::newRow("not all of them") << "zebra-1"
                                         << "zebra-1 and zebra-2" << false;
        QTest::newRow("the beginning alone") << "zebra"
                                             << "zebra-1" << false;
        QTest::newRow("what stands around") << "a zebra-1"
                                            << "a zebra-1" << false;
    }

    void coversWhatItsPatternFits()
    {
        QFETCH(QString, pattern);
        QFETCH(QString, text);
        QFETCH(bool, lifts);
        const auto policy = compiled(expression("r", "mask"));
        const Held held({forPattern(qPrintable(pattern))});
        const Evaluation result = judge(*policy, text.toStdString(), &held.call);
        QCOMPARE(result.verdict.kind, lifts ? VerdictKind::Allowed : VerdictKind::Masked);
        QCOMPARE(result.masks.empty(), lifts);
    }

    void severalCoverTogether()
    {
        const auto policy = compiled(expression("r", "block"));
        const Held held({forPattern("zebra-2", "e2"), forPattern("zebra-1", "e1"), forPattern("lion", "e0")});
        const Evaluation result = judge(*policy, "zebra-2 zebra-1", &held.call);
        QCOMPARE(result.verdict.kind, VerdictKind::Allowed);
        QCOMPARE(result.verdict.checks[0].reason, std::string("exception:e1,e2"));
        QVERIFY(liftedBy(result.verdict.checks[0]) == (std::vector<ExceptionId>{{"e1"}, {"e2"}}));
    }

    void holdsForItsCallsAndItsTime()
    {
        const auto policy = compiled(expression("r", "block"));
        const auto with = [&](const std::function<void(PolicyException &)> &change) {
            PolicyException exception = forPayload();
            change(exception);
            return kindOf(*policy, "zebra-1", Held({exception})) == VerdictKind::Allowed;
        };
        QVERIFY(with([](auto &e) { e.team = "payments"; }));
        QVERIFY(with([](auto &e) { e.environment = "production"; }));
        QVERIFY(with([](auto &e) { e.useCase = "assistant"; }));
        QVERIFY(with([](auto &e) { e.key = "k1"; }));
        QVERIFY(!with([](auto &e) { e.team = "support"; }));
        QVERIFY(!with([](auto &e) { e.environment = "test"; }));
        QVERIFY(!with([](auto &e) { e.useCase = "batch"; }));
        QVERIFY(!with([](auto &e) { e.key = "k2"; }));
        QVERIFY(!with([](auto &e) { e.payloadHash = "another"; }));
        QVERIFY(!with([](auto &e) { e.rule = "s"; }));
        QVERIFY(!with([](auto &e) { e.expiresAt = now; }));
        QVERIFY(with([](auto &e) { e.expiresAt = now + 1us; }));
        // One without anything to go by lifts nothing.
        QVERIFY(!with([](auto &e) { e.payloadHash.clear(); }));
        QCOMPARE(kindOf(*policy, "zebra-1", Held({forPattern("(")})), VerdictKind::Blocked);
    }

    void liftsNoFloorNoAccessRuleAndNoError()
    {
        const auto policy = compiled(expression("r", "block", R"(,"floor":true)"));
        QCOMPARE(kindOf(*policy, "zebra-1", Held({forPayload()})), VerdictKind::Blocked);
        const auto access = compiled(
            R"({"id":"r","stage":"access","check":{"kind":"metadata","require":["purpose"]},"action":"block"})");
        QCOMPARE(kindOf(*access, "x", Held({forPayload()})), VerdictKind::Blocked);
        const auto poor = compiled(expression("r", "block", R"(,"budget":{"bytes":1024})"));
        const Held held({forPayload()});
        const Evaluation result = judge(*poor, "zebra-1 " + std::string(2000, 'x'), &held.call);
        QCOMPARE(result.verdict.checks[0].outcome, CheckOutcome::Error);
        QCOMPARE(result.verdict.kind, VerdictKind::Blocked);
    }

    void aFactHasNoTextForAPattern()
    {
        const auto policy = compiled(
            R"({"id":"r","stage":"request","check":{"kind":"metadata","require":["purpose"]},"action":"block"})");
        QCOMPARE(kindOf(*policy, "zebra", Held({forPattern(".+")})), VerdictKind::Blocked);
        QCOMPARE(kindOf(*policy, "zebra", Held({forPayload()})), VerdictKind::Allowed);
    }

    void whatIsLiftedIsNoFailureForOthers()
    {
        const auto policy = compiled(expression("r", "flag", R"(,"mode":"shadow")") + ","
            + expression("s", "flag", R"(,"mode":"shadow","when":{"field":"rule.r.failed","equals":true})"));
        const Held held({forPayload()});
        const Verdict verdict = judge(*policy, "zebra-1", &held.call).verdict;
        QCOMPARE(verdict.checks[1].reason, std::string("condition"));
        QVERIFY(failedRules(verdict).shadow.empty());
        QCOMPARE(failedRules(judge(*policy, "zebra-1", nullptr).verdict).shadow.size(), std::size_t(2));
    }

    void staysMaskedInWhatIsStored()
    {
        const auto policy = compiled(
            R"({"id":"r","stage":"request","check":{"kind":"pii","kinds":["email"]},"action":"mask"})");
        const Held held({forPattern("desk@example\\.org")});
        const Evaluation result = judge(*policy, "write to desk@example.org", &held.call);
        QCOMPARE(result.verdict.kind, VerdictKind::Allowed);
        QVERIFY(result.masks.empty());
        QCOMPARE(result.sensitive.size(), std::size_t(1));
    }

    void isKeptInEveryWrittenForm()
    {
        const auto policy = compiled(expression("r", "block"));
        const Held held({forPayload()});
        const Verdict verdict = judge(*policy, "zebra-1", &held.call).verdict;
        QVERIFY(verdictToJson(verdict).find(R"("reason":"exception:e1")") != std::string::npos);
        for (const auto &read :
            {checksFromJson(checksToJson(verdict.checks)), checksFromRows(checksToRows(verdict.checks))})
            QVERIFY(read && liftedBy(read->at(0)) == std::vector<ExceptionId>{{"e1"}});
        CheckResult told;
        told.outcome = CheckOutcome::Fail;
        told.reason = liftedReason({{"a"}, {"b"}}, "9 calls, usually 2");
        QCOMPARE(told.reason, std::string("exception:a,b 9 calls, usually 2"));
        QCOMPARE(liftedBy(told).size(), std::size_t(2));
        told.applied = true;
        QVERIFY(liftedBy(told).empty());
    }

    void reachesAnswersThatStream_data()
    {
        QTest::addColumn<QString>("action");
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("received");
        QTest::addColumn<bool>("cut");
        QTest::newRow("payload") << "block"
                                 << ""
                                 << "a zebra-1 b"
                                 << "a zebra-1 b" << false;
        QTest::newRow("payload, mask") << "mask"
                                       << ""
                                       << "a zebra-1 b"
                                       << "a zebra-1 b" << false;
        QTest::newRow("pattern") << "block"
                                 << "zebra-1"
                                 << "a zebra-1 b"
                                 << "a zebra-1 b" << false;
        QTest::newRow("pattern, mask") << "mask"
                                       << "zebra-1"
                                       << "a zebra-1 b"
                                       << "a zebra-1 b" << false;
        QTest::newRow("something else") << "block"
                                        << "zebra-1"
                                        << "a zebra-2 b"
                                        << "" << true;
        QTest::newRow("something beside") << "block"
                                          << "zebra-1"
                                          << "zebra-1 zebra-2"
                                          << "" << true;
        QTest::newRow("something beside, mask") << "mask"
                                                << "zebra-1"
                                                << "zebra-1 zebra-2"
                                                << "[masked:regex] [masked:regex]" << false;
    }

    void reachesAnswersThatStream()
    {
        QFETCH(QString, action);
        QFETCH(QString, pattern);
        QFETCH(QString, text);
        QFETCH(QString, received);
        QFETCH(bool, cut);
        const Held held({pattern.isEmpty() ? forPayload() : forPattern(qPrintable(pattern))});
        StreamEnd end;
        const QString events
            = QString::fromStdString(streamed(action.toStdString(), text.toStdString(), held, end));
        QString content;
        const QRegularExpression piece(QStringLiteral("\"content\":\"([^\"]*)\""));
        for (auto each = piece.globalMatch(events); each.hasNext();)
            content += each.next().captured(1);
        QCOMPARE(content, received);
        QCOMPARE(end.cut, cut);
        const bool lifted = received == text;
        QCOMPARE(liftedBy(end.evaluation.verdict.checks[0]).empty(), !lifted);
    }
};

QTEST_GUILESS_MAIN(TestExceptionsInJudging)
#include "tst_exceptions.moc"
