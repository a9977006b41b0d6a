// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// What a rule says is stored of a call: sealed originals for reviewers, facts only, or the text as it was.

#include "gateway_place.h"
#include "store/maintenance.h"
#include "store/reviewer_keys.h"
#include "store/sealed_originals.h"
#include "tests/store/intruder.h"
#include "tests/store/postgres_cluster.h"

#include <QDirIterator>
#include <QtTest>

using namespace gatehouse;
using namespace gatehouse::gateway::test;

namespace {

constexpr int patience = 20'000;
// Found by an expression, so that the policy in the store does not spell it.
const std::string word = "zanzi-4711";

std::string maskRule(const std::string &stage, const std::string &rest)
{
    return R"({"id":"island-)" + stage + R"(","stage":")" + stage
        + R"(","check":{"kind":"regex","patterns":[{"expression":"zanzi-[0-9]+","label":"island"}]},)"
          R"("action":"mask",)"
        + rest + R"("severity":"high"})";
}

std::string policyWith(const std::string &capture)
{
    const std::string rest = capture.empty() ? "" : R"("capture":")" + capture + R"(",)";
    return R"({"format":"gatehouse-policy/1","name":"test","rules":[)" + maskRule("request", rest) + ","
        + maskRule("response", rest) + "]}";
}

store::RecipientKey addReviewer(GatewayPlace &place)
{
    auto key = store::RecipientKey::make();
    if (!key || !store::addReviewerKey(place.store(), "ann", key->certificate()))
        qFatal("no reviewer's key");
    return std::move(*key);
}

// All there is on disk, or in the tables of a server.
bool isKeptAnywhere(const GatewayPlace &place, const std::string &text)
{
    if (store::test::testsPostgres()) {
        bool found = false;
        store::test::Intruder reader(place.location());
        std::vector<std::string> tables;
        reader.each("SELECT tablename FROM pg_tables WHERE schemaname = 'gatehouse'",
            [&](const char *table) { tables.emplace_back(table); });
        for (const std::string &table : tables)
            reader.each("SELECT t::text FROM " + table + " t",
                [&](const char *row) { found = found || std::string(row).find(text) != std::string::npos; });
        return found;
    }
    const QFileInfo store(QString::fromStdString(place.location()));
    QDirIterator files(store.absolutePath(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    bool sawStore = false;
    while (files.hasNext()) {
        QFile file(files.next());
        sawStore = sawStore || file.fileName() == store.absoluteFilePath();
        if (file.open(QIODevice::ReadOnly) && file.readAll().contains(text.c_str()))
            return true;
    }
    if (!sawStore)
        qFatal("the store was not looked at");
    return false;
}

std::string problemsOf(const GatewayPlace &place)
{
    return place.call("GET /healthz HTTP/1.1\r\nHost: test\r\n\r\n").body;
}

} // namespace

class TestGatewaySealing : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void originalsAreSealedForReviewers_data();
    void originalsAreSealedForReviewers();
    void withoutAReviewerTheMasksAreAllThereIs();
    void aForeignKeyIsNotSealedFor();
    void callsNoRuleWasAppliedToAreNotSealed();
    void aRuleMayKeepFactsOnly();
    void aRuleMayKeepTheText();
};

void TestGatewaySealing::initTestCase()
{
    static const QTemporaryDir folder;
    qputenv("XDG_CONFIG_HOME", folder.path().toLocal8Bit());
}

void TestGatewaySealing::originalsAreSealedForReviewers_data()
{
    QTest::addColumn<bool>("stream");
    QTest::newRow("plain") << false;
    QTest::newRow("stream") << true;
}

void TestGatewaySealing::originalsAreSealedForReviewers()
{
    QFETCH(bool, stream);
    GatewayPlace place(policyWith("sealed"));
    const store::RecipientKey reviewer = addReviewer(place);
    place.start();
    const std::string text = "greetings from " + word + " and " + word + "!";
    QCOMPARE(place.ask(text, stream).status, 200);
    QVERIFY(problemsOf(place).find("sealing") == std::string::npos);
    place.stop();
    const InteractionId id = place.newest().id;
    const store::InteractionDetail detail = place.detail(id);
    QVERIFY(detail.sealed);
    QVERIFY(!isKeptAnywhere(place, word));

    const auto bodies = store::revealOriginals(place.store(), id, reviewer, "to see");
    QVERIFY2(bodies.has_value(), bodies ? "" : bodies.error().line().c_str());
    QVERIFY(!bodies->empty());
    const auto &originals = bodies->front().originals;
    QCOMPARE(bodies->front().in, BodyPart::Request);
    QCOMPARE(originals.size(), std::size_t{2});
    for (const store::Original &original : originals) {
        QCOMPARE(std::string(original.text.reveal()), word);
        QCOMPARE(original.label, std::string("island"));
        QCOMPARE(text.substr(original.range.start, original.range.size()), word);
        const std::string &stored = detail.segments[static_cast<std::size_t>(original.segment)].segment.text;
        QCOMPARE(
            stored.substr(original.stored.start, original.stored.size()), std::string("[masked:island]"));
    }
    // What was revealed was kept nowhere.
    QVERIFY(!isKeptAnywhere(place, word));
}

void TestGatewaySealing::withoutAReviewerTheMasksAreAllThereIs()
{
    GatewayPlace place(policyWith("sealed"));
    place.start();
    QCOMPARE(place.ask("from " + word).status, 200);
    QVERIFY(problemsOf(place).find(R"("sealing")") != std::string::npos);
    QTRY_VERIFY_WITH_TIMEOUT(
        [&] {
            const auto beats = store::liveGateways(place.store());
            return beats && !beats->empty()
                && beats->front().degraded.find("no reviewer's key") != std::string::npos;
        }(),
        patience);
    const InteractionId id = place.newest().id;
    QVERIFY(!place.detail(id).sealed);
    QCOMPARE(place.detail(id).segments.front().segment.text, std::string("from [masked:island]"));
    (void)addReviewer(place);
    QTRY_VERIFY_WITH_TIMEOUT(problemsOf(place).find("sealing") == std::string::npos, patience);
    QCOMPARE(place.ask("from " + word).status, 200);
    QVERIFY(place.detail(place.newest().id).sealed);
}

// Whoever can write to the store gets nothing until the gateway's machine trusts him.
void TestGatewaySealing::aForeignKeyIsNotSealedFor()
{
    GatewayPlace place(policyWith("sealed"));
    const store::RecipientKey ann = addReviewer(place);
    place.start(); // and so knows whom it trusts
    place.stop();
    const auto thief = store::RecipientKey::make();
    store::test::Intruder(place.location())
        .run("INSERT INTO reviewer_key VALUES ('" + thief->certificate().fingerprint + "', 'thief', '"
            + thief->certificate().pem + "', 0, '')");
    place.start();
    QCOMPARE(place.ask("from " + word).status, 200);
    QVERIFY(problemsOf(place).find(R"("sealing")") != std::string::npos);
    const InteractionId id = place.newest().id;
    QVERIFY(!store::revealOriginals(place.store(), id, *thief, "x"));
    QVERIFY(store::revealOriginals(place.store(), id, ann, "x").has_value());
    QVERIFY(store::pinReviewerKey(place.store(), thief->certificate().fingerprint).has_value());
    QTRY_VERIFY_WITH_TIMEOUT(problemsOf(place).find("sealing") == std::string::npos, patience);
    QCOMPARE(place.ask("from " + word).status, 200);
    QVERIFY(store::revealOriginals(place.store(), place.newest().id, *thief, "x").has_value());
}

void TestGatewaySealing::callsNoRuleWasAppliedToAreNotSealed()
{
    GatewayPlace place(policyWith("sealed"));
    (void)addReviewer(place);
    place.start();
    QCOMPARE(place.ask("from nowhere").status, 200);
    QVERIFY(!place.detail(place.newest().id).sealed);
    place.publish(policyWith(""));
    QTRY_COMPARE_WITH_TIMEOUT(
        [&] {
            (void)place.ask("from " + word);
            return place.detail(place.newest().id).sealed;
        }(),
        false, patience);
    QCOMPARE(
        place.detail(place.newest().id).segments.front().segment.text, std::string("from [masked:island]"));
}

void TestGatewaySealing::aRuleMayKeepFactsOnly()
{
    GatewayPlace place(policyWith("metadata"));
    place.start();
    QCOMPARE(place.ask("from " + word).status, 200);
    const store::InteractionDetail detail = place.detail(place.newest().id);
    for (const StoredSegment &each : detail.segments)
        QCOMPARE(each.segment.text, std::string());
    QCOMPARE(detail.row.snippet, std::string());
    QCOMPARE(detail.row.verdict, VerdictKind::Masked);
    QCOMPARE(place.ask("from nowhere").status, 200);
    QCOMPARE(place.detail(place.newest().id).segments.front().segment.text, std::string("from nowhere"));
}

// In the text a keyword rule masks; credentials stay masked whatever a rule says.
void TestGatewaySealing::aRuleMayKeepTheText()
{
    GatewayPlace place(policyWith("full"));
    place.start();
    QCOMPARE(place.ask("from " + word).status, 200);
    QCOMPARE(place.detail(place.newest().id).segments.front().segment.text, "from " + word);
}

QTEST_GUILESS_MAIN(TestGatewaySealing)
#include "tst_gateway_sealing.moc"
