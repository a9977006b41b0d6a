// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// Whose calls a person's job reaches, and what becomes of attempts to use one for more: in PostgreSQL, where
// the database decides.
#include "people_place.h"
#include "store/audit.h"
#include "store/interactions.h"
#include "store/review_jobs.h"

using namespace gatehouse;
using namespace gatehouse::store;
using namespace gatehouse::store::test;

namespace {

Onward onward(const ReviewJob &)
{
    return Onward::Continue;
}

JobOrder everything(JobAction action = JobAction::Resolve)
{
    JobOrder order;
    order.action = action;
    order.disposition = Disposition::Benign;
    order.detail = action == JobAction::Note ? "drill" : "";
    return order;
}

} // namespace

class TestReviewJobsPeople : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { m_place = std::make_unique<PeoplePlace>(); }
    void init();
    void reachesOnesTeamsOnly();
    void isToldByTheDatabase();
    void isForReviewersOnly_data();
    void isForReviewersOnly();
    void othersJobsAreOutOfReach();
    void forgedSlicesChangeNothing();
    void notesAreTheirWriters();

private:
    ReviewState stateOf(const InteractionId &id) { return showInteraction(m_place->owner(), id)->row.state; }
    std::unique_ptr<PeoplePlace> m_place;
};

void TestReviewJobsPeople::init()
{
    m_place->session("owner").run("UPDATE interaction SET state = 1, disposition = 0, assignee = ''");
    m_place->session("owner").run("DELETE FROM review_note");
}

void TestReviewJobsPeople::reachesOnesTeamsOnly()
{
    const auto store = m_place->open("analyst");
    const auto started = startReviewJob(*store, everything());
    QVERIFY_DONE(started);
    const auto job = runReviewJob(*store, started->number, onward);
    QVERIFY_DONE(job);
    QCOMPARE(job->changed, 2);
    QCOMPARE(stateOf(m_place->call("payments")), ReviewState::Resolved);
    QCOMPARE(stateOf(m_place->call("support")), ReviewState::Open);
    const auto back = startTakingBack(*store, job->number);
    QVERIFY_DONE(back);
    QCOMPARE(runReviewJob(*store, back->number, onward)->changed, 2);
    QCOMPARE(stateOf(m_place->call("payments")), ReviewState::Open);
    const auto all = m_place->open("analyst_all");
    QCOMPARE(runReviewJob(*all, startReviewJob(*all, everything())->number, onward)->changed, 4);
}

void TestReviewJobsPeople::isToldByTheDatabase()
{
    const auto store = m_place->open("analyst_all");
    const auto before = listAudit(m_place->owner(), 1000)->size();
    const auto job = runReviewJob(*store, startReviewJob(*store, everything())->number, onward);
    QVERIFY_DONE(job);
    const auto entries = listAudit(m_place->owner(), 1000);
    QCOMPARE(entries->size(), before + 1);
    QCOMPARE(entries->front().actor, std::string("user:analyst_all"));
    QCOMPARE(entries->front().action, std::string("review.resolve"));
    QVERIFY(entries->front().after.find("\"changed\":4") != std::string::npos);
    QVERIFY(verifyAudit(m_place->owner())->ok);
    const auto decided = showInteraction(m_place->owner(), m_place->call("support"));
    QCOMPARE(decided->decidedBy, std::string("user:analyst_all"));
    // What is changed by hand is told as ever.
    m_place->session("analyst_all").run("UPDATE interaction SET state = 1");
    QCOMPARE(listAudit(m_place->owner(), 1000)->size(), before + 1 + 4);
    QVERIFY(verifyAudit(m_place->owner())->ok);
}

void TestReviewJobsPeople::isForReviewersOnly_data()
{
    QTest::addColumn<QString>("login");
    for (const char *login :
        {"viewer_all", "policy-author_all", "key-administrator_all", "auditor_all", "gateway", "retention"})
        QTest::newRow(login) << login;
}

void TestReviewJobsPeople::isForReviewersOnly()
{
    QFETCH(QString, login);
    const auto store = m_place->open(login.toStdString());
    const auto refused = startReviewJob(*store, everything());
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::NotPermitted);
    QCOMPARE(stateOf(m_place->call("payments")), ReviewState::Open);
}

void TestReviewJobsPeople::othersJobsAreOutOfReach()
{
    const auto mine = m_place->open("analyst_all");
    const auto started = startReviewJob(*mine, everything());
    QVERIFY_DONE(started);
    const auto other = m_place->open("administrator_all");
    QCOMPARE(reviewJob(*other, started->number).error().kind, ErrorKind::NotFound);
    QVERIFY(!runReviewJob(*other, started->number, onward));
    QVERIFY(unfinishedReviewJobs(*other)->empty());
    QCOMPARE(unfinishedReviewJobs(*mine)->size(), std::size_t{1});
    QVERIFY_DONE(runReviewJob(*mine, started->number, onward));
    QCOMPARE(startTakingBack(*other, started->number).error().kind, ErrorKind::NotFound);
}

void TestReviewJobsPeople::forgedSlicesChangeNothing()
{
    const auto store = m_place->open("analyst");
    const auto started = startReviewJob(*store, everything());
    QVERIFY_DONE(started);
    const std::string number = std::to_string(started->number);
    HandSession &hand = m_place->session("analyst");
    QVERIFY(hand.run("SELECT review_job_claim(" + number + ", 'me')").done);
    // Calls of another team, by their numbers.
    const std::string theirs
        = m_place->session("owner").run("SELECT array_agg(n) FROM interaction WHERE team = 'support'").value;
    QCOMPARE(hand.run("SELECT review_job_slice(" + number + ", 'me', '" + theirs + "', 2, '\\x00')").value,
        std::string("0"));
    QCOMPARE(stateOf(m_place->call("support")), ReviewState::Open);
    // Without the claim.
    QCOMPARE(hand.run("SELECT review_job_slice(" + number + ", 'you', '" + theirs + "', 2, '\\x00')").value,
        std::string());
    for (const char *sql : {"UPDATE review_job SET changed = 0", "DELETE FROM review_job",
             "INSERT INTO review_job_row VALUES (1, 1, 1, 1, 0, '', 4, 1, '')",
             "SELECT review_job_close(1, 1)", "SELECT n FROM review_job_row"})
        QCOMPARE(hand.run(sql).state, std::string("42501"));
}

void TestReviewJobsPeople::notesAreTheirWriters()
{
    const auto store = m_place->open("analyst");
    const auto job
        = runReviewJob(*store, startReviewJob(*store, everything(JobAction::Note))->number, onward);
    QVERIFY_DONE(job);
    QCOMPARE(job->changed, 2);
    const auto notes = showInteraction(*store, m_place->call("payments"))->notes;
    QCOMPARE(notes.size(), std::size_t{1});
    QCOMPARE(notes.front().author, std::string("user:analyst"));
    const auto back = startTakingBack(*store, job->number);
    QVERIFY_DONE(back);
    QVERIFY_DONE(runReviewJob(*store, back->number, onward));
    QVERIFY(showInteraction(*store, m_place->call("payments"))->notes.empty());
    QVERIFY(verifyAudit(m_place->owner())->ok);
}

QTEST_GUILESS_MAIN(TestReviewJobsPeople)
#include "tst_review_jobs_people.moc"
