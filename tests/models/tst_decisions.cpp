// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/review/decisions.h"

#include "store/interactions.h"
#include "store/reviews.h"
#include "tests/models/queue_fixture.h"

using namespace gatehouse;
using namespace gatehouse::console;
using namespace gatehouse::console::test;

namespace {

struct Desk {
    explicit Desk(QueuePlace &place)
        : session(place.location())
        , decisions(session)
        , committed(&decisions, &Decisions::committed)
        , takenBack(&decisions, &Decisions::takenBack)
        , failed(&decisions, &Decisions::failed)
        , undoText(&decisions, &Decisions::undoTextChanged)
    {
    }
    StoreSession session;
    Decisions decisions;
    QSignalSpy committed, takenBack, failed, undoText;
};

std::string stateOf(QueuePlace &place, const QString &id)
{
    const auto reader = place.place.open();
    const auto detail = store::showInteraction(*reader, {id.toStdString()});
    return detail ? std::string(store::name(detail->row.state)) + '/'
            + std::string(store::name(detail->row.disposition))
                  : detail.error().line();
}

} // namespace

class TestDecisions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachKindSaysWhatItMeans_data();
    void eachKindSaysWhatItMeans();
    void undoAndRedo();
    void undoBeforeTheStoreHasAnswered();
    void undoOfWhatSomebodyElseChangedIsAConflict();
    void whoWasFirstIsSaid_data();
    void whoWasFirstIsSaid();
    void aConflictInASelectionIsNamed();
    void onesOwnDecisionsAreNoConflict_data();
    void onesOwnDecisionsAreNoConflict();
    void anUnknownCallChangesNothing();
    void everythingThatMatchesUpToTheNewestSeen();
    void notesAreKept();
};

void TestDecisions::eachKindSaysWhatItMeans_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("state");
    QTest::newRow("confirm") << int(DecisionKind::Confirm) << "resolved/true_positive";
    QTest::newRow("dismiss") << int(DecisionKind::Dismiss) << "resolved/false_positive";
    QTest::newRow("benign") << int(DecisionKind::Benign) << "resolved/benign";
    QTest::newRow("duplicate") << int(DecisionKind::Duplicate) << "resolved/duplicate";
    QTest::newRow("escalate") << int(DecisionKind::Escalate) << "escalated/";
}

void TestDecisions::eachKindSaysWhatItMeans()
{
    QFETCH(int, kind);
    QFETCH(QString, state);
    QueuePlace place;
    const QStringList ids = place.addCalls(1);
    Desk desk(place);
    desk.decisions.decide({DecisionKind(kind), seenOpen(ids), {}, {}, {}});
    QVERIFY(desk.committed.wait(patienceMs));
    QCOMPARE(QString::fromStdString(stateOf(place, ids[0])), state);
    QVERIFY(desk.undoText.last().first().toString().contains(QLatin1Char('1')));
}

void TestDecisions::undoAndRedo()
{
    QueuePlace place;
    const QStringList ids = place.addCalls(2);
    Desk desk(place);
    desk.decisions.decide({DecisionKind::Dismiss, seenOpen(ids), {}, {}, {}});
    QVERIFY(desk.committed.wait(patienceMs));
    desk.decisions.undo();
    QVERIFY(desk.takenBack.wait(patienceMs));
    QCOMPARE(stateOf(place, ids[1]), std::string("open/"));
    QVERIFY(!desk.decisions.canUndo());
    desk.decisions.redo();
    QVERIFY(desk.takenBack.wait(patienceMs));
    QCOMPARE(stateOf(place, ids[1]), std::string("resolved/false_positive"));
    QVERIFY(desk.decisions.canUndo());
}

void TestDecisions::undoBeforeTheStoreHasAnswered()
{
    QueuePlace place;
    const QStringList ids = place.addCalls(1);
    Desk desk(place);
    desk.decisions.decide({DecisionKind::Confirm, seenOpen(ids), {}, {}, {}});
    desk.decisions.undo();
    QTRY_COMPARE_WITH_TIMEOUT(desk.takenBack.size(), 1, patienceMs);
    QCOMPARE(stateOf(place, ids[0]), std::string("open/"));
    QVERIFY(!desk.decisions.canUndo());
    QVERIFY(desk.decisions.canRedo());
}

void TestDecisions::undoOfWhatSomebodyElseChangedIsAConflict()
{
    QueuePlace place;
    const QStringList ids = place.addCalls(1);
    Desk desk(place);
    desk.decisions.decide({DecisionKind::Dismiss, seenOpen(ids), {}, {}, {}});
    QVERIFY(desk.committed.wait(patienceMs));
    const auto other = place.place.open();
    QVERIFY(store::escalate(*other, store::test::seen(*other, {{ids[0].toStdString()}})).has_value());
    desk.decisions.undo();
    QVERIFY(desk.failed.wait(patienceMs));
    QVERIFY(!desk.failed.last().at(1).toString().isEmpty());
    QCOMPARE(stateOf(place, ids[0]), std::string("escalated/"));
}

void TestDecisions::whoWasFirstIsSaid_data()
{
    QTest::addColumn<int>("kind");
    for (const auto &[name, kind] :
        std::initializer_list<std::pair<const char *, DecisionKind>>{{"confirm", DecisionKind::Confirm},
            {"dismiss", DecisionKind::Dismiss}, {"escalate", DecisionKind::Escalate},
            {"reopen", DecisionKind::Reopen}, {"assign", DecisionKind::Assign}})
        QTest::newRow(name) << int(kind);
}

void TestDecisions::whoWasFirstIsSaid()
{
    QFETCH(int, kind);
    QueuePlace place;
    const QStringList ids = place.addCalls(1);
    Desk bob(place);
    const auto other = place.place.open();
    other->setActor("user:ada");
    QVERIFY(store::resolve(
        *other, store::test::seen(*other, {{ids[0].toStdString()}}), store::Disposition::Benign, {})
                .has_value());
    bob.decisions.decide({DecisionKind(kind), seenOpen(ids), {}, {}, {}});
    QVERIFY(bob.failed.wait(patienceMs));
    QCOMPARE(bob.failed.last().at(0).toStringList(), ids);
    QVERIFY2(bob.failed.last().at(1).toString().startsWith(
                 QStringLiteral("Nothing was changed: ada marked it benign ")),
        qPrintable(bob.failed.last().at(1).toString()));
    QCOMPARE(bob.failed.last().at(2).toString(), ids[0]);
    QCOMPARE(stateOf(place, ids[0]), std::string("resolved/benign"));
    QVERIFY(!bob.decisions.canUndo());
    // Whoever has seen it may decide otherwise.
    bob.decisions.decide({DecisionKind::Confirm,
        {{ids[0], QStringLiteral("resolved"), QStringLiteral("benign"), {}}}, {}, {}, {}});
    QVERIFY(bob.committed.wait(patienceMs));
    QCOMPARE(stateOf(place, ids[0]), std::string("resolved/true_positive"));
}

void TestDecisions::aConflictInASelectionIsNamed()
{
    QueuePlace place;
    const QStringList ids = place.addCalls(3);
    Desk desk(place);
    const auto other = place.place.open();
    QVERIFY(store::escalate(*other, store::test::seen(*other, {{ids[1].toStdString()}})).has_value());
    desk.decisions.decide({DecisionKind::Dismiss, seenOpen(ids), {}, {}, {}});
    QVERIFY(desk.failed.wait(patienceMs));
    QCOMPARE(desk.failed.last().at(2).toString(), ids[1]);
    QVERIFY(desk.failed.last().at(1).toString().contains(QLatin1Char('3')));
    QCOMPARE(stateOf(place, ids[0]), std::string("open/"));
    QCOMPARE(stateOf(place, ids[2]), std::string("open/"));
}

void TestDecisions::onesOwnDecisionsAreNoConflict_data()
{
    QTest::addColumn<bool>("undone");
    QTest::newRow("decided twice") << false;
    QTest::newRow("decided, taken back and decided") << true;
}

// Keys are faster than the screen, which shows the call as it was before the first of them.
void TestDecisions::onesOwnDecisionsAreNoConflict()
{
    QFETCH(bool, undone);
    QueuePlace place;
    const QStringList ids = place.addCalls(1);
    Desk desk(place);
    desk.decisions.decide({DecisionKind::Assign, seenOpen(ids), {}, {}, {}});
    desk.decisions.decide({DecisionKind::Dismiss, seenOpen(ids), {}, {}, {}});
    if (undone)
        desk.decisions.undo();
    desk.decisions.decide({DecisionKind::Confirm, seenOpen(ids), {}, {}, {}});
    QTRY_COMPARE_WITH_TIMEOUT(desk.committed.size(), 3, patienceMs);
    QCOMPARE(desk.failed.size(), 0);
    QCOMPARE(stateOf(place, ids[0]), std::string("resolved/true_positive"));
    // What somebody else does in between is one all the same.
    const auto other = place.place.open();
    QVERIFY(store::escalate(*other, store::test::seen(*other, {{ids[0].toStdString()}})).has_value());
    desk.decisions.decide({DecisionKind::Dismiss, seenOpen(ids), {}, {}, {}});
    QVERIFY(desk.failed.wait(patienceMs));
    QCOMPARE(stateOf(place, ids[0]), std::string("escalated/"));
}

void TestDecisions::anUnknownCallChangesNothing()
{
    QueuePlace place;
    const QStringList ids = place.addCalls(1);
    Desk desk(place);
    desk.decisions.decide({DecisionKind::Dismiss,
        seenOpen({ids[0], QStringLiteral("0190aaaa-0000-7000-8000-000000000000")}), {}, {}, {}});
    QVERIFY(desk.failed.wait(patienceMs));
    QCOMPARE(stateOf(place, ids[0]), std::string("open/"));
    QVERIFY(!desk.decisions.canUndo());
}

void TestDecisions::everythingThatMatchesUpToTheNewestSeen()
{
    QueuePlace place;
    const QStringList seen = place.addCalls(450);
    const QStringList later = place.addCalls(1, 1000);
    Desk desk(place);
    desk.decisions.decide({DecisionKind::Dismiss, {}, QStringLiteral("state:open"), seen.last(), {}});
    QVERIFY(desk.committed.wait(patienceMs));
    QCOMPARE(stateOf(place, seen.first()), std::string("resolved/false_positive"));
    QCOMPARE(stateOf(place, seen.last()), std::string("resolved/false_positive"));
    QCOMPARE(stateOf(place, later[0]), std::string("open/"));
    QVERIFY(desk.undoText.last().first().toString().contains(QStringLiteral("450")));
    desk.decisions.undo();
    QVERIFY(desk.takenBack.wait(patienceMs));
    QCOMPARE(stateOf(place, seen.first()), std::string("open/"));
}

void TestDecisions::notesAreKept()
{
    QueuePlace place;
    const QStringList ids = place.addCalls(1);
    Desk desk(place);
    QStringList troubles;
    desk.decisions.addNote(ids, QStringLiteral("Seen before; the vendor's test prompt."), this,
        [&troubles](const QString &trouble) { troubles.append(trouble); });
    QVERIFY(desk.committed.wait(patienceMs));
    QCOMPARE(troubles, QStringList{QString()});
    const auto reader = place.place.open();
    const auto detail = store::showInteraction(*reader, {ids[0].toStdString()});
    QVERIFY(detail.has_value());
    QCOMPARE(detail->notes.size(), std::size_t(1));
    QCOMPARE(detail->notes[0].text, std::string("Seen before; the vendor's test prompt."));
}

QTEST_GUILESS_MAIN(TestDecisions)
#include "tst_decisions.moc"
