// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/verdict_chain.h"

#include "store/erasure.h"
#include "store/interactions.h"
#include "store/maintenance.h"
#include "store_fixture.h"

using namespace gatehouse;
using namespace gatehouse::store;
using namespace gatehouse::store::test;

class TestVerdictChain : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void emptyStoreIsGood();
    void whatWasRecordedVerifies();
    void whatPeopleDoLeavesItAlone();
    void changedCallsAreFound();
    void changedBatchesAreFound_data();
    void changedBatchesAreFound();
    void missingCallsAreCounted();
    void wrongRecordsLeaveNoTrace();
    void forgottenWithTheCallsTheyWereOf();

private:
    // Three calls written at once with their verdicts or as they come, one whose verdict came later, one
    // refused.
    static std::vector<InteractionId> fill(const Place &place)
    {
        const Timestamp now = place.clock.now();
        std::vector<InteractionId> ids;
        for (int i = 0; i < 5; ++i)
            ids.push_back(idAt(now, i));
        const auto call = [&](int i) { return requestRecord(ids[static_cast<std::size_t>(i)], now); };
        auto judged = verdictRecord(ids[1], VerdictKind::Flagged);
        judged.checks = {failedCheck("injection", "prompt_injection", Action::Flag)};
        record(place, {call(0), call(1)}, {verdictRecord(ids[0]), judged});
        record(place, {call(2), call(3)});
        record(place, {}, {verdictRecord(ids[2])});
        auto refused = requestRecord(ids[4], now, VerdictKind::Blocked);
        refused.row.outcome = Outcome::Refused;
        refused.checks = {failedCheck("secrets", "secrets", Action::Block)};
        record(place, {refused});
        return ids;
    }
    static VerdictVerification verified(Store &store)
    {
        const auto result = verifyVerdicts(store);
        if (!result)
            qFatal("%s", result.error().line().c_str());
        return *result;
    }
};

void TestVerdictChain::emptyStoreIsGood()
{
    const Place place;
    const auto store = place.open();
    QVERIFY_DONE(signVerdictHead(*store, "test"));
    const auto result = verified(*store);
    QVERIFY(result.ok);
    QCOMPARE(result.gateways, 0);
}

void TestVerdictChain::whatWasRecordedVerifies()
{
    const Place place;
    const auto store = place.open();
    fill(place);
    auto result = verified(*store);
    QVERIFY2(result.ok, result.problem.c_str());
    QCOMPARE(result.gateways, 1);
    // The call whose verdict came later has two records, the one without a verdict one.
    QVERIFY(result.records >= 6);
    QCOMPARE(result.gone, 0);
    const auto before = result;
    QVERIFY_DONE(signVerdictHead(*store, "test"));
    fill(place); // written again: nothing is changed, and it is said again
    QVERIFY_DONE(signVerdictHead(*store, "test"));
    result = verified(*store);
    QVERIFY2(result.ok, result.problem.c_str());
    QVERIFY(result.batches > before.batches);
}

void TestVerdictChain::whatPeopleDoLeavesItAlone()
{
    const Place place;
    const auto store = place.open();
    const auto ids = fill(place);
    QVERIFY_DONE(resolve(*store, seen(*store, {ids[4]}), Disposition::TruePositive, "seen before"));
    QVERIFY_DONE(eraseContent(*store, {"", "k00000000001", "asked for"}));
    QCOMPARE(showInteraction(*store, ids[4])->row.snippet, std::string());
    const auto result = verified(*store);
    QVERIFY2(result.ok, result.problem.c_str());
}

void TestVerdictChain::changedCallsAreFound()
{
    const Place place;
    const auto store = place.open();
    fill(place);
    QVERIFY(verified(*store).ok);
    // What is changed, how, and how it was.
    struct Change {
        const char *table, *column, *to, *from, *where;
    };
    const Change changes[] = {
        {"interaction", "verdict", "0", "4", "outcome = 2"},
        {"interaction", "severity", "0", "3", "verdict = 4"},
        {"interaction", "outcome", "1", "2", "verdict = 4"},
        {"interaction", "policy_version", "'b'",
            "'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'", "verdict = 4"},
        {"interaction", "at", "at + 1", "at - 1", "verdict = 4"},
        {"interaction", "key", "'k00000000002'", "'k00000000001'", "verdict = 4"},
        {"interaction", "team", "'support'", "'payments'", "verdict = 4"},
        {"interaction", "tokens_out", "4", "3", "verdict = 1"},
        {"interaction_detail", "checks", "replace(checks, 'secrets', 'keywords')",
            "replace(checks, 'keywords', 'secrets')", "checks LIKE '%s%'"},
        {"interaction_detail", "coverage", "'x' || coverage", "substr(coverage, 2)", "coverage <> ''"},
    };
    Intruder intruder(place.store());
    for (const Change &change : changes) {
        const auto set = [&](const char *to) {
            intruder.run(std::string("UPDATE ") + change.table + " SET " + change.column + " = " + to
                + " WHERE " + change.where);
        };
        set(change.to);
        const auto result = verified(*store);
        QVERIFY2(!result.ok, change.column);
        QVERIFY2(result.problem.find("is not what was recorded (gateway:test, batch ") != std::string::npos,
            result.problem.c_str());
        set(change.from);
        QVERIFY2(verified(*store).ok, change.column);
    }
}

void TestVerdictChain::changedBatchesAreFound_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("problem");
    const auto row = [](const char *name, const char *sql, const char *problem) {
        QTest::newRow(name) << sql << problem;
    };
    row("a batch taken out", "DELETE FROM verdict_batch WHERE number = 2", "a batch is missing");
    row("closed up",
        "DELETE FROM verdict_batch WHERE number = 2; UPDATE verdict_batch SET number = number - 1 WHERE "
        "number > 2",
        "a batch was changed");
    row("time", "UPDATE verdict_batch SET at = at + 1 WHERE number = 2", "a batch was changed");
    row("leaves emptied", "UPDATE verdict_batch SET leaves = previous WHERE number = 2",
        "a batch was changed");
    row("the end cut off", "DELETE FROM verdict_batch WHERE number > 1", "the end was cut off");
    row("all cut off", "DELETE FROM verdict_batch", "the end was cut off");
    row("a head of another batch", "UPDATE verdict_head SET number = number - 1",
        "the signed head does not fit");
    row("a forged signature", "UPDATE verdict_head SET signature = public_key",
        "the signed head does not fit");
}

void TestVerdictChain::changedBatchesAreFound()
{
    QFETCH(QString, sql);
    QFETCH(QString, problem);
    const Place place;
    const auto store = place.open();
    fill(place);
    QVERIFY_DONE(signVerdictHead(*store, "test"));
    QVERIFY(verified(*store).ok);
    Intruder(place.store()).run(sql.toStdString());
    const auto result = verified(*store);
    QVERIFY(!result.ok);
    QVERIFY2(QString::fromStdString(result.problem).startsWith(problem), result.problem.c_str());
}

void TestVerdictChain::missingCallsAreCounted()
{
    const Place place;
    const auto store = place.open();
    fill(place);
    Intruder(place.store()).run("DELETE FROM interaction WHERE verdict = 4");
    const auto result = verified(*store);
    QVERIFY2(result.ok, result.problem.c_str());
    QCOMPARE(result.gone, 1);
}

void TestVerdictChain::wrongRecordsLeaveNoTrace()
{
    const Place place;
    const auto store = place.open();
    {
        auto journal = Journal::open(place.store(), "test", place.clock);
        QVERIFY_DONE(journal);
        bool refused = false;
        auto wrong = requestRecord({"not-an-id"}, place.clock.now());
        (*journal)->write(wrong, [&](const Status &status) { refused = !status; });
        (*journal)->write(requestRecord(idAt(place.clock.now()), place.clock.now()), {});
        journal->reset();
        QVERIFY(refused);
    }
    const auto result = verified(*store);
    QVERIFY2(result.ok, result.problem.c_str());
    QCOMPARE(result.records, 1);
}

void TestVerdictChain::forgottenWithTheCallsTheyWereOf()
{
    Place place;
    const auto store = place.open();
    for (int i = 0; i < 3; ++i) {
        const auto id = idAt(place.clock.now(), i);
        record(place, {requestRecord(id, place.clock.now())}, {verdictRecord(id)});
    }
    QVERIFY_DONE(signVerdictHead(*store, "test"));
    // All calls are gone: what is signed can still be checked, and followed by more.
    place.clock.advance(std::chrono::days(200));
    QCOMPARE(applyRetention(*store)->deleted, 3);
    QVERIFY(verified(*store).ok);
    const auto later = idAt(place.clock.now(), 9);
    record(place, {requestRecord(later, place.clock.now())}, {verdictRecord(later)});
    QVERIFY_DONE(signVerdictHead(*store, "test"));
    QCOMPARE(verified(*store).gone > 0, true);
    QVERIFY_DONE(applyRetention(*store));
    const auto after = verified(*store);
    QVERIFY2(after.ok, after.problem.c_str());
    QVERIFY(after.batches > 0);
    QCOMPARE(after.gone, 0);
}

QTEST_GUILESS_MAIN(TestVerdictChain)
#include "tst_verdict_chain.moc"
