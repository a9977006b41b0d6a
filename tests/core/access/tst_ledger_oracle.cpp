// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// The ledger against a slow twin that keeps every call and adds up, on generated sequences of calls with
// changes of clocks in them.
#include "core/access/ledger.h"

#include <QTest>
#include <deque>
#include <random>

using namespace gatehouse;

namespace {

// One limit as its definition says it: a list of calls, and which of them count.
class SlowLimit {
public:
    explicit SlowLimit(const Limit &limit)
        : m_limit(limit)
    {
    }

    [[nodiscard]] bool counts(Timestamp call, Timestamp now) const
    {
        const LimitPeriod &period = m_limit.period;
        if (!period.zone.empty()) {
            const auto zone = TimeZone::find(period.zone);
            return zone->periodAt(period.calendar, call) == zone->periodAt(period.calendar, now);
        }
        // In whole steps, the running one and those of a whole window before it.
        const Micros step = stepOf(period.rolling);
        const auto steps = (period.rolling.count() + step.count() - 1) / step.count();
        const auto age = now.time_since_epoch() / step - call.time_since_epoch() / step;
        return age >= 0 && age <= steps;
    }

    [[nodiscard]] const Limit &limit() const { return m_limit; }

private:
    static Micros stepOf(Micros window)
    {
        const auto sixtieth = [&](Micros unit) {
            auto units = 1;
            while (unit * units * 60 < window)
                ++units;
            return unit * units;
        };
        if (window < std::chrono::hours(1))
            return Micros((window.count() + 59) / 60);
        return sixtieth(window > std::chrono::hours(48) ? std::chrono::minutes(15) : std::chrono::minutes(1));
    }
    Limit m_limit;
};

struct SlowCall {
    Timestamp at{};
    Charge charge;
    bool open = true;
};

class SlowLedger {
public:
    explicit SlowLedger(const std::vector<Limit> &limits)
    {
        for (const Limit &limit : limits)
            m_limits.emplace_back(limit);
    }

    [[nodiscard]] std::int64_t used(std::size_t index, Timestamp now) const
    {
        const SlowLimit &limit = m_limits[index];
        std::int64_t sum = 0;
        for (const SlowCall &call : m_calls) {
            if (limit.limit().unit == LimitUnit::Parallel)
                sum += call.open ? 1 : 0;
            else if (limit.counts(call.at, now))
                sum += amountOf(limit.limit().unit, call.charge);
        }
        return sum;
    }

    SlowCall *reserve(const Charge &charge, Timestamp now)
    {
        for (std::size_t i = 0; i < m_limits.size(); ++i) {
            const Limit &limit = m_limits[i].limit();
            const std::int64_t wanted = limit.unit == LimitUnit::Parallel ? 1 : amountOf(limit.unit, charge);
            if (wanted > 0 && used(i, now) + wanted > limit.amount)
                return nullptr;
        }
        m_calls.push_back({now, charge, true});
        return &m_calls.back();
    }

    [[nodiscard]] std::size_t size() const { return m_limits.size(); }
    [[nodiscard]] const Limit &limit(std::size_t index) const { return m_limits[index].limit(); }

    // What was used later was used now.
    void stepBack(Timestamp now)
    {
        for (SlowCall &call : m_calls)
            call.at = std::min(call.at, now);
    }

private:
    std::vector<SlowLimit> m_limits;
    std::deque<SlowCall> m_calls;
};

struct OpenCall {
    Reservation reservation;
    SlowCall *slow = nullptr;
};

} // namespace

class TestLedgerOracle : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void agreesWithTheSlowTwin_data()
    {
        QTest::addColumn<QString>("start");
        QTest::addColumn<int>("seconds"); // the longest pause between two calls
        QTest::addColumn<int>("clockSteps"); // in a thousand calls
        QTest::newRow("quick") << "2026-05-05T12:00:00Z" << 3 << 0;
        QTest::newRow("clocks go forward") << "2026-03-28T20:00:00Z" << 600 << 0;
        QTest::newRow("clocks go back") << "2026-10-24T18:00:00Z" << 600 << 0;
        QTest::newRow("over months") << "2026-02-01T00:00:00Z" << 20000 << 0;
        QTest::newRow("a clock that jumps, quick") << "2026-10-24T22:00:00Z" << 3 << 30;
        QTest::newRow("a clock that jumps, slow") << "2026-03-28T20:00:00Z" << 900 << 30;
    }
    void agreesWithTheSlowTwin()
    {
        QFETCH(QString, start);
        QFETCH(int, seconds);
        QFETCH(int, clockSteps);
        for (unsigned seed = 1; seed <= 4; ++seed)
            run(*fromRfc3339(start.toStdString()), seconds, clockSteps, seed);
    }

private:
    static std::vector<Limit> someLimits(std::mt19937 &dice)
    {
        static const std::vector<std::string> all{"12requests/minute", "40requests/hour", "60requests/day",
            "9000tokens/minute", "30000tokens/90m", "90000tokens/day", "3parallel", "0.50usd/hour",
            "1usd/day@Europe/Berlin", "4usd/week@America/Havana", "9usd/month@Africa/Cairo",
            "0.30usd/hour@Asia/Kathmandu", "400000budget-tokens/7d", "900000budget-tokens/month"};
        std::vector<Limit> limits;
        for (const std::string &text : all) {
            if (dice() % 3 == 0)
                limits.push_back(*parseLimit(text));
        }
        limits.push_back(*parseLimit("50requests/day@Europe/Berlin"));
        return mergedLimits({}, limits);
    }

    static void run(Timestamp now, int seconds, int clockSteps, unsigned seed)
    {
        std::mt19937 dice(seed);
        const auto between = [&](std::int64_t least, std::int64_t most) {
            return least + static_cast<std::int64_t>(dice() % static_cast<std::uint64_t>(most - least + 1));
        };
        std::vector<Limit> limits = someLimits(dice);
        Ledger ledger;
        ledger.configure({{LimitTier::Team, "t", limits}}, {}, now);
        SlowLedger slow(limits);
        Identity identity;
        identity.team = "t";
        std::vector<OpenCall> open;
        for (int i = 0; i < 1000; ++i) {
            now += Micros(between(0, std::int64_t{seconds} * 1'000'000));
            if (between(1, 1000) <= clockSteps) {
                now -= Micros(between(2, seconds < 10 ? 120 : 7200) * 1'000'000);
                slow.stepBack(now);
            }
            const Charge estimate{1, between(0, 4000), between(0, 100'000)};
            Admission admission = ledger.reserve(identity, estimate, now);
            SlowCall *twin = slow.reserve(estimate, now);
            QCOMPARE(!admission.breach, twin != nullptr);
            if (twin != nullptr)
                open.push_back({std::move(admission.reservation), twin});
            if (!open.empty() && between(0, 2) > 0)
                end(open, static_cast<std::size_t>(between(0, static_cast<std::int64_t>(open.size()) - 1)),
                    {1, between(0, 5000), between(0, 120'000)});
            compare(ledger, slow, identity, now);
        }
        for (OpenCall &call : open)
            call.reservation.settle({1, 0, 0});
        QCOMPARE(ledger.open(), 0);
    }

    static void end(std::vector<OpenCall> &open, std::size_t which, const Charge &actual)
    {
        open[which].reservation.settle(actual);
        open[which].slow->charge = actual;
        open[which].slow->open = false;
        open.erase(open.begin() + static_cast<std::ptrdiff_t>(which));
    }

    static void compare(Ledger &ledger, const SlowLedger &slow, const Identity &identity, Timestamp now)
    {
        // The ledger tells parallel calls last, the limits are in their own order.
        for (const LimitState &state : ledger.states(identity, now)) {
            for (std::size_t i = 0; i < slow.size(); ++i) {
                if (slow.limit(i) == state.limit)
                    QCOMPARE(state.used, slow.used(i, now));
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestLedgerOracle)
#include "tst_ledger_oracle.moc"
