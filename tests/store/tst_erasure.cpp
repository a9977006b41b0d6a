// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/access.h"
#include "store/audit.h"
#include "store/erasure.h"
#include "store/interactions.h"
#include "store/legal_holds.h"
#include "store/maintenance.h"
#include "store_fixture.h"

using namespace gatehouse;
using namespace gatehouse::store;
using namespace gatehouse::store::test;

namespace {

RequestRecord callOf(const Place &place, int order, const std::string &user, int daysAgo = 0)
{
    const Timestamp at = place.clock.now() - std::chrono::days(daysAgo);
    RequestRecord call = requestRecord(idAt(at, order), at, VerdictKind::Flagged, "my zebra is ill");
    call.endUser = user;
    call.conversation = "conversation-" + std::to_string(order % 2);
    return call;
}

void recordFinished(const Place &place, const std::vector<RequestRecord> &calls, VerdictKind verdict)
{
    std::vector<VerdictRecord> verdicts;
    for (const RequestRecord &each : calls)
        verdicts.push_back(verdictRecord(each.row.id, verdict, "give the zebra water"));
    record(place, calls, verdicts);
}

KeyId issuedKey(Store &store)
{
    NewKeyRequest request;
    request.team = "payments";
    request.environment = "production";
    request.useCase = "assistant";
    request.createNames = true;
    request.entitlement.models = {"*"};
    const auto issued = issueKey(store, request);
    if (!issued)
        qFatal("%s", issued.error().line().c_str());
    return issued->row.record.id;
}

} // namespace

// What one person said goes, and nothing else; what is held stays whatever is asked.
class TestErasure : public QObject {
    Q_OBJECT

private slots:
    void onePersonsContentGoes();
    void allOfAKeyGoes();
    void manyCallsGoInSlices();
    void heldCallsStay();
    void heldCallsOutliveRetention();
    void whatIsNotClearIsRefused();
    void bodiesGoBeforeTheirCalls();
};

void TestErasure::onePersonsContentGoes()
{
    const Place place;
    const auto store = place.open();
    const std::vector<RequestRecord> calls{
        callOf(place, 1, "ann@example.com"), callOf(place, 2, "bob@example.com")};
    recordFinished(place, calls, VerdictKind::Flagged);
    const auto before = showInteraction(*store, calls[0].row.id);
    const auto erased = eraseContent(*store, {"ann@example.com", {}, "asked for on paper"});
    QVERIFY_DONE(erased);
    QCOMPARE(erased->erased, 1);
    QCOMPARE(erased->kept, 0);

    const auto ann = showInteraction(*store, calls[0].row.id), bob = showInteraction(*store, calls[1].row.id);
    QVERIFY(ann->segments.empty());
    QCOMPARE(ann->row.snippet + ann->endUser + ann->sourceAddress, std::string());
    QCOMPARE(ann->row.verdict, before->row.verdict);
    QCOMPARE(ann->row.tokensIn, before->row.tokensIn);
    QCOMPARE(ann->checks.size(), before->checks.size());
    QCOMPARE(bob->segments.size(), std::size_t{2});
    QCOMPARE(bob->endUser, std::string("bob@example.com"));
    QCOMPARE(*countInteractions(*store, *parseFilter("zebra")), 1);

    const AuditEntry entry = listAudit(*store, 1)->front();
    QCOMPARE(entry.action, std::string("content.erase"));
    QCOMPARE(entry.after, std::string(R"({"erased":1,"kept":0})"));
    QVERIFY(entry.object.starts_with("end_user:hmac-sha256:"));
    QVERIFY(entry.object.find("ann") == std::string::npos);
    QVERIFY(verifyAudit(*store)->ok);
    QCOMPARE(eraseContent(*store, {"ann@example.com", {}, "again"}).error().kind, ErrorKind::NotFound);
}

void TestErasure::allOfAKeyGoes()
{
    const Place place;
    const auto store = place.open();
    std::vector<RequestRecord> calls{callOf(place, 1, ""), callOf(place, 2, ""), callOf(place, 3, "")};
    calls[2].row.key = {"k00000000002"};
    recordFinished(place, calls, VerdictKind::Flagged);
    QCOMPARE(eraseContent(*store, {{}, "k00000000001", "contract ended"})->erased, 2);
    QCOMPARE(*countInteractions(*store, *parseFilter("zebra")), 1);
    QCOMPARE(*countInteractions(*store, {}), 3);
    QCOMPARE(listAudit(*store, 1)->front().object, std::string("key:k00000000001"));
}

void TestErasure::manyCallsGoInSlices()
{
    const Place place;
    const auto store = place.open();
    std::vector<RequestRecord> calls;
    for (int i = 0; i < 250; ++i)
        calls.push_back(callOf(place, i, i % 5 == 0 ? "bob" : "ann", i % 40));
    recordFinished(place, calls, VerdictKind::Flagged);
    QCOMPARE(eraseContent(*store, {"ann", {}, "asked"})->erased, 200);
    QCOMPARE(*countInteractions(*store, *parseFilter("zebra")), 50);
}

void TestErasure::heldCallsStay()
{
    const Place place;
    const auto store = place.open();
    const KeyId key = issuedKey(*store);
    std::vector<RequestRecord> calls;
    for (int i = 0; i < 6; ++i)
        calls.push_back(callOf(place, i, "ann"));
    calls[5].row.key = key;
    recordFinished(place, calls, VerdictKind::Flagged);
    QVERIFY_DONE(placeLegalHold(*store, HoldKind::Interaction, calls[0].row.id.value, "case 7"));
    QVERIFY_DONE(placeLegalHold(*store, HoldKind::Conversation, "conversation-1", "case 7"));
    QVERIFY_DONE(placeLegalHold(*store, HoldKind::Key, key.value, "case 8"));
    QCOMPARE(listLegalHolds(*store)->size(), std::size_t{3});
    const auto erased = eraseContent(*store, {"ann", {}, "asked"});
    QCOMPARE(erased->erased, 2);
    QCOMPARE(erased->kept, 4);
    for (const int i : {0, 1, 3, 5})
        QCOMPARE(showInteraction(*store, calls[static_cast<std::size_t>(i)].row.id)->segments.size(),
            std::size_t{2});
    QCOMPARE(*countInteractions(*store, *parseFilter("zebra")), 4);

    QVERIFY_DONE(liftLegalHold(*store, HoldKind::Conversation, "conversation-1", "settled"));
    QCOMPARE(listAudit(*store, 1)->front().action, std::string("legal_hold.lift"));
    QCOMPARE(listAudit(*store, 1)->front().reason, std::string("settled"));
    QCOMPARE(eraseContent(*store, {"ann", {}, "asked"})->erased, 2);
}

void TestErasure::heldCallsOutliveRetention()
{
    const Place place;
    const auto store = place.open();
    std::vector<RequestRecord> calls;
    for (int i = 0; i < 4; ++i) {
        calls.push_back(callOf(place, i, "", 120 + i * 30));
        calls.back().row.verdict = VerdictKind::Allowed;
    }
    recordFinished(place, calls, VerdictKind::Allowed);
    QVERIFY_DONE(placeLegalHold(*store, HoldKind::Conversation, "conversation-0", "case 7"));
    QCOMPARE(applyRetention(*store)->deleted, 2);
    QVERIFY_DONE(showInteraction(*store, calls[0].row.id));
    QVERIFY_DONE(showInteraction(*store, calls[2].row.id));
}

void TestErasure::whatIsNotClearIsRefused()
{
    const Place place;
    const auto store = place.open();
    const std::string id = idAt(place.clock.now(), 1).value;
    QCOMPARE(eraseContent(*store, {"ann", "k1", "both"}).error().kind, ErrorKind::InvalidInput);
    QCOMPARE(eraseContent(*store, {{}, {}, "none"}).error().kind, ErrorKind::InvalidInput);
    QCOMPARE(eraseContent(*store, {"ann", {}, ""}).error().kind, ErrorKind::InvalidInput);
    QCOMPARE(placeLegalHold(*store, HoldKind::Interaction, id, "case").error().kind, ErrorKind::NotFound);
    QCOMPARE(
        placeLegalHold(*store, HoldKind::Interaction, "no id", "case").error().kind, ErrorKind::NotFound);
    QCOMPARE(placeLegalHold(*store, HoldKind::Key, "nothing", "case").error().kind, ErrorKind::NotFound);
    QCOMPARE(placeLegalHold(*store, HoldKind::Conversation, "c", "").error().kind, ErrorKind::InvalidInput);
    QCOMPARE(liftLegalHold(*store, HoldKind::Conversation, "c", "over").error().kind, ErrorKind::NotFound);
    QVERIFY_DONE(placeLegalHold(*store, HoldKind::Conversation, "c", "case"));
    QCOMPARE(placeLegalHold(*store, HoldKind::Conversation, "c", "case").error().kind, ErrorKind::Conflict);
    QCOMPARE(setBodyDays(*store, -1).error().kind, ErrorKind::InvalidInput);
}

void TestErasure::bodiesGoBeforeTheirCalls()
{
    const Place place;
    const auto store = place.open();
    std::vector<RequestRecord> calls;
    for (const int days : {60, 59, 45, 5})
        calls.push_back(callOf(place, days, "", days));
    calls[0].row.verdict = calls[2].row.verdict = calls[3].row.verdict = VerdictKind::Allowed;
    std::vector<VerdictRecord> verdicts;
    for (const RequestRecord &each : calls)
        verdicts.push_back(verdictRecord(each.row.id, each.row.verdict));
    record(place, calls, verdicts);
    QVERIFY_DONE(setBodyDays(*store, 30));
    QCOMPARE(*bodyDays(*store), 30);
    QCOMPARE(listAudit(*store, 1)->front().after, std::string(R"({"body_days":30})"));
    // An open review keeps what it is about.
    QCOMPARE(applyRetention(*store)->bodies, 2);
    QVERIFY(showInteraction(*store, calls[0].row.id)->segments.empty());
    QVERIFY(!showInteraction(*store, calls[1].row.id)->segments.empty());
    QVERIFY(!showInteraction(*store, calls[3].row.id)->segments.empty());
    QCOMPARE(listAudit(*store, 1)->front().after, std::string(R"({"bodies":2,"deleted":0})"));
    QCOMPARE(applyRetention(*store)->bodies, 0);
}

QTEST_GUILESS_MAIN(TestErasure)
#include "tst_erasure.moc"
