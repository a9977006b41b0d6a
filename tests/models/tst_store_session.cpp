// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A server that goes and comes back while the console is open.
#include "models/store_session.h"

#include "models/text.h"
#include "store/access.h"
#include "tests/models/queue_fixture.h"

using namespace gatehouse;
using namespace gatehouse::console;
using namespace gatehouse::console::test;

namespace {

// The answer to a change: nothing yet, "" when it was made, or what went wrong.
struct Change {
    explicit Change(StoreSession &session, const std::string &team)
    {
        session.writer().change(
            &context,
            [team](store::Store &store) { return store::createName(store, store::NameKind::Team, team); },
            [this](const Status &done) { answer = done ? QString() : errorText(done.error()); });
    }
    QObject context;
    std::optional<QString> answer;
};

} // namespace

class TestStoreSession : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void changesAreRefusedWhileTheStoreIsAway();
    void aStoreThatIsAwayIsAskedLessAndLessOften();
    void whatIsThereAgainIsNews();
};

void TestStoreSession::changesAreRefusedWhileTheStoreIsAway()
{
    QueuePlace place;
    StoreSession session(place.location());
    QTRY_VERIFY_WITH_TIMEOUT(session.lastAnswer().isValid(), patienceMs);
    store::test::PostgresCluster::shared().stop();
    QTRY_VERIFY_WITH_TIMEOUT(!session.isOnline(), patienceMs);
    QVERIFY(session.nextTry().isValid());
    const Change refused(session, "payments");
    QVERIFY(!refused.answer); // never while change() runs
    QTRY_VERIFY_WITH_TIMEOUT(refused.answer, patienceMs);
    QCOMPARE(*refused.answer, session.trouble());
    QVERIFY(session.writer().isIdle()); // it waits for nothing
    store::test::PostgresCluster::shared().start();
    session.tryNow();
    QTRY_VERIFY_WITH_TIMEOUT(session.isOnline(), patienceMs);
    const Change made(session, "payments");
    QTRY_VERIFY_WITH_TIMEOUT(made.answer, patienceMs);
    QCOMPARE(*made.answer, QString());
}

void TestStoreSession::aStoreThatIsAwayIsAskedLessAndLessOften()
{
    QueuePlace place;
    StoreSession session(place.location());
    QTRY_VERIFY_WITH_TIMEOUT(session.lastAnswer().isValid(), patienceMs);
    QList<qint64> waits;
    connect(&session, &StoreSession::nextTryChanged, this,
        [&] { waits.append(QDateTime::currentDateTime().msecsTo(session.nextTry())); });
    store::test::PostgresCluster::shared().stop();
    QTRY_VERIFY_WITH_TIMEOUT(waits.size() >= 4, patienceMs);
    store::test::PostgresCluster::shared().start();
    QVERIFY2(waits[3] > 2 * waits[1], qPrintable(QString::number(waits[3])));
    QTRY_VERIFY_WITH_TIMEOUT(session.isOnline(), patienceMs);
}

void TestStoreSession::whatIsThereAgainIsNews()
{
    QueuePlace place;
    StoreSession session(place.location());
    QSignalSpy changed(&session, &StoreSession::changed);
    QVERIFY(changed.wait(patienceMs));
    store::test::PostgresCluster::shared().stop();
    QTRY_VERIFY_WITH_TIMEOUT(!session.isOnline(), patienceMs);
    const qsizetype before = changed.size();
    store::test::PostgresCluster::shared().start();
    session.tryNow();
    QTRY_VERIFY_WITH_TIMEOUT(changed.size() > before, patienceMs);
    QVERIFY(session.isOnline());
}

QTEST_GUILESS_MAIN(TestStoreSession)
#include "tst_store_session.moc"
