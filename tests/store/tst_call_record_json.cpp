// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/call_record_json.h"
#include "store_fixture.h"

using namespace gatehouse;
using namespace gatehouse::store;
using namespace gatehouse::store::test;

// What goes through the local journal comes out the same.
class TestCallRecordJson : public QObject {
    Q_OBJECT

private slots:
    void requestComesBackWhole();
    void verdictComesBackWhole();
    void anythingElseIsAnError_data();
    void anythingElseIsAnError();

private:
    static std::vector<CheckResult> checks();
};

std::vector<CheckResult> TestCallRecordJson::checks()
{
    CheckResult check = failedCheck("no-secrets", "secrets", Action::Mask);
    check.reason = "because";
    check.score = 0.875;
    check.durationUs = 12.5;
    check.bytesRead = 77;
    Evidence evidence;
    evidence.pointer = "/messages/0/content";
    evidence.range = {3, 9};
    evidence.label = "email";
    evidence.via = {"base64"};
    evidence.stored = ByteRange{3, 17};
    check.evidence = {evidence};
    return {check};
}

void TestCallRecordJson::requestComesBackWhole()
{
    const Place place;
    RequestRecord record = requestRecord(
        idAt(place.clock.now()), place.clock.now(), VerdictKind::Held, "a \"quoted\"\n\tumlaut: ü");
    record.row.outcome = Outcome::Refused;
    record.row.tokensIn = 1;
    record.row.tokensOut = 2;
    record.row.costUusd = 3;
    record.row.latencyUs = 4;
    record.row.overheadUs = 5;
    record.row.rules = {"one", "two"};
    record.row.topCheck = "secrets";
    record.row.state = ReviewState::Escalated;
    record.row.disposition = Disposition::Benign;
    record.row.assignee = "someone";
    record.checks = checks();
    record.coverage = {100, 90, {{BodyPart::Request, "/messages/1", "image", "not_text", 10}}};
    record.conversation = "run-1";
    record.sealed = "an envelope";
    const std::string json = toJson(record);
    const auto back = callRecordFromJson(json);
    QVERIFY_DONE(back);
    QVERIFY(std::holds_alternative<RequestRecord>(*back));
    QCOMPARE(toJson(std::get<RequestRecord>(*back)), json);
    QCOMPARE(std::get<RequestRecord>(*back).row.at, place.clock.now());
    QCOMPARE(
        std::get<RequestRecord>(*back).segments.front().segment.text, record.segments.front().segment.text);
    QCOMPARE(std::get<RequestRecord>(*back).checks.front().evidence.front().stored->end, std::size_t{17});
}

void TestCallRecordJson::verdictComesBackWhole()
{
    const Place place;
    VerdictRecord record = verdictRecord(idAt(place.clock.now()), VerdictKind::Masked);
    record.outcome = Outcome::Cut;
    record.costUusd = 12;
    record.latencyUs = 13;
    record.overheadUs = 14;
    record.rules = {"one"};
    record.topCheck = "pii";
    record.checks = checks();
    record.coverage = {5, 5, {}};
    record.receivedBytes = 42;
    record.snippet = "Paris …";
    record.answer = "resp_1";
    record.sealed = "another";
    const std::string json = toJson(record);
    const auto back = callRecordFromJson(json);
    QVERIFY_DONE(back);
    QVERIFY(std::holds_alternative<VerdictRecord>(*back));
    QCOMPARE(toJson(std::get<VerdictRecord>(*back)), json);
    QCOMPARE(*std::get<VerdictRecord>(*back).receivedBytes, 42);
    QCOMPARE(std::get<VerdictRecord>(*back).answer, std::string("resp_1"));
    QCOMPARE(std::get<VerdictRecord>(*back).sealed, std::string("another"));
    record.receivedBytes.reset();
    QVERIFY(!std::get<VerdictRecord>(*callRecordFromJson(toJson(record))).receivedBytes);
}

void TestCallRecordJson::anythingElseIsAnError_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("nothing") << QByteArray("");
    QTest::newRow("no object") << QByteArray("[]");
    QTest::newRow("neither") << QByteArray("{}");
    QTest::newRow("half") << QByteArray(R"({"verdict":{"id":"x"}})");
    QTest::newRow("wrong type") << QByteArray(R"({"request":7})");
}

void TestCallRecordJson::anythingElseIsAnError()
{
    QFETCH(QByteArray, text);
    const auto read = callRecordFromJson(text.toStdString());
    QVERIFY(!read);
    QCOMPARE(read.error().kind, ErrorKind::Corrupt);
}

QTEST_GUILESS_MAIN(TestCallRecordJson)
#include "tst_call_record_json.moc"
