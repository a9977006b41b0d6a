// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/filter.h"
#include "store/interactions.h"
#include "store/limits.h"
#include "store/sql/journal_group.h"
#include "store_fixture.h"

#include <algorithm>
#include <array>
#include <random>

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

// With texts that a database could take for something else.
Call oddCall(Timestamp at, int order, std::mt19937 &random)
{
    constexpr std::array verdicts{VerdictKind::Allowed, VerdictKind::Flagged, VerdictKind::Blocked};
    Call call = callOf(at, order, verdicts[random() % verdicts.size()], verdicts[random() % verdicts.size()]);
    call.request.row.snippet = R"({"a\",NULL,'%_})";
    call.request.endUser = std::string("N\0L", 3);
    call.request.row.team.clear();
    if (order % 3 == 0)
        call.verdict.receivedBytes.reset();
    if (order % 5 == 0)
        call.verdict.responseSegments.clear();
    if (order % 7 == 0)
        call.verdict.checks.clear();
    return call;
}

// Each record once or more, a verdict also before its request.
std::vector<JournalEntry> anyOrder(const std::vector<Call> &calls, std::mt19937 &random)
{
    std::vector<JournalEntry> entries;
    for (const Call &call : calls) {
        const std::size_t behind = std::min<std::size_t>(entries.size(), random() % 20);
        entries.insert(entries.end() - static_cast<std::ptrdiff_t>(behind), entryOf(call.request));
        entries.push_back(entryOf(call.verdict));
        if (random() % 4 == 0)
            entries.push_back(random() % 2 == 0 ? entryOf(call.request) : entryOf(call.verdict));
    }
    for (int swaps = 0; swaps < 10; ++swaps)
        std::swap(entries[random() % entries.size()], entries[random() % entries.size()]);
    return entries;
}

QString word(const Status &status)
{
    return status ? QStringLiteral("done ") : QString::number(int(status.error().kind)) + ' ';
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

    // However the records come, doubled or not, they are what they would be one by one.
    void anyGroups_data()
    {
        QTest::addColumn<int>("seed");
        for (int seed = 1; seed <= 4; ++seed)
            QTest::addRow("%d", seed) << seed;
    }
    void anyGroups()
    {
        QFETCH(int, seed);
        std::mt19937 random(static_cast<unsigned>(seed));
        const Place apart, joined;
        const auto apartStore = apart.open();
        const auto joinedStore = joined.open();
        std::vector<Call> calls;
        for (int i = 0; i < 40; ++i)
            calls.push_back(oddCall(apart.clock.now(), i, random));
        const std::vector<JournalEntry> entries = anyOrder(calls, random);
        JournalGroupWriter oneByOne(*apartStore), inGroups(*joinedStore);
        QString alone, together;
        for (const JournalEntry &entry : entries)
            alone += word(oneByOne.write(std::span(&entry, 1)).front());
        for (std::size_t next = 0; next < entries.size();) {
            const std::size_t size = std::min(entries.size() - next, std::size_t(1 + random() % 60));
            for (const Status &status : inGroups.write(std::span(entries).subspan(next, size)))
                together += word(status);
            next += size;
        }
        QCOMPARE(together, alone);
        QCOMPARE(everything(*joinedStore, calls), everything(*apartStore, calls));
    }

    // Words are found whoever took them apart; a program may do so for the server.
    void wordsAreTheServers()
    {
        const Place place;
        const auto store = place.open();
        std::string plain = "mail ann@example.com see http://example.com/a/b-c?d=e 10.0.0.1 -1.5e3 it's x";
        for (char c = 1; c > 0 && c < 127; ++c)
            plain += std::string("y") + c + "z ";
        std::vector<JournalEntry> group;
        int order = 0;
        for (const std::string &text : {plain, plain + "caf\u00e9 \u4e2d", std::string(200'000, 'a'),
                 plain + std::string(140'000, '-') + "late", std::string()}) {
            Call call = callOf(place.clock.now(), ++order, VerdictKind::Flagged, VerdictKind::Flagged);
            call.request.segments.push_back(textSegment(BodyPart::Request, TrustZone::User, text));
            group.insert(group.end(), {entryOf(call.request), entryOf(call.verdict)});
        }
        JournalGroupWriter writer(*store);
        for (const Status &status : writer.write(group))
            QVERIFY_DONE(status);
        const auto finds = [&](const char *words) {
            const auto found = listInteractions(*store, *parseFilter('"' + std::string(words) + '"'), 10);
            return found ? found->size() : std::size_t(99);
        };
        QCOMPARE(finds("ann@example.com"), std::size_t(3));
        QCOMPARE(finds("it's"), std::size_t(3));
        QCOMPARE(finds("caf\u00e9"), std::size_t(1));
        QCOMPARE(finds("nowhere"), std::size_t(0));
        // Word for word what the server would have made of it.
        if (testsPostgres())
            QCOMPARE(Intruder(place.store())
                         .value("SELECT count(*) FROM search_text s JOIN searchable t USING (n) "
                                "WHERE s.words = search_words(t.text)"),
                std::string("5"));
    }

    void moreThanGoesTogether()
    {
        const Place place;
        const auto store = place.open();
        JournalGroupWriter writer(*store);
        std::vector<JournalEntry> group;
        for (const RequestRecord &record : requestRecords(place, 2300))
            group.push_back(entryOf(record));
        group[1200] = entryOf(requestRecord({"no id"}, place.clock.now()));
        const std::vector<Status> statuses = writer.write(group);
        QCOMPARE(std::count_if(statuses.begin(), statuses.end(), [](const Status &s) { return !s; }), 1);
        QCOMPARE(statuses[1200].error().kind, ErrorKind::InvalidInput);
        QCOMPARE(*countInteractions(*store, {}), 2299);
        for (const Status &status : std::vector(statuses.begin(), statuses.begin() + 1200))
            QVERIFY_DONE(status);
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
