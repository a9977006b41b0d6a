// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/filter.h"
#include "store/interactions.h"
#include "store/limits.h"
#include "store/sqlite/journal_group.h"
#include "store_fixture.h"

using namespace gatehouse;
using namespace gatehouse::store;
using namespace gatehouse::store::test;

namespace {

struct Call {
    RequestRecord request;
    VerdictRecord verdict;
};

JournalEntry entryOf(const RequestRecord &record)
{
    return {record, {}};
}
JournalEntry entryOf(const VerdictRecord &record)
{
    return {record, {}};
}

// All that can be seen of the calls of a store.
QString everything(Store &store, const std::vector<Call> &calls)
{
    QString seen;
    for (const Call &call : calls) {
        const auto detail = showInteraction(store, call.request.row.id);
        seen += detail ? QString::fromStdString(toJson(*detail)) : why(detail);
        seen += '\n';
    }
    const auto usage = usageOf(store, LimitTier::Key, "k00000000001", Timestamp{});
    if (!usage)
        return seen + why(usage);
    for (const UsageStep &step : *usage) {
        const Charge &charge = step.charge;
        seen += QString("%1: %2 %3 %4\n")
                    .arg(toMicros(step.start))
                    .arg(charge.requests)
                    .arg(charge.tokens)
                    .arg(charge.microUsd);
    }
    const auto found = countInteractions(store, *parseFilter("Paris"));
    return seen + QString("found %1\n").arg(found ? *found : -1);
}

Call callOf(Timestamp at, int order, VerdictKind first, VerdictKind last)
{
    Call call{
        requestRecord(idAt(at, order), at, first), verdictRecord(idAt(at, order), last, "Paris, probably")};
    call.request.reserved = {true, 40, 50, 60};
    call.request.checks = {failedCheck("early", "secrets", Action::Flag)};
    call.verdict.checks
        = {failedCheck("early", "secrets", Action::Flag), failedCheck("late", "pii", Action::Mask)};
    call.verdict.rules = {"early", "late"};
    call.verdict.topCheck = "pii";
    call.verdict.costUusd = 11;
    call.verdict.latencyUs = 1200;
    call.verdict.receivedBytes = 9;
    return call;
}

} // namespace

// A call whose two records meet in one group is written at once, and looks as if it had not been.
class TestJournalGroup : public QObject {
    Q_OBJECT
private slots:
    void together_data()
    {
        QTest::addColumn<int>("first");
        QTest::addColumn<int>("last");
        for (const VerdictKind first : {VerdictKind::Allowed, VerdictKind::Flagged, VerdictKind::Held}) {
            for (const VerdictKind last :
                {VerdictKind::Allowed, VerdictKind::Masked, VerdictKind::Held, VerdictKind::Blocked})
                QTest::addRow("%s then %s", name(first).data(), name(last).data()) << int(first) << int(last);
        }
    }
    void together()
    {
        QFETCH(int, first);
        QFETCH(int, last);
        const Place apart, joined;
        const auto apartStore = apart.open();
        const auto joinedStore = joined.open();
        std::vector<Call> calls;
        for (int i = 0; i < 3; ++i)
            calls.push_back(callOf(apart.clock.now(), i, VerdictKind(first), VerdictKind(last)));
        calls[1].verdict.provider.clear();
        calls[2].verdict.snippet = "of the answer";
        JournalGroupWriter oneByOne(*apartStore), atOnce(*joinedStore);
        std::vector<JournalEntry> group;
        for (const Call &call : calls) {
            for (const JournalEntry &entry : {entryOf(call.request), entryOf(call.verdict)}) {
                QVERIFY_DONE(oneByOne.write(std::span(&entry, 1)).front());
                group.push_back(entry);
            }
        }
        std::swap(group[1], group[2]); // a request of another call in between
        for (const Status &status : atOnce.write(group))
            QVERIFY_DONE(status);
        QCOMPARE(everything(*joinedStore, calls), everything(*apartStore, calls));
        // And once more, as a replay does.
        for (const Status &status : atOnce.write(group))
            QVERIFY_DONE(status);
        QCOMPARE(everything(*joinedStore, calls), everything(*apartStore, calls));
    }

    void aVerdictBeforeItsRequestIsAStranger()
    {
        const Place place;
        const auto store = place.open();
        JournalGroupWriter writer(*store);
        const Call call = callOf(place.clock.now(), 0, VerdictKind::Allowed, VerdictKind::Flagged);
        const std::vector<JournalEntry> group{entryOf(call.verdict), entryOf(call.request)};
        const std::vector<Status> statuses = writer.write(group);
        QCOMPARE(statuses.size(), std::size_t(2));
        QVERIFY(!statuses[0].has_value());
        QCOMPARE(statuses[0].error().kind, ErrorKind::NotFound);
        QVERIFY_DONE(statuses[1]);
        QCOMPARE(showInteraction(*store, call.request.row.id)->row.outcome, Outcome::Pending);
    }
};

QTEST_GUILESS_MAIN(TestJournalGroup)
#include "tst_journal_group.moc"
