// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/access/limit_window.h"

#include <QTest>

using namespace gatehouse;

namespace {

Timestamp at(const char *text)
{
    return *fromRfc3339(text);
}

QString text(Timestamp when)
{
    return QString::fromStdString(toRfc3339(when)).left(19);
}

} // namespace

// The calendar of a zone, and the steps of a rolling window.
class TestLimitWindow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knowsTheCalendar_data()
    {
        QTest::addColumn<QString>("period");
        QTest::addColumn<QString>("when");
        QTest::addColumn<QString>("start");
        QTest::addColumn<QString>("end");
        const auto row = [](const char *name, const char *period, const char *when, const char *start,
                             const char *end) { QTest::newRow(name) << period << when << start << end; };
        row("a day of UTC", "day@UTC", "2026-05-05T12:00:00Z", "2026-05-05T00:00:00", "2026-05-06T00:00:00");
        row("a day's first moment", "day@UTC", "2026-05-05T00:00:00Z", "2026-05-05T00:00:00",
            "2026-05-06T00:00:00");
        row("summer in Berlin", "day@Europe/Berlin", "2026-05-05T22:30:00Z", "2026-05-05T22:00:00",
            "2026-05-06T22:00:00");
        row("the day of 23 hours", "day@Europe/Berlin", "2026-03-29T12:00:00Z", "2026-03-28T23:00:00",
            "2026-03-29T22:00:00");
        row("the day of 25 hours", "day@Europe/Berlin", "2026-10-25T12:00:00Z", "2026-10-24T22:00:00",
            "2026-10-25T23:00:00");
        row("the hour that comes twice, first", "hour@Europe/Berlin", "2026-10-25T00:30:00Z",
            "2026-10-25T00:00:00", "2026-10-25T01:00:00");
        row("the hour that comes twice, again", "hour@Europe/Berlin", "2026-10-25T01:30:00Z",
            "2026-10-25T01:00:00", "2026-10-25T02:00:00");
        row("half an hour east", "hour@Asia/Kolkata", "2026-05-05T12:45:00Z", "2026-05-05T12:30:00",
            "2026-05-05T13:30:00");
        row("a week begins on Monday", "week@Europe/Berlin", "2026-11-22T12:00:00Z", "2026-11-15T23:00:00",
            "2026-11-22T23:00:00");
        row("a month with a change of clocks", "month@America/New_York", "2026-03-20T00:00:00Z",
            "2026-03-01T05:00:00", "2026-04-01T04:00:00");
        row("December", "month@UTC", "2026-12-31T23:59:59Z", "2026-12-01T00:00:00", "2027-01-01T00:00:00");
        row("a leap February", "month@UTC", "2028-02-29T12:00:00Z", "2028-02-01T00:00:00",
            "2028-03-01T00:00:00");
        row("a year", "year@Asia/Tokyo", "2026-12-31T15:00:00Z", "2026-12-31T15:00:00",
            "2027-12-31T15:00:00");
        // Cairo's clocks go from 00:00 to 01:00: the day begins when they have moved.
        row("no midnight", "day@Africa/Cairo", "2026-04-24T12:00:00Z", "2026-04-23T22:00:00",
            "2026-04-24T21:00:00");
        // Havana's go from 01:00 back to 00:00: midnight comes twice, the day begins at the first.
        row("two midnights", "day@America/Havana", "2020-11-01T12:00:00Z", "2020-11-01T04:00:00",
            "2020-11-02T05:00:00");
    }
    void knowsTheCalendar()
    {
        QFETCH(QString, period);
        QFETCH(QString, when);
        QFETCH(QString, start);
        QFETCH(QString, end);
        const auto limit = parseLimit(("1requests/" + period).toStdString());
        QVERIFY(limit);
        const LimitWindow window(limit->period);
        const WindowStep step = window.at(at(when.toUtf8().constData()));
        QCOMPARE(text(step.span.start), start);
        QCOMPARE(text(step.span.end), end);
        QCOMPARE(step.countsFrom, step.span.start);
        QCOMPARE(window.leavesAt(step.span.start), step.span.end);
    }

    // Periods follow each other without a gap, whatever the clocks do.
    void periodsMeet_data()
    {
        QTest::addColumn<QString>("zone");
        for (const char *zone : {"UTC", "Europe/Berlin", "America/New_York", "America/Havana", "Africa/Cairo",
                 "Australia/Lord_Howe", "Asia/Kathmandu", "Pacific/Apia", "America/Sao_Paulo"})
            QTest::newRow(zone) << zone;
    }
    void periodsMeet()
    {
        QFETCH(QString, zone);
        for (const char *period : {"hour", "day", "week", "month", "year"}) {
            const auto limit = parseLimit("1requests/" + std::string(period) + "@" + zone.toStdString());
            QVERIFY(limit);
            const LimitWindow window(limit->period);
            // Apia left out 30 December 2011.
            Timestamp now = at("2011-06-01T00:00:00Z");
            TimeSpan last = window.at(now).span;
            for (int i = 0; i < 12'000; ++i) {
                now = last.end;
                const TimeSpan next = window.at(now).span;
                QCOMPARE(next.start, last.end);
                QVERIFY(next.end > next.start);
                QCOMPARE(window.at(next.end - Micros(1)).span, next);
                last = next;
            }
        }
    }

    void rollingStepsCoverTheWindow_data()
    {
        QTest::addColumn<QString>("period");
        QTest::addColumn<int>("minutes");
        QTest::addColumn<int>("stepSeconds");
        QTest::newRow("minute") << "minute" << 1 << 1;
        QTest::newRow("hour") << "hour" << 60 << 60;
        QTest::newRow("90 minutes") << "90m" << 90 << 120;
        QTest::newRow("day") << "day" << 1440 << 24 * 60;
        QTest::newRow("week") << "week" << 7 * 1440 << 180 * 60;
        QTest::newRow("30 days") << "30d" << 30 * 1440 << 720 * 60;
    }
    void rollingStepsCoverTheWindow()
    {
        QFETCH(QString, period);
        QFETCH(int, minutes);
        QFETCH(int, stepSeconds);
        const LimitWindow window(parseLimit(("1requests/" + period).toStdString())->period);
        const Timestamp now = at("2026-05-05T12:34:56.789Z");
        const WindowStep step = window.at(now);
        const auto seconds = [](Micros micros) { return micros.count() / 1'000'000; };
        QCOMPARE(seconds(step.span.end - step.span.start), std::int64_t{stepSeconds});
        QVERIFY(step.span.start <= now && now < step.span.end);
        // All of the window counts, and less than a step more.
        QVERIFY(step.countsFrom <= now - std::chrono::minutes(minutes));
        QVERIFY(window.leavesAt(step.span.start) > now + std::chrono::minutes(minutes) - Micros(1));
        QVERIFY(window.at(window.leavesAt(step.span.start)).countsFrom > step.span.start);
        QVERIFY(window.at(window.leavesAt(step.span.start) - Micros(1)).countsFrom <= step.span.start);
    }
};

QTEST_APPLESS_MAIN(TestLimitWindow)
#include "tst_limit_window.moc"
