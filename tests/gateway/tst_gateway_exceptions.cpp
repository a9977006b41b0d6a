// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// Exceptions reach a gateway that runs, lift what they are for, and are seen in the records.

#include "gateway_place.h"
#include "store/exceptions.h"

#include <QtTest>

using namespace gatehouse;
using namespace gatehouse::gateway::test;
using namespace std::chrono_literals;

namespace {

constexpr int patience = 20'000; // ms

PolicyException exceptionFor(const char *rule)
{
    PolicyException exception;
    exception.rule = rule;
    exception.team = "payments";
    exception.expiresAt = systemClock().now() + 1h;
    return exception;
}

store::ExceptionRow add(GatewayPlace &place, const PolicyException &exception)
{
    auto added = store::addException(place.store(), exception, "a false positive");
    if (!added)
        qFatal("%s", added.error().line().c_str());
    return *added;
}

store::ExceptionRow stored(GatewayPlace &place, const ExceptionId &id)
{
    const auto rows = store::listExceptions(place.store());
    for (const store::ExceptionRow &row : *rows) {
        if (row.exception.id == id)
            return row;
    }
    qFatal("the exception is gone");
}

// Calls that passed although a rule found something.
std::int64_t callsLet(GatewayPlace &place)
{
    const auto rows = place.interactions();
    return std::count_if(rows.begin(), rows.end(), [](const store::InteractionRow &row) {
        return row.verdict == VerdictKind::Allowed && !row.rules.empty();
    });
}

} // namespace

class TestGatewayExceptions : public QObject {
    Q_OBJECT

private slots:
    void liftForThePayloadOfACall();
    void liftForAPattern();
    void reachAnswers_data();
    void reachAnswers();
};

void TestGatewayExceptions::liftForThePayloadOfACall()
{
    GatewayPlace place;
    place.start();
    const HttpAnswer refused = place.ask("a blockword here");
    QCOMPARE(refused.status, 400);
    const InteractionId id{refused.json("error.gatehouse.interaction")};
    const auto wanted = store::forPayloadOf(place.store(), id, exceptionFor("no-blockword"));
    QVERIFY(wanted);
    const ExceptionId made = add(place, *wanted).exception.id;
    QTRY_COMPARE_WITH_TIMEOUT(place.ask("a blockword here").status, 200, patience);
    QCOMPARE(place.ask("another blockword here").status, 400);
    const auto rows = place.interactions();
    QCOMPARE(rows[1].verdict, VerdictKind::Allowed);
    QVERIFY(rows[1].rules == std::vector<std::string>{"no-blockword"});
    const CheckResult check = place.detail(rows[1].id).checks.front();
    QCOMPARE(check.outcome, CheckOutcome::Fail);
    QVERIFY(!check.applied);
    QCOMPARE(check.evidence.size(), std::size_t(1));
    QVERIFY(liftedBy(check) == std::vector<ExceptionId>{made});
    QCOMPARE(stored(place, made).uses, callsLet(place));
    QVERIFY(store::removeException(place.store(), made));
    QTRY_COMPARE_WITH_TIMEOUT(place.ask("a blockword here").status, 400, patience);
}

void TestGatewayExceptions::liftForAPattern()
{
    GatewayPlace place;
    place.start();
    PolicyException exception = exceptionFor("mask-request");
    exception.pattern = "maskword";
    const ExceptionId made = add(place, exception).exception.id;
    exception.rule = "mask-answer"; // the answer repeats it
    add(place, exception);
    const auto verdict = [&] { return place.ask("say maskword").field("x-gatehouse-verdict"); };
    QTRY_COMPARE_WITH_TIMEOUT(verdict(), std::string("allowed"), patience);
    QVERIFY(place.ask("say maskword").body.find("maskword") != std::string::npos);
    QVERIFY(stored(place, made).uses > 1);
}

void TestGatewayExceptions::reachAnswers_data()
{
    QTest::addColumn<bool>("stream");
    QTest::newRow("plain") << false;
    QTest::newRow("streamed") << true;
}

void TestGatewayExceptions::reachAnswers()
{
    QFETCH(bool, stream);
    const std::string text = "first some words and then stopword and the rest";
    GatewayPlace place;
    place.start();
    const auto comesThrough = [&] {
        const HttpAnswer answer = place.ask(text, stream);
        return answer.whole && answer.body.find("stopword and") != std::string::npos;
    };
    QVERIFY(!comesThrough());
    PolicyException exception = exceptionFor("no-stopword");
    exception.pattern = "stopword";
    const ExceptionId made = add(place, exception).exception.id;
    QTRY_VERIFY_WITH_TIMEOUT(comesThrough(), patience);
    QCOMPARE(place.newest().verdict, VerdictKind::Allowed);
    QCOMPARE(stored(place, made).uses, callsLet(place));
}

QTEST_GUILESS_MAIN(TestGatewayExceptions)
#include "tst_gateway_exceptions.moc"
