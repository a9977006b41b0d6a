// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/audit.h"
#include "store/interactions.h"
#include "store/maintenance.h"
#include "store/reviews.h"
#include "store_fixture.h"

#include <random>

#include <QFileInfo>

using namespace gatehouse;
using namespace gatehouse::store;
using namespace gatehouse::store::test;

// What may go, what must stay, and that the file shrinks.
namespace {

// What no engine packs into less.
std::string incompressible(std::size_t size)
{
    std::mt19937 random(7);
    std::string text;
    while (text.size() < size)
        text += "abcdefghijklmnopqrstuvwxyz0123456789"[random() % 36];
    return text;
}

} // namespace

class TestRetention : public QObject {
    Q_OBJECT

private slots:
    void settingsAreKeptCheckedAndAudited();
    void oldResolvedAndAllowedCallsGo();
    void sizeLimitTakesTheOldest();
    void vacuumShrinksTheFile();
};

void TestRetention::settingsAreKeptCheckedAndAudited()
{
    const Place place;
    const auto store = place.open();
    QCOMPARE(storeSettings(*store)->retentionDays, 90);
    StoreSettings settings{Capture::Metadata, 7, 10LL * 1024 * 1024};
    QVERIFY_DONE(setStoreSettings(*store, settings));
    QVERIFY_DONE(setStoreSettings(*store, settings));
    const auto again = storeSettings(*place.open());
    QVERIFY_DONE(again);
    QCOMPARE(again->capture, Capture::Metadata);
    QCOMPARE(again->retentionDays, 7);
    QCOMPARE(again->maximumBytes, 10 * 1024 * 1024);
    QCOMPARE(listAudit(*store, 10)->size(), std::size_t{1});
    settings.retentionDays = 0;
    QCOMPARE(setStoreSettings(*store, settings).error().kind, ErrorKind::InvalidInput);
    settings = {Capture::Full, 7, 1000};
    QCOMPARE(setStoreSettings(*store, settings).error().kind, ErrorKind::InvalidInput);
}

void TestRetention::oldResolvedAndAllowedCallsGo()
{
    const Place place;
    const auto store = place.open();
    const auto call = [&](int daysAgo, int order, VerdictKind verdict) {
        const Timestamp at = place.clock.now() - std::chrono::days(daysAgo);
        return requestRecord(idAt(at, order), at, verdict, "about a zebra");
    };
    constexpr int old = 250;
    std::vector<RequestRecord> calls;
    calls.reserve(old + 1);
    for (int i = 0; i < old; ++i)
        calls.push_back(call(100, i, i % 2 ? VerdictKind::Allowed : VerdictKind::Flagged));
    calls.push_back(call(89, 1, VerdictKind::Allowed));
    std::vector<VerdictRecord> verdicts;
    verdicts.reserve(calls.size());
    for (const RequestRecord &each : calls)
        verdicts.push_back(verdictRecord(each.row.id, each.row.verdict));
    record(place, calls, verdicts);
    QVERIFY_DONE(
        resolve(*store, seen(*store, {calls[0].row.id, calls[2].row.id}), Disposition::Benign, "fine"));

    const auto applied = applyRetention(*store);
    QVERIFY_DONE(applied);
    QCOMPARE(applied->deleted, 125 + 2);
    QCOMPARE(*countInteractions(*store, {}), 123 + 1);
    QCOMPARE(*countInteractions(*store, *parseFilter("zebra")), 123);
    QCOMPARE(*countInteractions(*store, *parseFilter("state:open")), 123);
    QCOMPARE(showInteraction(*store, calls[0].row.id).error().kind, ErrorKind::NotFound);
    Intruder reader(place.store());
    if (!testsPostgres())
        reader.run("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)");
    for (const char *table : {"interaction_detail", "request_body", "response_body"})
        QCOMPARE(reader.value(std::string("SELECT count(*) FROM ") + table), std::string("124"));
    QCOMPARE(reader.value("SELECT count(*) FROM review_note"), std::string("0"));
    QCOMPARE(listAudit(*store, 1)->front().action, std::string("retention.apply"));
    QCOMPARE(listAudit(*store, 1)->front().after, std::string(R"({"deleted":127})"));
    QCOMPARE(applyRetention(*store)->deleted, 0);
}

void TestRetention::sizeLimitTakesTheOldest()
{
    const Place place;
    const auto store = place.open();
    std::vector<RequestRecord> calls;
    std::vector<VerdictRecord> verdicts;
    for (int i = 0; i < 400; ++i) {
        const Timestamp at = place.clock.now() - std::chrono::hours(400 - i);
        const VerdictKind verdict = i == 0 ? VerdictKind::Blocked : VerdictKind::Allowed;
        calls.push_back(requestRecord(idAt(at, i), at, verdict, incompressible(10000)));
        verdicts.push_back(verdictRecord(calls.back().row.id, verdict));
    }
    record(place, calls, verdicts);
    QVERIFY_DONE(setStoreSettings(*store, {Capture::Masked, 90, 2LL * 1024 * 1024}));
    const auto applied = applyRetention(*store);
    QVERIFY_DONE(applied);
    QVERIFY(applied->deleted >= 200);
    QVERIFY(applied->deleted < 390);
    // The newest stay, and the open review however old it is.
    QVERIFY_DONE(showInteraction(*store, calls.back().row.id));
    QVERIFY_DONE(showInteraction(*store, calls.front().row.id));
    QCOMPARE(showInteraction(*store, calls[1].row.id).error().kind, ErrorKind::NotFound);
}

void TestRetention::vacuumShrinksTheFile()
{
    ONLY_SQLITE("there is no file");
    const Place place;
    const auto store = place.open();
    std::vector<RequestRecord> calls;
    std::vector<VerdictRecord> verdicts;
    for (int i = 0; i < 300; ++i) {
        const Timestamp at = place.clock.now() - std::chrono::days(100);
        calls.push_back(requestRecord(idAt(at, i), at, VerdictKind::Allowed, std::string(10000, 'x')));
        verdicts.push_back(verdictRecord(calls.back().row.id));
    }
    record(place, calls, verdicts);
    const QString file = QString::fromStdString(place.store());
    QVERIFY_DONE(vacuum(*store));
    const qint64 full = QFileInfo(file).size();
    QVERIFY(full > 3'000'000);
    QVERIFY_DONE(applyRetention(*store));
    QVERIFY_DONE(vacuum(*store));
    QVERIFY2(QFileInfo(file).size() < full / 4, qPrintable(QString::number(QFileInfo(file).size())));
    QCOMPARE(QFileInfo(file + "-wal").size(), 0);
    QCOMPARE(*countInteractions(*store, {}), 0);
}

QTEST_GUILESS_MAIN(TestRetention)
#include "tst_retention.moc"
