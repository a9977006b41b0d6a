// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// Lists read the hours in which calls that match can be, and no others; what they find is what there is.
#include "store/interactions.h"
#include "store/legal_holds.h"
#include "store/maintenance.h"
#include "store/sql/filter_hours.h"
#include "store_fixture.h"

using namespace gatehouse;
using namespace gatehouse::store;
using namespace gatehouse::store::test;

namespace {

constexpr int hours = 60;

// Flagged calls of low severity, one an hour, in `hours` hours.
struct Calls {
    Calls()
    {
        (void)place.open();
        std::vector<RequestRecord> calls;
        for (int i = 0; i < hours; ++i)
            calls.push_back(callAt(i, VerdictKind::Flagged, Severity::Low));
        record(place, calls);
    }
    [[nodiscard]] RequestRecord callAt(int hoursAgo, VerdictKind verdict, Severity severity) const
    {
        const Timestamp at = place.clock.now() - std::chrono::hours(hoursAgo);
        RequestRecord call = requestRecord(idAt(at, hoursAgo), at, verdict);
        call.row.severity = severity;
        call.row.outcome = Outcome::Completed;
        call.row.model = "common";
        return call;
    }
    [[nodiscard]] std::string where(const char *filter) const
    {
        return compileForShow(*place.open(), *parseFilter(filter)).value_or(SqlFilter()).where;
    }
    [[nodiscard]] std::size_t found(const char *filter) const
    {
        return listInteractions(*place.open(), *parseFilter(filter), 1000)
            .value_or(std::vector<InteractionRow>())
            .size();
    }
    Place place;
};

bool readsNothing(const std::string &where)
{
    return where.find("1 = 0") != std::string::npos;
}

bool readsSomeHours(const std::string &where)
{
    return where.find("i.at >= ?") != std::string::npos;
}

} // namespace

class TestFilterHours : public QObject {
    Q_OBJECT

private slots:
    void whatNoCallIsReadsNothing_data();
    void whatNoCallIsReadsNothing();
    void whatFewHoursHoldIsReadThere();
    void whatManyHoursHoldIsReadAsItComes();
    void aVerdictThatComesLaterIsFound();
    void whatIsHeldIsFoundAfterItsHoursAreForgotten();
    void aWordThatIsNoneIsAnError();
};

void TestFilterHours::whatNoCallIsReadsNothing_data()
{
    QTest::addColumn<QString>("filter");
    for (const char *filter : {"severity:critical", "severity>low", "verdict:held", "outcome:cut",
             "severity:low verdict:blocked", "-severity:low", "model:none", "rule:none", "check:none",
             "model:common severity:high", "team:none verdict:flagged"})
        QTest::newRow(filter) << filter;
}

void TestFilterHours::whatNoCallIsReadsNothing()
{
    QFETCH(QString, filter);
    const Calls calls;
    const QByteArray text = filter.toUtf8();
    QVERIFY(readsNothing(calls.where(text.constData())));
    QCOMPARE(calls.found(text.constData()), std::size_t{0});
}

void TestFilterHours::whatFewHoursHoldIsReadThere()
{
    const Calls calls;
    record(calls.place,
        {calls.callAt(100, VerdictKind::Blocked, Severity::Critical),
            calls.callAt(101, VerdictKind::Blocked, Severity::Critical),
            calls.callAt(300, VerdictKind::Blocked, Severity::Critical)});
    const std::string where = calls.where("severity:critical");
    QVERIFY(readsSomeHours(where));
    QCOMPARE(calls.found("severity:critical"), std::size_t{3});
    QCOMPARE(*countInteractions(*calls.place.open(), *parseFilter("severity>=high")), 3);
    QCOMPARE(calls.found("severity:critical verdict:flagged"), std::size_t{0});
}

void TestFilterHours::whatManyHoursHoldIsReadAsItComes()
{
    const Calls calls;
    for (const char *filter : {"severity:low", "model:common", "verdict:flagged -severity:high"}) {
        const std::string where = calls.where(filter);
        QVERIFY(!readsNothing(where) && !readsSomeHours(where));
        QCOMPARE(calls.found(filter), std::size_t{hours});
    }
}

void TestFilterHours::aVerdictThatComesLaterIsFound()
{
    const Calls calls;
    RequestRecord call = calls.callAt(200, VerdictKind::Allowed, Severity::Info);
    call.row.outcome = Outcome::Pending;
    record(calls.place, {call});
    VerdictRecord verdict = verdictRecord(call.row.id, VerdictKind::Blocked);
    verdict.severity = Severity::Critical;
    verdict.outcome = Outcome::Cut;
    record(calls.place, {}, {verdict});
    for (const char *filter : {"severity:critical", "outcome:cut", "verdict:blocked severity:critical"})
        QCOMPARE(calls.found(filter), std::size_t{1});
    QCOMPARE(calls.found("outcome:pending"), std::size_t{0});
}

void TestFilterHours::whatIsHeldIsFoundAfterItsHoursAreForgotten()
{
    const Calls calls;
    constexpr int old = 24 * 200;
    const RequestRecord kept = calls.callAt(old, VerdictKind::Allowed, Severity::Critical);
    record(calls.place, {kept, calls.callAt(old + 1, VerdictKind::Allowed, Severity::High)});
    const auto store = calls.place.open();
    QVERIFY_DONE(placeLegalHold(*store, HoldKind::Interaction, kept.row.id.value, "a claim"));
    const auto applied = applyRetention(*store);
    QVERIFY_DONE(applied);
    QCOMPARE(applied->deleted, 1);
    QCOMPARE(calls.found("severity:critical"), std::size_t{1});
    QVERIFY(readsSomeHours(calls.where("severity:critical")));
    QVERIFY(readsNothing(calls.where("severity:high")));
}

void TestFilterHours::aWordThatIsNoneIsAnError()
{
    const Calls calls;
    const Filter filter{{{"severity", FilterTerm::Comparison::Is, {"dreadful"}, false}}};
    const auto compiled = compileForShow(*calls.place.open(), filter);
    QVERIFY(!compiled);
    QCOMPARE(compiled.error().kind, ErrorKind::InvalidInput);
}

QTEST_GUILESS_MAIN(TestFilterHours)
#include "tst_filter_hours.moc"
