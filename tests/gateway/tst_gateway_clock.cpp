// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// The machine's clock is set forward and back while a gateway runs: no record and no budget is lost.

#include "gateway_place.h"
#include "store/audit.h"

#include <QtTest>
#include <array>
#include <atomic>
#include <set>

using namespace gatehouse;
using namespace gatehouse::gateway::test;
using store::Outcome;

namespace {

using std::chrono::hours;

// The machine's clock, moved by as much as a test says.
class SteppedClock final : public Clock {
public:
    [[nodiscard]] Timestamp now() const override { return systemClock().now() + m_offset.load(); }
    void setTo(hours offset) { m_offset = offset; }

private:
    std::atomic<hours> m_offset{hours(0)};
};

constexpr std::array<hours, 8> steps{
    hours(1), hours(-1), hours(24), hours(-48), hours(0), hours(24 * 40), hours(-24 * 40), hours(0)};

} // namespace

class TestGatewayClock : public QObject {
    Q_OBJECT

private slots:
    void answersAndRecordsWhateverTheTime();
    void losesNoBudget();
    void keysExpireByTheClock();
};

void TestGatewayClock::answersAndRecordsWhateverTheTime()
{
    SteppedClock clock;
    GatewayPlace place;
    place.clock = &clock;
    place.start();
    std::set<std::string> answered;
    for (const hours step : steps) {
        clock.setTo(step);
        for (const bool stream : {false, true}) {
            const HttpAnswer answer = place.ask("at any time", stream);
            QCOMPARE(answer.status, 200);
            answered.insert(answer.field("x-gatehouse-interaction"));
        }
    }
    QCOMPARE(answered.size(), 2 * steps.size());
    const auto records = place.interactions();
    QCOMPARE(records.size(), answered.size());
    for (const store::InteractionRow &row : records) {
        QVERIFY(answered.contains(row.id.value));
        QCOMPARE(row.outcome, Outcome::Completed);
        QVERIFY(row.latencyUs >= 0 && row.overheadUs >= 0);
    }
    place.stop();
    const auto verified = store::verifyAudit(place.store());
    QVERIFY(verified && verified->ok);
    // The same store once more, in its own past.
    clock.setTo(hours(-72));
    place.start();
    QCOMPARE(place.ask("earlier").status, 200);
}

void TestGatewayClock::losesNoBudget()
{
    constexpr int most = 20;
    SteppedClock clock;
    GatewayPlace place;
    const auto issued = place.issueKey([](store::NewKeyRequest &request) {
        request.limits = {*parseLimit(std::to_string(most) + "requests/30d")};
    });
    place.clock = &clock;
    place.start();
    const std::string call = chatRequest(std::string(issued.text.reveal()), chatBody("hello"));
    // Within the window, however the clock moves: what was used later counts as used now.
    int answered = 0;
    for (int i = 0; i < 2 * most; ++i) {
        clock.setTo(hours(i % 3 == 0 ? 5 : -5 * (i % 4)));
        answered += place.call(call).status == 200 ? 1 : 0;
    }
    QCOMPARE(answered, most);
    // Out of the window it may be used anew.
    clock.setTo(hours(24 * 31));
    QCOMPARE(place.call(call).status, 200);
}

void TestGatewayClock::keysExpireByTheClock()
{
    SteppedClock clock;
    GatewayPlace place;
    place.clock = &clock;
    place.start();
    clock.setTo(hours(24 * 91)); // keys live for 90 days
    const HttpAnswer late = place.ask("hello");
    QCOMPARE(late.status, 403);
    QCOMPARE(late.json("error.code"), std::string("key_expired"));
    clock.setTo(hours(0));
    QCOMPARE(place.ask("hello").status, 200);
}

QTEST_GUILESS_MAIN(TestGatewayClock)
#include "tst_gateway_clock.moc"
