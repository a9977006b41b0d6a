// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What one person does is on another's screen because the server tells of it, not because somebody looked.
#include "models/review/decisions.h"
#include "models/review/queue_model.h"
#include "models/store_session.h"
#include "store/people.h"
#include "tests/store/people_place.h"

using namespace gatehouse;
using namespace gatehouse::console;
using store::test::HandSession;
using store::test::PeoplePlace;

namespace {

constexpr int patienceMs = 30'000;
constexpr int never = 24 * 3600 * 1000;

// A console that has read what there is and does not look again by itself.
struct Console {
    explicit Console(const std::string &location)
        : session(QString::fromStdString(location))
        , queue(session)
        , decisions(session)
        , loaded(&queue, &QueueModel::loaded)
        , changed(&session, &StoreSession::changed)
    {
        session.setPollInterval(never);
        queue.setFilter({});
    }
    [[nodiscard]] bool isReady() const
    {
        return !loaded.isEmpty() && !changed.isEmpty() && queue.rowCount() > 0;
    }
    [[nodiscard]] SeenReview shown(const InteractionId &id) const
    {
        return queue.seen(QString::fromStdString(id.value));
    }

    StoreSession session;
    QueueModel queue;
    Decisions decisions;
    QSignalSpy loaded, changed;
};

} // namespace

class TestConsoleNotices : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void anothersClaimIsSeen();
    void anothersDecisionIsSeen();
    void manyChangesAreFewLooks();
    void aServerThatIsBackIsHeardOf();

private:
    // Their last statement was the one a session for notices begins with.
    [[nodiscard]] bool areListening(int consoles);
    std::unique_ptr<PeoplePlace> m_place;
};

void TestConsoleNotices::initTestCase()
{
    m_place = std::make_unique<PeoplePlace>();
}

bool TestConsoleNotices::areListening(int consoles)
{
    HandSession &owner = m_place->session("owner");
    return QTest::qWaitFor(
        [&] {
            return owner
                       .run("SELECT count(*) FROM pg_stat_activity WHERE usename LIKE 'analyst%' AND state = "
                            "'idle' "
                            "AND query LIKE '%gatehouse.actor%'")
                       .value
                == std::to_string(consoles);
        },
        patienceMs);
}

void TestConsoleNotices::anothersClaimIsSeen()
{
    Console ada(m_place->address("analyst")), eve(m_place->address("analyst_all"));
    QTRY_VERIFY_WITH_TIMEOUT(ada.isReady() && eve.isReady(), patienceMs);
    QVERIFY(areListening(2));
    const InteractionId call = m_place->call("payments");
    QCOMPARE(eve.shown(call).assignee, QString());
    ada.decisions.decide({DecisionKind::Assign, {ada.shown(call)}, {}, {}, {}});
    QTRY_COMPARE_WITH_TIMEOUT(eve.shown(call).assignee, QStringLiteral("analyst"), patienceMs);
    QCOMPARE(eve.shown(call).state, QStringLiteral("in_review"));
}

void TestConsoleNotices::anothersDecisionIsSeen()
{
    Console ada(m_place->address("analyst")), eve(m_place->address("analyst_all"));
    QTRY_VERIFY_WITH_TIMEOUT(ada.isReady() && eve.isReady(), patienceMs);
    QVERIFY(areListening(2));
    const InteractionId call = m_place->held("payments");
    const SeenReview before = ada.shown(call);
    eve.decisions.decide({DecisionKind::Benign, {eve.shown(call)}, {}, {}, {}});
    QTRY_COMPARE_WITH_TIMEOUT(ada.shown(call).disposition, QStringLiteral("benign"), patienceMs);
    // Who decides by what was there before is told, by the database's own knowledge of who that was.
    QSignalSpy failed(&ada.decisions, &Decisions::failed);
    ada.decisions.decide({DecisionKind::Escalate, {before}, {}, {}, {}});
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, patienceMs);
    QCOMPARE(failed[0][1].toString(),
        QStringLiteral("Nothing was changed: analyst_all marked it benign just now."));
}

void TestConsoleNotices::manyChangesAreFewLooks()
{
    Console eve(m_place->address("analyst_all"));
    QTRY_VERIFY_WITH_TIMEOUT(eve.isReady(), patienceMs);
    QVERIFY(areListening(1));
    const qsizetype before = eve.changed.size();
    constexpr int changes = 60;
    const auto writer = m_place->open("analyst");
    for (int i = 0; i < changes; ++i) {
        QVERIFY(store::addNote(*writer, {m_place->call("payments")}, "note " + std::to_string(i)));
        QCoreApplication::processEvents();
    }
    QTRY_VERIFY_WITH_TIMEOUT(eve.changed.size() > before, patienceMs);
    QVERIFY2(eve.changed.size() - before < changes, qPrintable(QString::number(eve.changed.size() - before)));
}

void TestConsoleNotices::aServerThatIsBackIsHeardOf()
{
    Console eve(m_place->address("analyst_all"));
    QTRY_VERIFY_WITH_TIMEOUT(eve.isReady(), patienceMs);
    QVERIFY(areListening(1));
    const qsizetype before = eve.changed.size();
    m_place->session("owner").run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = "
                                  "'analyst_all'");
    // The new session begins with a look, which finds what nobody told of.
    QVERIFY(store::addNote(*m_place->open("analyst"), {m_place->call("payments")}, "meanwhile"));
    QTRY_VERIFY_WITH_TIMEOUT(eve.changed.size() > before, patienceMs);
    QVERIFY(eve.session.isOnline());
}

QTEST_GUILESS_MAIN(TestConsoleNotices)
#include "tst_console_notices.moc"
