// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/policies/policy_book.h"

#include "models/policies/policy_checker.h"
#include "tests/models/desk_fixture.h"

using namespace gatehouse;
using namespace gatehouse::console;
using namespace gatehouse::console::test;

namespace {

struct Desk {
    Desk()
        : session(place.location())
        , book(session)
    {
        QObject::connect(&book, &PolicyBook::versionPublished, &book,
            [this](const PolicyEntry &entry) { published = entry; });
        QObject::connect(
            &book, &PolicyBook::publishFailed, &book, [this](const QString &why) { problem = why; });
    }

    DeskPlace place;
    StoreSession session;
    PolicyBook book;
    PolicyEntry published;
    QString problem;
};

} // namespace

class TestPolicyBook : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsThePublishedOne();
    void publishesAndRollsBack();
    void anInvalidPolicyIsRefusedAndTheLastGoodStays();
    void aFailingTestRefusesToo();
    void keepsDrafts();
    void fetchesOlderVersions();
    void seesAPublicationMadeElsewhere();
    void theCheckerSaysWhatChanges();
};

void TestPolicyBook::readsThePublishedOne()
{
    Desk t;
    QTRY_VERIFY_WITH_TIMEOUT(t.book.isLoaded(), patienceMs);
    QCOMPARE(t.book.publishedJson(), deskPolicy());
    QVERIFY(t.book.published().shown.startsWith(QString::fromUtf8("v1 · ")));
    QCOMPARE(t.book.history().size(), std::size_t(1));
    QCOMPARE(t.book.history()[0].reason, QString("for a start"));
}

void TestPolicyBook::publishesAndRollsBack()
{
    Desk t;
    t.book.publish(deskPolicy("shadow"), "quieter");
    QTRY_VERIFY_WITH_TIMEOUT(t.published.shown.startsWith("v2"), patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(t.book.publishedJson(), deskPolicy("shadow"), patienceMs);
    const QString first = t.book.history().back().version;
    QCOMPARE(t.book.history().back().state, PolicyEntry::State::Superseded);
    t.book.rollBack(first, "too quiet");
    QTRY_COMPARE_WITH_TIMEOUT(t.book.publishedJson(), deskPolicy(), patienceMs);
    QCOMPARE(t.book.published().reason, QString("too quiet"));
}

void TestPolicyBook::anInvalidPolicyIsRefusedAndTheLastGoodStays()
{
    Desk t;
    t.book.publish(deskPolicy("sometimes"), "why not");
    QTRY_VERIFY_WITH_TIMEOUT(!t.problem.isEmpty(), patienceMs);
    QVERIFY2(t.problem.contains("/rules/1/mode"), qPrintable(t.problem));
    t.book.refresh();
    QTRY_VERIFY_WITH_TIMEOUT(t.book.isLoaded(), patienceMs);
    QCOMPARE(t.book.publishedJson(), deskPolicy());
    QVERIFY(t.published.version.isEmpty());
}

void TestPolicyBook::aFailingTestRefusesToo()
{
    Desk t;
    QByteArray policy = deskPolicy();
    policy.replace("\"expect\": {\"verdict\": \"flagged\"", "\"expect\": {\"verdict\": \"allowed\"");
    t.book.publish(policy, "should fail");
    QTRY_VERIFY_WITH_TIMEOUT(t.problem.contains("a code name in an answer is flagged"), patienceMs);
}

void TestPolicyBook::keepsDrafts()
{
    Desk t;
    QSignalSpy saved(&t.book, &PolicyBook::draftSaved);
    t.book.saveDraft(deskPolicy("off"));
    QTRY_COMPARE_WITH_TIMEOUT(saved.count(), 1, patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(t.book.history().size(), std::size_t(2), patienceMs);
    QCOMPARE(t.book.history()[0].state, PolicyEntry::State::Draft);
    QCOMPARE(t.book.publishedJson(), deskPolicy());
}

void TestPolicyBook::fetchesOlderVersions()
{
    Desk t;
    QTRY_VERIFY_WITH_TIMEOUT(t.book.isLoaded(), patienceMs);
    QSignalSpy fetched(&t.book, &PolicyBook::fetched);
    QSignalSpy failed(&t.book, &PolicyBook::fetchFailed);
    t.book.fetch(t.book.published().version);
    QTRY_COMPARE_WITH_TIMEOUT(fetched.count(), 1, patienceMs);
    QCOMPARE(fetched[0][1].toByteArray(), deskPolicy());
    t.book.fetch(QString(64, 'f'));
    QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, patienceMs);
}

void TestPolicyBook::seesAPublicationMadeElsewhere()
{
    Desk t;
    QTRY_VERIFY_WITH_TIMEOUT(t.book.isLoaded(), patienceMs);
    QVERIFY(store::publishPolicy(t.place.store(), deskPolicy("off").toStdString(), "elsewhere").has_value());
    QTRY_COMPARE_WITH_TIMEOUT(t.book.publishedJson(), deskPolicy("off"), patienceMs);
}

void TestPolicyBook::theCheckerSaysWhatChanges()
{
    PolicyChecker checker;
    std::optional<DraftReport> report;
    connect(&checker, &PolicyChecker::checked, this, [&](const DraftReport &given) { report = given; });
    checker.check(deskPolicy("shadow"), deskPolicy());
    QTRY_VERIFY_WITH_TIMEOUT(report.has_value(), patienceMs);
    QVERIFY(report->draft.valid);
    QCOMPARE(report->changes.size(), std::size_t(1));
    QCOMPARE(report->changes[0].after, QString("shadow"));
    QCOMPARE(report->publishedRules.size(), std::size_t(4));

    report.reset();
    checker.check("{\"format\": ", deskPolicy());
    QTRY_VERIFY_WITH_TIMEOUT(report.has_value(), patienceMs);
    QVERIFY(!report->draft.readable);
    QVERIFY(!report->draft.problems.empty());
}

QTEST_GUILESS_MAIN(TestPolicyBook)
#include "tst_policy_book.moc"
