// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/policy/document.h"
#include "store/audit.h"
#include "store/policies.h"
#include "store_fixture.h"

using namespace gatehouse;
using namespace gatehouse::store;
using namespace gatehouse::store::test;

namespace {

std::string policy(const std::string &word, const std::string &tests = {})
{
    return R"({"format":"gatehouse-policy/1","name":"words","rules":[{"id":"word","title":"A word","stage":"request",)"
           R"("check":{"kind":"keywords","keywords":[")"
        + word + R"("]},"action":"block","severity":"high"}])" + tests + "}";
}

} // namespace

// Drafts, the published version, and the way back.
class TestPolicies : public QObject {
    Q_OBJECT

private slots:
    void freshStoreHasNone();
    void publishNumbersVersions();
    void invalidDocumentLeavesNoTrace();
    void failingTestKeepsTheLastGoodOne();
    void publishingTwiceIsAConflict();
    void reasonIsRequired();
    void draftBecomesPublished();
    void rollbackPublishesAgain();
    void versionsAreFoundByManyNames();
    void baselineIsPublishedOnce();
};

void TestPolicies::freshStoreHasNone()
{
    const Place place;
    const auto store = place.open();
    QCOMPARE(publishedPolicy(*store).error().kind, ErrorKind::NotFound);
    QVERIFY(listPolicies(*store)->empty());
}

void TestPolicies::publishNumbersVersions()
{
    const Place place;
    const auto store = place.open();
    const auto first = publishPolicy(*store, policy("alpha"), "start");
    QVERIFY_DONE(first);
    QCOMPARE(first->ordinal, 1);
    QCOMPARE(first->state, PolicyState::Published);
    QVERIFY(displayVersion(*first).starts_with("v1 · "));
    const auto second = publishPolicy(*store, policy("beta"), "more");
    QVERIFY_DONE(second);
    QCOMPARE(second->ordinal, 2);
    const auto rows = listPolicies(*store);
    QVERIFY_DONE(rows);
    QCOMPARE(rows->size(), std::size_t{2});
    QCOMPARE(rows->front().reason, std::string("more"));
    QCOMPARE(rows->back().state, PolicyState::Superseded);
    QCOMPARE(publishedPolicy(*store)->json, policy("beta"));
}

void TestPolicies::invalidDocumentLeavesNoTrace()
{
    const Place place;
    const auto store = place.open();
    for (const std::string &bad : {std::string("{"), std::string("[]"), policy("a") + "x",
             std::string(R"({"format":"gatehouse-policy/1","name":"x","rules":[],"colour":"red"})")}) {
        QCOMPARE(importDraft(*store, bad).error().kind, ErrorKind::InvalidInput);
        QCOMPARE(publishPolicy(*store, bad, "try").error().kind, ErrorKind::InvalidInput);
    }
    QVERIFY(listPolicies(*store)->empty());
    QVERIFY(listAudit(*store, 10)->empty());
    QCOMPARE(Intruder(place.store()).value("SELECT count(*) FROM policy_document"), std::string("0"));
}

void TestPolicies::failingTestKeepsTheLastGoodOne()
{
    const Place place;
    const auto store = place.open();
    QVERIFY_DONE(publishPolicy(*store, policy("alpha"), "start"));
    const std::string failing = policy("beta",
        R"(,"tests":[{"name":"blocks gamma","input":{"text":"gamma"},"expect":{"verdict":"blocked"}}])");
    const auto refused = publishPolicy(*store, failing, "oops");
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::InvalidInput);
    QVERIFY(refused.error().line().find("blocks gamma") != std::string::npos);
    QCOMPARE(publishedPolicy(*store)->row.ordinal, 1);
    // A draft may still fail its tests.
    QVERIFY_DONE(importDraft(*store, failing));
}

void TestPolicies::publishingTwiceIsAConflict()
{
    const Place place;
    const auto store = place.open();
    QVERIFY_DONE(publishPolicy(*store, policy("alpha"), "start"));
    QCOMPARE(publishPolicy(*store, policy("alpha"), "again").error().kind, ErrorKind::Conflict);
    QCOMPARE(listPolicies(*store)->size(), std::size_t{1});
}

void TestPolicies::reasonIsRequired()
{
    const Place place;
    const auto store = place.open();
    QCOMPARE(publishPolicy(*store, policy("alpha"), "").error().kind, ErrorKind::InvalidInput);
    QCOMPARE(publishPolicy(*store, policy("alpha"), "  ").error().kind, ErrorKind::InvalidInput);
}

void TestPolicies::draftBecomesPublished()
{
    const Place place;
    const auto store = place.open();
    const auto draft = importDraft(*store, policy("alpha"));
    QVERIFY_DONE(draft);
    QCOMPARE(draft->state, PolicyState::Draft);
    QCOMPARE(draft->ordinal, 0);
    QVERIFY_DONE(importDraft(*store, policy("alpha")));
    QCOMPARE(listPolicies(*store)->size(), std::size_t{1});
    QCOMPARE(rollbackPolicy(*store, draft->version.value, "back").error().kind, ErrorKind::Conflict);
    QVERIFY_DONE(publishPolicy(*store, policy("alpha"), "good"));
    const auto rows = listPolicies(*store);
    QCOMPARE(rows->size(), std::size_t{1});
    QCOMPARE(rows->front().state, PolicyState::Published);
}

void TestPolicies::rollbackPublishesAgain()
{
    const Place place;
    const auto store = place.open();
    const auto first = publishPolicy(*store, policy("alpha"), "start");
    QVERIFY_DONE(publishPolicy(*store, policy("beta"), "more"));
    const auto back = rollbackPolicy(*store, "v1", "too strict");
    QVERIFY_DONE(back);
    QCOMPARE(back->ordinal, 3);
    QVERIFY(back->version == first->version);
    QCOMPARE(publishedPolicy(*store)->json, policy("alpha"));
    QCOMPARE(rollbackPolicy(*store, "v3", "again").error().kind, ErrorKind::Conflict);
    QCOMPARE(rollbackPolicy(*store, "v9", "?").error().kind, ErrorKind::NotFound);
    QCOMPARE(listAudit(*store, 1)->front().action, std::string("policy.rollback"));
}

void TestPolicies::versionsAreFoundByManyNames()
{
    const Place place;
    const auto store = place.open();
    const auto row = publishPolicy(*store, policy("alpha"), "start");
    QVERIFY_DONE(row);
    const std::string &hash = row->version.value;
    for (const std::string &version : {hash, hash.substr(0, 7), "sha256:" + hash,
             "sha256:" + hash.substr(0, 12), std::string("v1"), std::string("1"), std::string()})
        QVERIFY2(showPolicy(*store, version).has_value(), version.c_str());
    for (const std::string &version :
        {hash.substr(0, 6), std::string("v2"), std::string("ffffffffff"), std::string("%")})
        QCOMPARE(showPolicy(*store, version).error().kind, ErrorKind::NotFound);
}

void TestPolicies::baselineIsPublishedOnce()
{
    const Place place;
    const auto store = place.open();
    QVERIFY_DONE(ensureBaseline(*store));
    const auto published = publishedPolicy(*store);
    QVERIFY_DONE(published);
    QCOMPARE(published->row.reason, std::string("first start"));
    QCOMPARE(published->json, std::string(baselinePolicyJson()));
    QVERIFY_DONE(ensureBaseline(*store));
    QCOMPARE(listPolicies(*store)->size(), std::size_t{1});
    QVERIFY_DONE(publishPolicy(*store, policy("alpha"), "ours"));
    QVERIFY_DONE(ensureBaseline(*store));
    QCOMPARE(publishedPolicy(*store)->row.ordinal, 2);
}

QTEST_GUILESS_MAIN(TestPolicies)
#include "tst_policies.moc"
