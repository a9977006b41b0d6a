// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/base/digest.h"
#include "store/access.h"
#include "store/audit.h"
#include "store/evidence_pack.h"
#include "store/period_report.h"
#include "store/policies.h"
#include "store/reviews.h"
#include "store_fixture.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <filesystem>

using namespace gatehouse;
using namespace gatehouse::store;
using namespace gatehouse::store::test;

// The chain, and what becomes of it when somebody edits the database behind our back.
class TestAudit : public QObject {
    Q_OBJECT

private slots:
    void emptyLogIsGood();
    void hashIsWhatTheHeaderSays();
    void pagesNewestFirst();
    void tamperingIsFound_data();
    void tamperingIsFound();
    void rewrittenTailNeedsTheExpectedHead();
    void cutTailIsFoundByASignedHead();
    void forgedSignatureIsFound();
    void anotherKeysSignatureIsFound();
    void verifiesWithoutTheKeyFolder();
    void signingTwiceSignsOnce();
    void exportHoldsTheChain();
    void packHoldsTogether();
    void packWithoutADecisionIsNotSigned();
    void changedPackIsFound_data();
    void changedPackIsFound();
    void strangePacksAreRefused_data();
    void strangePacksAreRefused();
    void reportSumsUpAPeriod();
    void reportStopsWhenTold();

private:
    // A blocked call that somebody decided about, with other changes before, between and after.
    static InteractionId fillWithDecision(const Place &place, Store &store, bool decide = true)
    {
        if (!ensureBaseline(store))
            qFatal("no baseline");
        auto call = requestRecord(idAt(place.clock.now(), 1), place.clock.now(), VerdictKind::Blocked, "one");
        call.row.state = ReviewState::Open;
        call.row.policyVersion = publishedPolicy(store)->row.version;
        call.checks = {failedCheck("injection", "prompt_injection", Action::Block)};
        call.checks[0].score = 0.9931;
        record(place, {call});
        fill(store);
        if (decide) {
            const auto seen = seeCalls(store, {call.row.id});
            if (!seen || !resolve(store, *seen, Disposition::TruePositive, {}))
                qFatal("not decided");
        }
        if (!createName(store, NameKind::Team, "six") || !signAuditHead(store, "gate-1"))
            qFatal("not signed");
        return call.row.id;
    }
    // A log of five entries, the third signed too.
    static void fill(Store &store)
    {
        for (const char *team : {"one", "two", "three"})
            QVERIFY_DONE(createName(store, NameKind::Team, team));
        QVERIFY_DONE(signAuditHead(store, "gate-1"));
        for (const char *team : {"four", "five"})
            QVERIFY_DONE(createName(store, NameKind::Team, team));
    }
};

void TestAudit::emptyLogIsGood()
{
    const Place place;
    const auto store = place.open();
    const auto result = verifyAudit(*store);
    QVERIFY_DONE(result);
    QVERIFY(result->ok);
    QCOMPARE(result->entries, 0);
    QCOMPARE(verifyAudit(*store, std::string(64, 'a'))->ok, false);
    QVERIFY_DONE(signAuditHead(*store, "gate-1"));
}

void TestAudit::hashIsWhatTheHeaderSays()
{
    const Place place;
    const auto store = place.open();
    store->setActor("user:\"quoted\"\t");
    QVERIFY_DONE(createName(*store, NameKind::Team, "payments"));
    const std::string bytes = std::string(64, '0')
        + "\n"
          R"({"action":"team.create","actor":"user:\"quoted\"\t","after":null,"at":"2026-11-20T12:00:00.000000Z",)"
          R"("before":null,"object":"team:payments","reason":"","seq":1})";
    QCOMPARE(listAudit(*store, 1)->front().hash, sha256Hex(bytes));
}

void TestAudit::pagesNewestFirst()
{
    const Place place;
    const auto store = place.open();
    fill(*store);
    const auto first = listAudit(*store, 2);
    QVERIFY_DONE(first);
    QCOMPARE(first->front().seq, 5);
    const auto rest = listAudit(*store, 10, first->back().seq);
    QVERIFY_DONE(rest);
    QCOMPARE(rest->size(), std::size_t{3});
    QCOMPARE(rest->back().seq, 1);
}

void TestAudit::tamperingIsFound_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<int>("firstBad");
    QTest::newRow("edited text") << "UPDATE audit SET object = 'team:other' WHERE seq = 2" << 2;
    QTest::newRow("edited time") << "UPDATE audit SET at = at + 1 WHERE seq = 4" << 4;
    QTest::newRow("edited actor") << "UPDATE audit SET actor = 'user:nobody' WHERE seq = 1" << 1;
    QTest::newRow("edited hash")
        << "UPDATE audit SET hash = replace(hash, substr(hash, 1, 1), 'x') WHERE seq = 3" << 3;
    QTest::newRow("deleted first") << "DELETE FROM audit WHERE seq = 1" << 1;
    QTest::newRow("deleted middle") << "DELETE FROM audit WHERE seq = 3" << 3;
    QTest::newRow("deleted and closed up")
        << "DELETE FROM audit WHERE seq = 2; UPDATE audit SET seq = seq - 1 WHERE seq > 2" << 2;
    QTest::newRow("swapped")
        << "UPDATE audit SET seq = -9 WHERE seq = 2; UPDATE audit SET seq = 2 WHERE seq = 4; "
           "UPDATE audit SET seq = 4 WHERE seq = -9"
        << 2;
    QTest::newRow("inserted in front")
        << "INSERT INTO audit SELECT 0, at, actor, action, object, before, after, reason, "
           "hash FROM audit WHERE seq = 1"
        << 1;
    QTest::newRow("inserted at the end")
        << "INSERT INTO audit SELECT 6, at, actor, action, object, before, after, "
           "reason, hash FROM audit WHERE seq = 5"
        << 6;
    QTest::newRow("emptied") << "DELETE FROM audit" << 1;
}

void TestAudit::tamperingIsFound()
{
    QFETCH(QString, sql);
    QFETCH(int, firstBad);
    const Place place;
    const auto store = place.open();
    fill(*store);
    QVERIFY(verifyAudit(*store)->ok);
    Intruder(place.store()).run(sql.toStdString());
    const auto result = verifyAudit(*store);
    QVERIFY_DONE(result);
    QVERIFY(!result->ok);
    QVERIFY(result->firstBad.has_value());
    QCOMPARE(*result->firstBad, std::int64_t{firstBad});
    QVERIFY(!result->problem.empty());
}

void TestAudit::rewrittenTailNeedsTheExpectedHead()
{
    const Place place;
    const auto store = place.open();
    fill(*store);
    const std::string head = verifyAudit(*store)->head;
    QVERIFY(verifyAudit(*store, head)->ok);
    // A later head proves the earlier one too.
    QVERIFY_DONE(createName(*store, NameKind::Team, "six"));
    QVERIFY(verifyAudit(*store, head)->ok);
    // Cut after the last signature: the chain alone can't tell.
    Intruder(place.store()).run("DELETE FROM audit WHERE seq > 3");
    QVERIFY(verifyAudit(*store)->ok);
    QVERIFY(!verifyAudit(*store, head)->ok);
}

void TestAudit::cutTailIsFoundByASignedHead()
{
    const Place place;
    const auto store = place.open();
    fill(*store);
    QVERIFY_DONE(signAuditHead(*store, "gate-1"));
    Intruder(place.store()).run("DELETE FROM audit WHERE seq > 3");
    const auto result = verifyAudit(*store);
    QVERIFY(!result->ok);
    QCOMPARE(*result->firstBad, 4);
    QVERIFY(result->problem.find("cut off") != std::string::npos);
}

void TestAudit::forgedSignatureIsFound()
{
    const Place place;
    const auto store = place.open();
    fill(*store);
    Intruder other(place.store());
    const std::string set = "UPDATE audit_head SET ";
    for (const std::string &sql :
        {set + "gateway = 'gate-2'", set + "signature = " + other.literal(std::string(128, '0')),
            set + "signature = " + other.literal(""), set + "public_key = " + other.literal("00")}) {
        other.run(sql);
        QCOMPARE(*verifyAudit(*store)->firstBad, 3);
    }
}

void TestAudit::anotherKeysSignatureIsFound()
{
    const Place place, other;
    const auto store = place.open(), stranger = other.open();
    for (Store *each : {store.get(), stranger.get()})
        fill(*each);
    Intruder strange(other.store());
    const auto literalOf = [&](const std::string &column) {
        const std::string hex = testsPostgres() ? "encode(" + column + ", 'hex')" : "hex(" + column + ")";
        return strange.literal(strange.value("SELECT " + hex + " FROM audit_head"));
    };
    const std::string columns = literalOf("public_key") + ", signature = " + literalOf("signature");
    // The same entries at the same times: the stranger's signature fits the head but was made with another
    // key.
    Intruder(place.store()).run("UPDATE audit_head SET public_key = " + columns);
    const auto result = verifyAudit(*store);
    QVERIFY(!result->ok);
    QVERIFY2(result->problem.find("another key") != std::string::npos, result->problem.c_str());
}

void TestAudit::verifiesWithoutTheKeyFolder()
{
    const Place place;
    const auto store = place.open();
    fill(*store);
    std::filesystem::remove_all(keyFolderOf(place.store()));
    QVERIFY(verifyAudit(*store)->ok);
}

void TestAudit::signingTwiceSignsOnce()
{
    const Place place;
    const auto store = place.open();
    fill(*store);
    QVERIFY_DONE(signAuditHead(*store, "gate-1"));
    QVERIFY_DONE(signAuditHead(*store, "gate-1"));
    QCOMPARE(Intruder(place.store()).value("SELECT count(*) FROM audit_head"), std::string("2"));
    QVERIFY(verifyAudit(*store)->ok);
}

void TestAudit::exportHoldsTheChain()
{
    const Place place;
    const auto store = place.open();
    fill(*store);
    std::vector<std::string> lines;
    QVERIFY_DONE(exportAudit(*store, [&](std::string_view line) {
        lines.emplace_back(line);
        return true;
    }));
    QCOMPARE(lines.size(), std::size_t{5});
    std::string previous(64, '0');
    for (auto line = lines.rbegin(); line != lines.rend(); ++line) {
        QJsonObject object = QJsonDocument::fromJson(QByteArray::fromStdString(*line)).object();
        const std::string hash = object.take(QLatin1String("hash")).toString().toStdString();
        // Qt writes members sorted and compact, as RFC 8785 wants them for such plain values.
        const QByteArray bytes = QJsonDocument(object).toJson(QJsonDocument::Compact);
        QCOMPARE(sha256Hex(previous + "\n" + bytes.toStdString()), hash);
        previous = hash;
    }
    int calls = 0;
    QVERIFY_DONE(exportAudit(*store, [&](std::string_view) { return ++calls < 2; }));
    QCOMPARE(calls, 2);
}

void TestAudit::packHoldsTogether()
{
    const Place place;
    const auto store = place.open();
    const auto pack = packEvidence(*store, fillWithDecision(place, *store));
    QVERIFY_DONE(pack);
    QVERIFY(pack->policy);
    QVERIFY(pack->entries.size() >= 3); // the policy, the decision, what leads to the signature
    const auto checked = verifyPack(toJson(*pack));
    QVERIFY_DONE(checked);
    QCOMPARE(checked->problem, std::string());
    QCOMPARE(checked->interaction, pack->detail.row.id.value);
    QVERIFY(checked->isSigned);
    QCOMPARE(checked->head, verifyAudit(*store)->head);
    QVERIFY(verifyAudit(*store, checked->head)->ok);
    // Whoever has the file needs nothing of ours to check it.
    const QJsonObject read = QJsonDocument::fromJson(QByteArray::fromStdString(toJson(*pack))).object();
    QCOMPARE(
        sha256Hex(read["verdict"].toString().toStdString()), read["verdict_hash"].toString().toStdString());
}

void TestAudit::packWithoutADecisionIsNotSigned()
{
    const Place place;
    const auto store = place.open();
    const auto pack = packEvidence(*store, fillWithDecision(place, *store, false));
    QVERIFY_DONE(pack);
    const auto checked = verifyPack(toJson(*pack));
    QVERIFY_DONE(checked);
    QCOMPARE(checked->problem, std::string());
    QVERIFY(!checked->isSigned);
    QVERIFY(!packEvidence(*store, idAt(place.clock.now(), 77)).has_value());
}

void TestAudit::changedPackIsFound_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::newRow("verdict shown") << QByteArray(R"("verdict":"blocked","severity")")
                                   << QByteArray(R"("verdict":"allowed","severity")");
    QTest::newRow("verdict hashed") << QByteArray(R"(\"verdict\":\"blocked\")")
                                    << QByteArray(R"(\"verdict\":\"allowed\")");
    QTest::newRow("score") << QByteArray(R"("score":0.993)") << QByteArray(R"("score":0.1)");
    QTest::newRow("policy") << QByteArray("prompt_injection\\\"") << QByteArray("prompt_injectiom\\\"");
    QTest::newRow("decision") << QByteArray("true_positive\\\"") << QByteArray("false_positiv\\\"");
    QTest::newRow("signature") << QByteArray(R"("gateway":"gate-1")") << QByteArray(R"("gateway":"gate-2")");
}

void TestAudit::changedPackIsFound()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    const Place place;
    const auto store = place.open();
    const auto pack = packEvidence(*store, fillWithDecision(place, *store));
    QVERIFY_DONE(pack);
    QByteArray text = QByteArray::fromStdString(toJson(*pack));
    const auto at = text.indexOf(from);
    QVERIFY2(at >= 0, text.constData());
    text.replace(at, from.size(), to);
    const auto checked = verifyPack(text.toStdString());
    QVERIFY_DONE(checked);
    QVERIFY(!checked->problem.empty());
}

void TestAudit::strangePacksAreRefused_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("pack");
    QTest::newRow("another format") << QByteArray(R"({"format":"gatehouse-evidence-pack/2"})");
    QTest::newRow("half") << QByteArray(R"({"format":"gatehouse-evidence-pack/1","verdict":"{}"})");
    QTest::newRow("deep") << QByteArray(100000, '[');
}

void TestAudit::strangePacksAreRefused()
{
    QFETCH(QByteArray, text);
    const auto checked = verifyPack(text.toStdString());
    QVERIFY(!checked);
    QVERIFY(checked.error().kind == ErrorKind::InvalidInput);
}

void TestAudit::reportSumsUpAPeriod()
{
    const Place place;
    const auto store = place.open();
    const InteractionId decided = fillWithDecision(place, *store);
    const Timestamp to = place.clock.now() + std::chrono::hours(12);
    auto old = requestRecord(idAt(to, 2), to - std::chrono::hours(49), VerdictKind::Flagged, "two");
    old.row.costUusd = 7;
    record(place, {old, requestRecord(idAt(to, 3), to - std::chrono::hours(24 * 9))});
    double share = 0;
    const auto report = readPeriodReport(*store, to - std::chrono::hours(72), to, [&](double done) {
        const bool grows = done >= share;
        share = done;
        return grows;
    });
    QVERIFY_DONE(report);
    QCOMPARE(share, 1.0);
    QCOMPARE(report->days.size(), 3U);
    const auto of = [&](std::size_t day, VerdictKind kind) {
        return report->days[day].verdicts[static_cast<std::size_t>(kind)];
    };
    QCOMPARE(of(2, VerdictKind::Blocked), 1);
    QCOMPARE(of(0, VerdictKind::Flagged) + of(1, VerdictKind::Flagged), 1);
    QCOMPARE(of(0, VerdictKind::Allowed) + of(1, VerdictKind::Allowed) + of(2, VerdictKind::Allowed), 0);
    QCOMPARE(report->decisions.size(), 1U);
    QVERIFY(report->decisions[0].disposition == Disposition::TruePositive);
    QCOMPARE(report->decisions[0].calls, 1);
    QVERIFY(report->decisions[0].total >= Micros(0));
    QVERIFY(report->log.ok && report->logShown);
    QCOMPARE(report->log.head, verifyAudit(*store)->head);
    QVERIFY(std::any_of(report->changes.begin(), report->changes.end(),
        [](const AuditEntry &entry) { return entry.action == "policy.publish"; }));
    QVERIFY(std::none_of(report->changes.begin(), report->changes.end(),
        [](const AuditEntry &entry) { return entry.action == "review.resolve"; }));
    QVERIFY(report->otherEntries >= 1);
    Q_UNUSED(decided)
}

void TestAudit::reportStopsWhenTold()
{
    const Place place;
    const auto store = place.open();
    const Timestamp now = place.clock.now();
    const auto stopped
        = readPeriodReport(*store, now - std::chrono::hours(72), now, [](double done) { return done < 0.3; });
    QVERIFY(!stopped && stopped.error().kind == ErrorKind::LimitExceeded);
    QVERIFY(!readPeriodReport(*store, now, now, [](double) { return true; }).has_value());
}

QTEST_GUILESS_MAIN(TestAudit)
#include "tst_audit.moc"
