// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/base/digest.h"
#include "store/access.h"
#include "store/audit.h"
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

private:
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

QTEST_GUILESS_MAIN(TestAudit)
#include "tst_audit.moc"
