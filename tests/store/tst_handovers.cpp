// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "people_place.h"
#include "store/audit.h"
#include "store/handovers.h"

using namespace gatehouse;
using namespace gatehouse::store;
using namespace gatehouse::store::test;
using namespace std::chrono_literals;

namespace {

constexpr std::size_t high = static_cast<std::size_t>(Severity::High);

std::size_t at(Disposition disposition)
{
    return static_cast<std::size_t>(disposition);
}

// Calls of this moment that somebody has to decide about.
std::vector<InteractionId> addOpen(const Place &place, int count, int order)
{
    std::vector<RequestRecord> records;
    std::vector<InteractionId> ids;
    for (int i = 0; i < count; ++i) {
        ids.push_back(idAt(place.clock.now(), order + i));
        records.push_back(requestRecord(ids.back(), place.clock.now(), VerdictKind::Blocked));
        records.back().row.state = ReviewState::Open;
        records.back().row.outcome = Outcome::Refused;
    }
    record(place, records);
    return ids;
}

} // namespace

// What one shift tells the next.
class TestHandovers : public QObject {
    Q_OBJECT

private slots:
    void saysWhatWasDecidedAndWhatWaits();
    void countsFromTheOneBefore();
    void isToldInTheAuditLog();
    void refusesATextWithoutEnd();
    void isReadByWhoSeesAsMuch();
};

void TestHandovers::saysWhatWasDecidedAndWhatWaits()
{
    Place place;
    const auto store = place.open();
    const auto ids = addOpen(place, 5, 0);
    const std::string me = store->actor().substr(store->actor().find(':') + 1);
    QVERIFY(resolve(*store, seen(*store, {ids[0]}), Disposition::FalsePositive, {}));
    QVERIFY(resolve(*store, seen(*store, {ids[1]}), Disposition::TruePositive, {}));
    QVERIFY(assign(*store, seen(*store, {ids[2]}), me));
    QVERIFY(assign(*store, seen(*store, {ids[3]}), "somebody-else"));
    const auto summary = summarizeShift(*store);
    QVERIFY2(summary, qPrintable(why(summary)));
    QCOMPARE(summary->decided[at(Disposition::FalsePositive)], 1);
    QCOMPARE(summary->decided[at(Disposition::TruePositive)], 1);
    QCOMPARE(summary->decided[at(Disposition::Benign)], 0);
    QCOMPARE(summary->open[high], 1);
    QCOMPARE(summary->mine[high], 1);
    QVERIFY(summary->since == place.clock.now() - 24h);
    const auto handover = addHandover(*store, "Two decided.");
    QVERIFY2(handover, qPrintable(why(handover)));
    QCOMPARE(handover->text, std::string("Two decided."));
    QCOMPARE(handover->author, store->actor());
    QVERIFY(handover->summary == *summary);
    const auto listed = listHandovers(*store, 10);
    QVERIFY(listed && listed->size() == 1 && listed->front() == *handover);
}

void TestHandovers::countsFromTheOneBefore()
{
    Place place;
    const auto store = place.open();
    const auto ids = addOpen(place, 2, 0);
    QVERIFY(resolve(*store, seen(*store, {ids[0]}), Disposition::Benign, {}));
    place.clock.advance(1s);
    const auto first = addHandover(*store, "");
    QVERIFY2(first, qPrintable(why(first)));
    place.clock.advance(1h);
    QVERIFY(resolve(*store, seen(*store, {ids[1]}), Disposition::Duplicate, {}));
    const auto second = addHandover(*store, "later");
    QVERIFY2(second, qPrintable(why(second)));
    QVERIFY(second->summary.since == first->at);
    QCOMPARE(second->summary.decided[at(Disposition::Benign)], 0);
    QCOMPARE(second->summary.decided[at(Disposition::Duplicate)], 1);
    QCOMPARE(second->summary.open[high], 0);
    const auto newest = listHandovers(*store, 1);
    QCOMPARE(newest->front().text, std::string("later"));
}

void TestHandovers::isToldInTheAuditLog()
{
    Place place;
    const auto store = place.open();
    QVERIFY(addHandover(*store, "told"));
    const auto entries = listAudit(*store, 1);
    QCOMPARE(entries->front().action, std::string("handover.add"));
    QCOMPARE(entries->front().object, "handover:" + store->actor());
    QCOMPARE(entries->front().after, std::string(R"({"text":"told"})"));
}

void TestHandovers::refusesATextWithoutEnd()
{
    Place place;
    const auto store = place.open();
    const auto refused = addHandover(*store, std::string(8001, 'x'));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::InvalidInput);
    QVERIFY(listHandovers(*store, 1)->empty());
}

// Of two teams: what an analyst of both hands over is not for an analyst of one.
void TestHandovers::isReadByWhoSeesAsMuch()
{
    if (!testsPostgres())
        QSKIP("a file has no people");
    PeoplePlace place;
    const auto all = place.open("analyst_all"), one = place.open("analyst");
    QVERIFY(addHandover(*all, "about all teams"));
    QVERIFY(addHandover(*one, "about one team"));
    const auto seenByAll = listHandovers(*all, 10), seenByOne = listHandovers(*one, 10);
    QCOMPARE(seenByAll->size(), std::size_t(2));
    QCOMPARE(seenByOne->size(), std::size_t(1));
    QCOMPARE(seenByOne->front().text, std::string("about one team"));
    const auto refused = addHandover(*place.open("viewer_all"), "not mine to say");
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::NotPermitted);
    QVERIFY(listHandovers(*place.open("key-administrator_all"), 10).error().kind == ErrorKind::NotPermitted);
}

QTEST_GUILESS_MAIN(TestHandovers)
#include "tst_handovers.moc"
