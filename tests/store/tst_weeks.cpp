// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// The weeks calls are kept in by PostgreSQL: made when they are needed, dropped as a whole, and what an older
// store held in them.
#include "store/audit.h"
#include "store/interactions.h"
#include "store/legal_holds.h"
#include "store/maintenance.h"
#include "store/reviews.h"
#include "store/sql/journal_group.h"
#include "store_fixture.h"

#include <QFile>

using namespace gatehouse;
using namespace gatehouse::store;
using namespace gatehouse::store::test;

namespace {

const char *weeks = "SELECT count(*) FROM pg_inherits WHERE inhparent = 'interaction'::regclass";
const char *bodyWeeks = "SELECT count(*) FROM pg_inherits WHERE inhparent = 'request_body'::regclass";

RequestRecord callAt(
    const Place &place, int daysAgo, int order = 0, VerdictKind verdict = VerdictKind::Flagged)
{
    const Timestamp at = place.clock.now() - std::chrono::days(daysAgo);
    return requestRecord(idAt(at, order), at, verdict, "about a zebra");
}

std::string schemaFile(const char *name)
{
    QFile file(QStringLiteral(GATEHOUSE_SOURCE_DIR "/store/postgres/migrations/") + QLatin1String(name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no %s", name);
    return file.readAll().toStdString();
}

// Calls on each of these days, over and of no more interest.
void recordDays(const Place &place, std::initializer_list<int> daysAgo)
{
    std::vector<RequestRecord> calls;
    std::vector<VerdictRecord> verdicts;
    for (const int days : daysAgo) {
        calls.push_back(callAt(place, days, days, VerdictKind::Allowed));
        verdicts.push_back(verdictRecord(calls.back().row.id));
    }
    record(place, calls, verdicts);
}

} // namespace

class TestWeeks : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { qputenv("GATEHOUSE_TEST_STORE", "postgresql"); }
    void callsMakeTheirWeeks();
    void weeksAreMadeAhead();
    void manyGatewaysMakeOneWeek();
    void wholeWeeksGo();
    void whatMustStayKeepsItsWeek();
    void bodiesGoBeforeTheirCalls();
    void aCallOfADroppedWeekIsTakenAllTheSame();
    void lookedUpWithinItsWeek();
    void olderStoresMoveOver();
    void aStoreThatHasItsOwnerMovesForward();
};

void TestWeeks::callsMakeTheirWeeks()
{
    const Place place;
    const auto store = place.open();
    recordDays(place, {0, 400, 401, 4000});
    QCOMPARE(*countInteractions(*store, {}), 4);
    const auto rows = listInteractions(*store, {}, 10);
    QVERIFY_DONE(rows);
    QCOMPARE(rows->back().at, place.clock.now() - std::chrono::days(4000));
    QCOMPARE(showInteraction(*store, rows->back().id)->segments.size(), std::size_t{2});
    Intruder reader(place.store());
    // No row is anywhere but in a week.
    QCOMPARE(reader.value("SELECT count(*) FROM ONLY interaction"), std::string("0"));
}

void TestWeeks::weeksAreMadeAhead()
{
    const Place place;
    const auto store = place.open();
    Intruder reader(place.store());
    QVERIFY_DONE(applyRetention(*store));
    const std::string made = reader.value(weeks);
    recordDays(place, {0});
    QCOMPARE(reader.value(weeks), made);
}

void TestWeeks::manyGatewaysMakeOneWeek()
{
    const Place place;
    (void)place.open();
    std::vector<std::future<QString>> written;
    for (int gateway = 0; gateway < 4; ++gateway) {
        written.push_back(std::async(std::launch::async, [&place, gateway] {
            const auto store = place.open(OpenMode::Existing);
            store->setActor("gateway:" + std::to_string(gateway));
            JournalGroupWriter writer(*store);
            QString problem;
            for (int week = 30; week < 33; ++week) {
                const JournalEntry entry{callAt(place, week * 7, gateway), {}};
                if (const Status status = writer.write(std::span(&entry, 1)).front(); !status)
                    problem = why(status.error());
            }
            return problem;
        }));
    }
    for (auto &each : written)
        QCOMPARE(each.get(), QString());
    QCOMPARE(*countInteractions(*place.open(), {}), 12);
}

void TestWeeks::wholeWeeksGo()
{
    const Place place;
    const auto store = place.open();
    recordDays(place, {0, 89, 98, 120, 121, 200});
    QCOMPARE(applyRetention(*store)->deleted, 4);
    QCOMPARE(*countInteractions(*store, {}), 2);
    Intruder reader(place.store());
    for (const char *table : {"interaction_detail", "request_body", "response_body"})
        QCOMPARE(reader.value(std::string("SELECT count(*) FROM ") + table), std::string("2"));
    QCOMPARE(reader.value("SELECT count(*) FROM pg_class WHERE relname LIKE 'interaction\\_2026%' AND "
                          "relkind = 'r' AND right(relname, 8) < '20260815'"),
        std::string("0"));
    QCOMPARE(listAudit(*store, 1)->front().after, std::string(R"({"deleted":4})"));
    QCOMPARE(applyRetention(*store)->deleted, 0);
}

void TestWeeks::whatMustStayKeepsItsWeek()
{
    const Place place;
    const auto store = place.open();
    const RequestRecord open = callAt(place, 120, 1000),
                        pending = callAt(place, 150, 1001, VerdictKind::Allowed);
    record(place, {open}, {verdictRecord(open.row.id, VerdictKind::Flagged)});
    recordDays(place, {120, 150, 180, 181, 220});
    const auto held = listInteractions(*store, {}, 10)->at(4);
    QVERIFY_DONE(placeLegalHold(*store, HoldKind::Interaction, held.id.value, "case 7"));
    const JournalEntry begun{pending, {}};
    JournalGroupWriter writer(*store);
    QVERIFY_DONE(writer.write(std::span(&begun, 1)).front());

    QCOMPARE(applyRetention(*store)->deleted, 4);
    QCOMPARE(*countInteractions(*store, {}), 3);
    for (const InteractionId &id : {open.row.id, pending.row.id, held.id})
        QVERIFY_DONE(showInteraction(*store, id));
    QVERIFY_DONE(resolve(*store, seen(*store, {open.row.id}), Disposition::Benign, "fine"));
    QVERIFY_DONE(liftLegalHold(*store, HoldKind::Interaction, held.id.value, "closed"));
    QCOMPARE(applyRetention(*store)->deleted, 2);
    QCOMPARE(*countInteractions(*store, {}), 1);
}

void TestWeeks::bodiesGoBeforeTheirCalls()
{
    const Place place;
    const auto store = place.open();
    recordDays(place, {0, 10, 40, 60});
    QVERIFY_DONE(applyRetention(*store));
    QVERIFY_DONE(setBodyDays(*store, 30));
    Intruder reader(place.store());
    const auto before = reader.value(weeks);
    const auto applied = applyRetention(*store);
    QVERIFY_DONE(applied);
    QCOMPARE(applied->deleted, 0);
    QCOMPARE(applied->bodies, 2);
    QCOMPARE(reader.value("SELECT count(*) FROM request_body"), std::string("2"));
    QCOMPARE(reader.value(weeks), before);
    QVERIFY(reader.value(bodyWeeks) != before);
    const auto rows = listInteractions(*store, {}, 10);
    QCOMPARE(rows->size(), std::size_t{4});
    const auto old = showInteraction(*store, rows->back().id);
    QVERIFY_DONE(old);
    QVERIFY(old->segments.empty());
    QCOMPARE(applyRetention(*store)->bodies, 0);
}

void TestWeeks::aCallOfADroppedWeekIsTakenAllTheSame()
{
    const Place place;
    const auto store = place.open(), gateway = place.open();
    JournalGroupWriter writer(*gateway);
    const auto write = [&](int order) {
        const RequestRecord call = callAt(place, 120, order, VerdictKind::Allowed);
        const std::vector<JournalEntry> entries{{call, {}}, {verdictRecord(call.row.id), {}}};
        return writer.write(entries).front();
    };
    QVERIFY_DONE(write(1));
    QCOMPARE(applyRetention(*store)->deleted, 1);
    QVERIFY_DONE(write(2));
    QCOMPARE(*countInteractions(*store, {}), 1);
}

void TestWeeks::lookedUpWithinItsWeek()
{
    const Place place;
    const auto store = place.open();
    recordDays(place, {0, 7, 14, 21, 28, 35});
    Intruder reader(place.store());
    std::string plan;
    reader.each("EXPLAIN SELECT * FROM interaction WHERE id = '\\x" + std::string(32, '0') + "'",
        [&](const char *line) { plan += line; });
    QVERIFY(plan.find("interaction_2") == std::string::npos);
    plan.clear();
    reader.each("EXPLAIN SELECT id FROM interaction ORDER BY id DESC LIMIT 1",
        [&](const char *line) { plan += line; });
    // The newest week first, and no week after it has been sorted.
    QVERIFY2(plan.find("Sort") == std::string::npos, plan.c_str());
}

void TestWeeks::olderStoresMoveOver()
{
    const Place place;
    {
        Intruder old(place.store());
        old.run("CREATE SCHEMA gatehouse; SET search_path = gatehouse, pg_catalog");
        old.run(schemaFile("0004_first_schema.sql"));
        old.run(schemaFile("0005_live_change.sql"));
        old.run("INSERT INTO schema_version (version) VALUES (4), (5)");
        for (int i = 1; i <= 3; ++i) {
            const RequestRecord call = callAt(place, i * 10, i);
            std::string hex = call.row.id.value;
            std::erase(hex, '-');
            old.run("INSERT INTO interaction VALUES (" + std::to_string(i) + ", '\\x" + hex + "', "
                + std::to_string(toMicros(call.row.at))
                + ", 'k1', 'payments', 'production', 'chat', 'chat', 'm', 'p', 1, 2, 1, 'baseline', 'v', 1, "
                  "2, 3, 4, "
                  "5, 'rule', 'pii', 'zebra', 1, 0, '', 'gateway:a')");
            const std::string n = std::to_string(i);
            old.run("INSERT INTO interaction_detail VALUES (" + n
                + ", '[]', '{\"bytes\":0,\"read\":0,\"not_read\":[]}', '', 'c', 'h', 0)");
            old.run("INSERT INTO request_body VALUES (" + n + ", '[]')");
            old.run("INSERT INTO finding VALUES (" + n + ", 'rule', 'pii', 1)");
            old.run("INSERT INTO search_text VALUES (" + n + ", search_words('zebra " + n + "'))");
            old.run("INSERT INTO review_note VALUES (" + n + ", " + n + ", 1, 'user:a', 'note " + n + "')");
        }
    }
    const auto store = place.open(OpenMode::Existing);
    QCOMPARE(*countInteractions(*store, *parseFilter("zebra")), 3);
    QCOMPARE(*countInteractions(*store, *parseFilter("check:pii conversation:c")), 3);
    const auto rows = listInteractions(*store, {}, 10);
    QCOMPARE(rows->size(), std::size_t{3});
    const auto oldest = showInteraction(*store, rows->back().id);
    QVERIFY_DONE(oldest);
    QCOMPARE(oldest->notes.front().text, std::string("note 3"));
    QCOMPARE(oldest->row.at, place.clock.now() - std::chrono::days(30));
    QVERIFY_DONE(addNote(*store, {rows->back().id}, "more"));
    QCOMPARE(showInteraction(*store, rows->back().id)->notes.back().text, std::string("more"));
    recordDays(place, {0});
    QCOMPARE(*countInteractions(*store, {}), 4);
}

// What a migration makes is its own until access is put in place again, and weeks are made by the owner's
// function.
void TestWeeks::aStoreThatHasItsOwnerMovesForward()
{
    const Place place;
    (void)place.open();
    recordDays(place, {0, 10, 20});
    Intruder old(place.store());
    old.run("DROP TABLE reviewer_key, sealed_originals, handover, call_kind, policy_exception CASCADE; "
            "DROP INDEX interaction_decided, interaction_assignee; "
            "DROP FUNCTION note_kinds() CASCADE; DELETE FROM schema_version WHERE version > 16; "
            "CREATE OR REPLACE FUNCTION week_tables() RETURNS TEXT[] LANGUAGE sql IMMUTABLE AS $$ SELECT "
            "ARRAY['interaction', 'interaction_detail', 'request_body', 'response_body', 'finding', "
            "'search_text', "
            "'review_note'] $$");
    const auto store = place.open(OpenMode::Existing);
    QCOMPARE(old.value("SELECT count(*) FROM pg_inherits WHERE inhparent = 'sealed_originals'::regclass"),
        old.value(bodyWeeks));
    QCOMPARE(*countInteractions(*store, *parseFilter("verdict:allowed")), 3);
    recordDays(place, {40});
    QCOMPARE(*countInteractions(*store, *parseFilter("verdict:allowed")), 4);
}

QTEST_GUILESS_MAIN(TestWeeks)
#include "tst_weeks.moc"
