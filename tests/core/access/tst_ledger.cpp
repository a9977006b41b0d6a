// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/access/ledger.h"

#include <QTest>
#include <thread>

using namespace gatehouse;

namespace {

const Timestamp noon = *fromRfc3339("2026-05-05T12:00:00Z");

Identity caller()
{
    Identity identity;
    identity.key = "k1";
    identity.useCase = "assistant";
    identity.environment = "production";
    identity.team = "payments";
    return identity;
}

SubjectLimits limitsOf(LimitTier tier, const char *name, const std::vector<std::string> &texts)
{
    SubjectLimits subject{tier, name, {}};
    for (const std::string &text : texts)
        subject.limits.push_back(*parseLimit(text));
    return subject;
}

void limitKey(Ledger &ledger, const std::vector<std::string> &texts)
{
    ledger.configure({limitsOf(LimitTier::Key, "k1", texts)}, {}, noon);
}

std::int64_t usedOf(Ledger &ledger, Timestamp now, std::size_t index = 0)
{
    return ledger.states(caller(), now).at(index).used;
}

} // namespace

// Reserve, settle, refuse: over tiers, units and windows.
class TestLedger : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void withoutLimitsAllPass()
    {
        Ledger ledger;
        const Admission admission = ledger.reserve(caller(), {1, 1'000'000, 1'000'000}, noon);
        QVERIFY(!admission.breach);
        QVERIFY(!admission.rates.requests);
        QCOMPARE(ledger.open(), 0);
    }

    void countsRequests()
    {
        Ledger ledger;
        limitKey(ledger, {"2requests/minute"});
        for (int i = 0; i < 2; ++i) {
            Admission admission = ledger.reserve(caller(), {1, 10, 10}, noon);
            QVERIFY(!admission.breach);
            QCOMPARE(admission.rates.requests->left(), 1 - i);
            admission.reservation.settle({1, 0, 0}); // blocked: still a request
        }
        const Admission refused = ledger.reserve(caller(), {1, 10, 10}, noon + std::chrono::seconds(10));
        QVERIFY(refused.breach);
        QCOMPARE(refused.breach->state.used, 2);
        // The first two leave with the second they were made in.
        QCOMPARE(*refused.breach->retryAt, noon + std::chrono::seconds(61));
        QVERIFY(ledger.reserve(caller(), {1, 10, 10}, *refused.breach->retryAt - Micros(1)).breach);
        QVERIFY(!ledger.reserve(caller(), {1, 10, 10}, *refused.breach->retryAt).breach);
    }

    void aRaiseHoldsUntilItsTime()
    {
        Ledger ledger;
        limitKey(ledger, {"2requests/hour+1 until 2026-05-05T12:30:00Z"});
        for (int i = 0; i < 3; ++i)
            QVERIFY(!ledger.reserve(caller(), {1, 0, 0}, noon).breach);
        const Admission refused = ledger.reserve(caller(), {1, 0, 0}, noon);
        QVERIFY(refused.breach);
        QCOMPARE(refused.breach->state.amount, 3);
        QCOMPARE(QString::fromStdString(limitText(refused.breach->state.limit)),
            QString("2requests/hour+1 until 2026-05-05T12:30:00Z"));
        // The three leave with their hour, long after the raise.
        QVERIFY(*refused.breach->retryAt > noon + std::chrono::hours(1));
        const auto later = ledger.states(caller(), noon + std::chrono::minutes(30)).front();
        QCOMPARE(later.amount, 2);
        QCOMPARE(later.left(), 0);
        QCOMPARE(QString::fromStdString(limitText(later.limit)), QString("2requests/hour"));
    }

    void whatFitsARaiseOnlyMayNeverFitAgain()
    {
        Ledger ledger;
        limitKey(ledger, {"10tokens/hour+10 until 2026-05-05T12:00:30Z"});
        QVERIFY(!ledger.reserve(caller(), {0, 15, 0}, noon).breach);
        const Admission much = ledger.reserve(caller(), {0, 12, 0}, noon);
        QVERIFY(much.breach && !much.breach->retryAt);
        const Admission little = ledger.reserve(caller(), {0, 8, 0}, noon);
        QVERIFY(little.breach && little.breach->retryAt);
        QVERIFY(!ledger.reserve(caller(), {0, 8, 0}, *little.breach->retryAt).breach);
    }

    void aRaiseChangesNothingOfWhatWasUsed()
    {
        Ledger ledger;
        limitKey(ledger, {"5requests/day", "1parallel"});
        Admission first = ledger.reserve(caller(), {1, 0, 0}, noon);
        QVERIFY(!first.breach);
        QVERIFY(ledger.reserve(caller(), {1, 0, 0}, noon).breach);
        limitKey(ledger, {"5requests/day+5 until 2026-05-06", "1parallel+1 until 2026-05-06"});
        QCOMPARE(usedOf(ledger, noon), 1);
        Admission second = ledger.reserve(caller(), {1, 0, 0}, noon);
        QVERIFY(!second.breach);
        QVERIFY(ledger.reserve(caller(), {1, 0, 0}, noon).breach);
        second.reservation.settle({1, 0, 0});
        // One is under way, and one may be again.
        QVERIFY(ledger.reserve(caller(), {1, 0, 0}, noon + std::chrono::hours(24)).breach);
    }

    void settlesAtWhatWasUsed()
    {
        Ledger ledger;
        limitKey(ledger, {"1000tokens/day", "1usd/day@UTC"});
        {
            Admission admission = ledger.reserve(caller(), {1, 900, 900'000}, noon);
            QCOMPARE(usedOf(ledger, noon), 900);
            QVERIFY(ledger.reserve(caller(), {1, 200, 1}, noon).breach);
            admission.reservation.settle({1, 100, 50'000});
            admission.reservation.settle({1, 999, 999'000}); // too late
            QCOMPARE(usedOf(ledger, noon), 100);
            QCOMPARE(usedOf(ledger, noon, 1), 50'000);
        }
        QCOMPARE(usedOf(ledger, noon), 100);
        QCOMPARE(ledger.open(), 0);
    }

    void unsettledIsSettledAtItsEstimate()
    {
        Ledger ledger;
        limitKey(ledger, {"1000tokens/day", "1parallel"});
        {
            const Admission admission = ledger.reserve(caller(), {1, 300, 0}, noon);
            QVERIFY(ledger.reserve(caller(), {1, 300, 0}, noon).breach);
        }
        QCOMPARE(usedOf(ledger, noon), 300);
        QVERIFY(!ledger.reserve(caller(), {1, 300, 0}, noon).breach);
    }

    void allTiersOrNone()
    {
        Ledger ledger;
        ledger.configure({limitsOf(LimitTier::Key, "k1", {"10requests/minute"}),
                             limitsOf(LimitTier::Team, "payments", {"1requests/minute"})},
            {}, noon);
        QVERIFY(!ledger.reserve(caller(), {1, 0, 0}, noon).breach);
        const Admission refused = ledger.reserve(caller(), {1, 0, 0}, noon);
        QVERIFY(refused.breach);
        QCOMPARE(refused.breach->state.tier, LimitTier::Team);
        QCOMPARE(refused.breach->state.name, std::string("payments"));
        QCOMPARE(usedOf(ledger, noon), 1); // the key gave nothing for the refused call
        QCOMPARE(refused.rates.requests->left(), 0);
        Identity other = caller();
        other.team = "search";
        other.key = "k2";
        QVERIFY(!ledger.reserve(other, {1, 0, 0}, noon).breach);
    }

    void aBudgetIsNamedBeforeARate()
    {
        Ledger ledger;
        limitKey(ledger, {"1requests/minute", "0.10usd/day@Europe/Berlin"});
        QVERIFY(!ledger.reserve(caller(), {1, 0, 90'000}, noon).breach);
        const Admission refused = ledger.reserve(caller(), {1, 0, 90'000}, noon);
        QCOMPARE(refused.breach->state.limit.unit, LimitUnit::MicroUsd);
        QCOMPARE(refused.breach->state.nextReset, *fromRfc3339("2026-05-05T22:00:00Z"));
        QCOMPARE(refused.breach->wanted, 90'000);
        QVERIFY(!ledger.reserve(caller(), {1, 0, 90'000}, refused.breach->state.nextReset).breach);
    }

    void whatCostsNothingPassesASpentBudget()
    {
        Ledger ledger;
        limitKey(ledger, {"0.10usd/day"});
        QVERIFY(!ledger.reserve(caller(), {1, 5, 100'000}, noon).breach);
        QVERIFY(ledger.reserve(caller(), {1, 5, 1}, noon).breach);
        QVERIFY(!ledger.reserve(caller(), {1, 5, 0}, noon).breach);
    }

    void whatNeverFitsHasNoRetry()
    {
        Ledger ledger;
        limitKey(ledger, {"100tokens/minute"});
        const Admission refused = ledger.reserve(caller(), {1, 101, 0}, noon);
        QVERIFY(refused.breach);
        QVERIFY(!refused.breach->retryAt);
    }

    void retryWaitsForTheSlowestLimit()
    {
        Ledger ledger;
        limitKey(ledger, {"1requests/minute", "1requests/hour"});
        QVERIFY(!ledger.reserve(caller(), {1, 0, 0}, noon).breach);
        QCOMPARE(*ledger.reserve(caller(), {1, 0, 0}, noon).breach->retryAt, noon + std::chrono::minutes(61));
    }

    void limitsChangeLive()
    {
        Ledger ledger;
        limitKey(ledger, {"10requests/hour", "10requests/day"});
        for (int i = 0; i < 5; ++i)
            QVERIFY(!ledger.reserve(caller(), {1, 0, 0}, noon).breach);
        const std::vector<SubjectLimits> next{
            limitsOf(LimitTier::Key, "k1", {"3requests/hour", "20requests/week"}),
            limitsOf(LimitTier::Team, "payments", {"100tokens/hour"})};
        const auto wanted = ledger.unknownOf(next, noon);
        QCOMPARE(wanted.size(), 2U);
        QCOMPARE(wanted.front().name, std::string("k1"));
        QVERIFY(wanted.front().from <= noon - std::chrono::hours(7 * 24));
        ledger.configure(next,
            {{LimitTier::Key, "k1", {{noon - std::chrono::hours(48), {7, 0, 0}}}},
                {LimitTier::Team, "payments", {{noon - std::chrono::hours(2), {0, 55, 0}}}}},
            noon);
        const auto states = ledger.states(caller(), noon);
        QCOMPARE(states.size(), 3U);
        QCOMPARE(states[0].used, 5); // kept
        QCOMPARE(states[1].used, 7); // from the history
        QCOMPARE(states[2].used, 0); // too long ago to count
        QVERIFY(ledger.reserve(caller(), {1, 0, 0}, noon).breach);
        ledger.configure({}, {}, noon);
        QVERIFY(!ledger.reserve(caller(), {1, 0, 0}, noon).breach);
    }

    void aClockPutBackForgetsNothing()
    {
        Ledger ledger;
        limitKey(ledger, {"2requests/minute", "2requests/day@UTC"});
        const Timestamp ahead = noon + std::chrono::hours(48);
        QVERIFY(!ledger.reserve(caller(), {1, 0, 0}, noon).breach);
        QVERIFY(!ledger.reserve(caller(), {1, 0, 0}, ahead).breach);
        // Put right again: what was used "later" was used now, and what was used before is still known.
        QVERIFY(ledger.reserve(caller(), {1, 0, 0}, noon + std::chrono::seconds(5)).breach);
        QCOMPARE(usedOf(ledger, noon + std::chrono::seconds(5)), 2);
        QCOMPARE(usedOf(ledger, noon + std::chrono::seconds(5), 1), 2);
        // Threads that ask a little out of order are no step.
        QCOMPARE(usedOf(ledger, noon + std::chrono::seconds(4)), 2);
    }

    void settlesAcrossAClockPutBack()
    {
        Ledger ledger;
        limitKey(ledger, {"1000tokens/hour"});
        Admission admission = ledger.reserve(caller(), {1, 500, 0}, noon + std::chrono::hours(24));
        QCOMPARE(usedOf(ledger, noon), 500);
        admission.reservation.settle({1, 20, 0});
        QCOMPARE(usedOf(ledger, noon), 20);
        QCOMPARE(usedOf(ledger, noon + std::chrono::minutes(62)), 0);
    }

    // Many threads on one budget: it is never overdrawn, and everything is given back.
    void isAtomicAcrossThreads()
    {
        Ledger ledger;
        ledger.configure({limitsOf(LimitTier::Key, "k1", {"1usd/day", "10parallel"}),
                             limitsOf(LimitTier::Team, "payments", {"0.50usd/day"})},
            {}, noon);
        std::atomic<int> admitted = 0;
        std::atomic<bool> overdrawn = false;
        std::vector<std::thread> threads;
        for (int t = 0; t < 4; ++t)
            threads.emplace_back([&] {
                for (int i = 0; i < 2000; ++i) {
                    Admission admission = ledger.reserve(caller(), {1, 0, 1000}, noon);
                    if (!admission.breach) {
                        ++admitted;
                        admission.reservation.settle({1, 0, 500});
                    }
                    for (const LimitState &state : ledger.states(caller(), noon))
                        overdrawn = overdrawn || state.used > state.limit.amount;
                }
            });
        for (std::thread &thread : threads)
            thread.join();
        QVERIFY(!overdrawn);
        QCOMPARE(ledger.open(), 0);
        QCOMPARE(usedOf(ledger, noon), admitted * 500);
        QVERIFY(admitted >= 990 && admitted <= 1000);
    }
};

QTEST_APPLESS_MAIN(TestLedger)
#include "tst_ledger.moc"
