// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/access.h"
#include "store/audit.h"
#include "store/interactions.h"
#include "store/limits.h"
#include "store/maintenance.h"
#include "store/prices.h"
#include "store_fixture.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace gatehouse;
using namespace gatehouse::store;
using namespace gatehouse::store::test;

namespace {

NewKeyRequest keyRequest(const std::string &team = "payments")
{
    NewKeyRequest request;
    request.team = team;
    request.environment = "production";
    request.useCase = "assistant";
    request.createNames = true;
    request.entitlement.models = {"*"};
    return request;
}

RequestRecord callOf(const IssuedKey &key, const InteractionId &id, Timestamp at)
{
    RequestRecord record = requestRecord(id, at);
    record.row.key = key.row.record.id;
    record.row.outcome = Outcome::Pending;
    record.reserved = {true, 100, 400, 5000};
    return record;
}

VerdictRecord endOf(const InteractionId &id, std::int64_t costUusd)
{
    VerdictRecord record = verdictRecord(id);
    record.tokensIn = 90;
    record.tokensOut = 10;
    record.costUusd = costUusd;
    return record;
}

// Whether the record is durable.
template <class Record>
bool commit(Journal &journal, Record record)
{
    std::promise<bool> done;
    journal.write(std::move(record), [&](const Status &status) { done.set_value(status.has_value()); });
    return done.get_future().get();
}

// What a subject used altogether.
Charge usedBy(Store &store, LimitTier tier, const std::string &name)
{
    Charge sum;
    const auto steps = usageOf(store, tier, name, Timestamp());
    if (!steps)
        qFatal("%s", steps.error().line().c_str());
    for (const UsageStep &step : *steps) {
        sum.requests += step.charge.requests;
        sum.tokens += step.charge.tokens;
        sum.microUsd += step.charge.microUsd;
    }
    return sum;
}

std::vector<std::string> texts(const std::vector<SubjectLimits> &subjects)
{
    std::vector<std::string> all;
    for (const SubjectLimits &subject : subjects) {
        for (const Limit &limit : subject.limits)
            all.push_back(std::string(name(subject.tier)) + " " + subject.name + " " + limitText(limit));
    }
    return all;
}

} // namespace

// Limits and prices as they are kept, and what is remembered of usage.
class TestLimits : public QObject {
    Q_OBJECT

private slots:
    void limitsAreSetAndRemoved();
    void limitsAreReplacedAsTheyWereSeen();
    void limitsAreRaisedForAWhile();
    void aKeyIsIssuedWithLimits();
    void usageFollowsTheCall();
    void aDeadGatewaysCallsAreSettledAtTheEstimate();
    void callsOfDeadGatewaysAreSettledByOthers();
    void usageIsJoinedAndOutlivesCalls();
    void statesAreWorkedOut();
    void pricesAreChanged();
    void pricesAreReverted();
    void pricesAreChecked();
    void rotationKeepsTheId();
    void boundsAreKept();
    void boundsAreChecked_data();
    void boundsAreChecked();
};

void TestLimits::limitsAreSetAndRemoved()
{
    const Place place;
    const auto store = place.open();
    QVERIFY_DONE(createName(*store, NameKind::Team, "payments"));
    QCOMPARE(setLimits(*store, LimitTier::Team, "nobody", {}).error().kind, ErrorKind::NotFound);
    QCOMPARE(setLimits(*store, LimitTier::Key, "k00000000000", {}).error().kind, ErrorKind::NotFound);
    QVERIFY_DONE(setLimits(*store, LimitTier::Team, "payments",
        {*parseLimit("10usd/day"), *parseLimit("60requests/minute"), *parseLimit("4parallel")}));
    QVERIFY_DONE(setLimits(*store, LimitTier::Team, "payments", {*parseLimit("20usd/day")}));
    const std::vector<std::string> all{
        "team payments 60requests/minute", "team payments 4parallel", "team payments 20.00usd/day"};
    QCOMPARE(texts(*listLimits(*store)), all);
    const auto audit = listAudit(*store, 1);
    QCOMPARE(audit->front().action, std::string("limit.set"));
    QCOMPARE(audit->front().object, std::string("team:payments"));
    QVERIFY(audit->front().before.find("10.00usd/day") != std::string::npos);
    QVERIFY(audit->front().after.find("20.00usd/day") != std::string::npos);

    QCOMPARE(removeLimits(*store, LimitTier::Team, "payments", {*parseLimit("1usd/hour")}).error().kind,
        ErrorKind::NotFound);
    QVERIFY_DONE(removeLimits(*store, LimitTier::Team, "payments", {*parseLimit("0usd/day")}));
    QCOMPARE(texts(*listLimits(*store)).size(), std::size_t{2});
    QVERIFY_DONE(removeLimits(*store, LimitTier::Team, "payments", {}));
    QVERIFY(listLimits(*store)->empty());
    QCOMPARE(listAudit(*store, 1)->front().action, std::string("limit.remove"));
}

void TestLimits::limitsAreReplacedAsTheyWereSeen()
{
    const Place place;
    const auto store = place.open();
    QVERIFY_DONE(createName(*store, NameKind::Team, "payments"));
    const Limit ten = *parseLimit("10requests/minute");
    const Limit twenty = *parseLimit("20requests/minute");
    const Limit parallel = *parseLimit("2parallel");
    QVERIFY_DONE(replaceLimits(*store, LimitTier::Team, "payments", {}, {parallel, ten}));
    const auto blind = replaceLimits(*store, LimitTier::Team, "payments", {}, {twenty});
    QCOMPARE(blind.error().kind, ErrorKind::Conflict);
    const auto twice = replaceLimits(*store, LimitTier::Team, "payments", {ten, parallel}, {ten, twenty});
    QCOMPARE(twice.error().where, std::string("limits"));
    QVERIFY_DONE(replaceLimits(*store, LimitTier::Team, "payments", {ten, parallel}, {twenty}));
    QCOMPARE(texts(*listLimits(*store)), std::vector<std::string>{"team payments 20requests/minute"});
    QCOMPARE(listAudit(*store, 1)->front().action, std::string("limit.set"));
    QCOMPARE(replaceLimits(*store, LimitTier::Team, "nobody", {}, {ten}).error().kind, ErrorKind::NotFound);
}

void TestLimits::limitsAreRaisedForAWhile()
{
    Place place;
    const auto store = place.open();
    QVERIFY_DONE(createName(*store, NameKind::Team, "payments"));
    QVERIFY_DONE(setLimits(
        *store, LimitTier::Team, "payments", {*parseLimit("10usd/day"), *parseLimit("60requests/minute")}));
    const Limit daily = *parseLimit("0usd/day");
    const Timestamp until = place.clock.now() + std::chrono::hours(2);
    const auto raise = [&](const Limit &which, Timestamp end, const std::string &team = "payments") {
        return raiseLimit(*store, LimitTier::Team, team, which, LimitRaise{5'000'000, end}, "month's end");
    };
    QCOMPARE(raise(*parseLimit("0usd/hour"), until).error().kind, ErrorKind::NotFound);
    QCOMPARE(raise(daily, until, "nobody").error().kind, ErrorKind::NotFound);
    QCOMPARE(raise(daily, place.clock.now()).error().kind, ErrorKind::InvalidInput);
    QVERIFY_DONE(raise(daily, until));
    const auto states = allLimitStates(*store);
    QVERIFY_DONE(states);
    QCOMPARE(states->back().amount, 15'000'000);
    QCOMPARE(states->back().limit.amount, 10'000'000);
    const QJsonObject told
        = QJsonDocument::fromJson(QByteArray::fromStdString(toJson(states->back()))).object();
    QCOMPARE(told["amount"].toInt(), 15'000'000);
    QCOMPARE(told["raised_until"].toString().toStdString(), toRfc3339(until));
    const AuditEntry entry = listAudit(*store, 1)->front();
    QCOMPARE(entry.action, std::string("limit.raise"));
    QCOMPARE(entry.reason, std::string("month's end"));
    QVERIFY(entry.before.find("+5.00") == std::string::npos);
    QVERIFY(entry.after.find("10.00usd/day+5.00 until ") != std::string::npos);

    // It falls back by itself, and is forgotten with the next change.
    place.clock.advance(std::chrono::hours(2));
    QCOMPARE(allLimitStates(*store)->back().amount, 10'000'000);
    QVERIFY_DONE(setLimits(*store, LimitTier::Team, "payments", {*parseLimit("70requests/minute")}));
    const std::vector<std::string> all{"team payments 70requests/minute", "team payments 10.00usd/day"};
    QCOMPARE(texts(*listLimits(*store)), all);

    QVERIFY_DONE(raise(daily, until + std::chrono::hours(2)));
    QVERIFY_DONE(raiseLimit(*store, LimitTier::Team, "payments", daily, {}, ""));
    QCOMPARE(texts(*listLimits(*store)), all);
}

void TestLimits::aKeyIsIssuedWithLimits()
{
    const Place place;
    const auto store = place.open();
    NewKeyRequest request = keyRequest();
    request.limits = {*parseLimit("0.10usd/day"), *parseLimit("5requests/minute")};
    const auto issued = issueKey(*store, request);
    QVERIFY_DONE(issued);
    const std::string id = issued->row.record.id.value;
    const std::vector<std::string> all{"key " + id + " 5requests/minute", "key " + id + " 0.10usd/day"};
    QCOMPARE(texts(*listLimits(*store)), all);
    QVERIFY(listAudit(*store, 1)->front().after.find("5requests/minute") != std::string::npos);
}

void TestLimits::usageFollowsTheCall()
{
    const Place place;
    const auto store = place.open();
    const auto key = issueKey(*store, keyRequest());
    const std::string id = key->row.record.id.value;
    const Timestamp at = place.clock.now();
    record(place, {callOf(*key, idAt(at, 1), at), callOf(*key, idAt(at, 2), at)});
    QCOMPARE(usedBy(*store, LimitTier::Key, id), (Charge{2, 1000, 10000}));
    record(place, {callOf(*key, idAt(at, 1), at)}); // the same again
    QCOMPARE(usedBy(*store, LimitTier::Key, id), (Charge{2, 1000, 10000}));
    record(place, {callOf(*key, idAt(at, 3), at)}, {endOf(idAt(at, 3), 70)});
    QCOMPARE(usedBy(*store, LimitTier::Team, "payments"), (Charge{3, 1100, 10070}));
    record(place, {}, {endOf(idAt(at, 3), 80)}); // corrected
    QCOMPARE(usedBy(*store, LimitTier::UseCase, "assistant"), (Charge{3, 1100, 10080}));
    QCOMPARE(usedBy(*store, LimitTier::Environment, "production"), (Charge{3, 1100, 10080}));
    QCOMPARE(usedBy(*store, LimitTier::Team, "search"), Charge());
}

void TestLimits::aDeadGatewaysCallsAreSettledAtTheEstimate()
{
    const Place place;
    const auto store = place.open();
    const auto key = issueKey(*store, keyRequest());
    const Timestamp at = place.clock.now();
    record(place, {callOf(*key, idAt(at, 1), at)});
    record(place, {}); // the next gateway finds it open
    const auto found = showInteraction(*store, idAt(at, 1));
    QVERIFY_DONE(found);
    QCOMPARE(found->row.outcome, Outcome::Interrupted);
    QCOMPARE(found->row.tokensIn, 100);
    QCOMPARE(found->row.tokensOut, 400);
    QCOMPARE(found->row.costUusd, 5000);
    QCOMPARE(found->reserved.costUusd, 5000);
    QCOMPARE(usedBy(*store, LimitTier::Key, key->row.record.id.value), (Charge{1, 500, 5000}));
}

void TestLimits::callsOfDeadGatewaysAreSettledByOthers()
{
    Place place;
    place.clock.set(systemClock().now() - std::chrono::minutes(2));
    const auto store = place.open();
    store->setActor("gateway:mine");
    const auto key = issueKey(*store, keyRequest());
    const Timestamp at = place.clock.now();
    const auto interrupted
        = [&] { return countInteractions(*store, *parseFilter("outcome:interrupted")).value_or(-1); };
    {
        const auto dead = Journal::open(place.store(), "dead", place.clock);
        QVERIFY_DONE(dead);
        Heartbeat beat;
        beat.gateway = "dead";
        beat.at = at;
        (*dead)->write(beat);
        QCOMPARE(commit(**dead, callOf(*key, idAt(at, 1), at)), true);
        // A call of now: its gateway may not have beaten yet.
        QCOMPARE(commit(**dead, callOf(*key, idAt(at, 2), at + std::chrono::minutes(2))), true);
    }
    if (!testsPostgres()) {
        QCOMPARE(settleDeadGateways(*store).value_or(-1), 0);
        return;
    }
    // It was heard of just now.
    QCOMPARE(settleDeadGateways(*store).value_or(-1), 0);
    Intruder(place.store())
        .run("ALTER TABLE heartbeat DISABLE TRIGGER heartbeat_stamped; UPDATE heartbeat SET heard = heard - "
             "31000000");
    // Its own calls nobody takes for those of a dead one.
    store->setActor("gateway:dead");
    QCOMPARE(settleDeadGateways(*store).value_or(-1), 0);
    store->setActor("gateway:mine");
    std::vector<std::future<int>> found;
    for (int i = 0; i < 4; ++i)
        found.push_back(std::async(std::launch::async, [&] {
            const auto other = place.open();
            other->setActor("gateway:mine");
            return settleDeadGateways(*other).value_or(-100);
        }));
    int settled = 0;
    for (auto &each : found)
        settled += each.get();
    QCOMPARE(settled, 1);
    QCOMPARE(interrupted(), std::int64_t{1});
    QCOMPARE(usedBy(*store, LimitTier::Key, key->row.record.id.value), (Charge{2, 1000, 10000}));
    // It was alive after all, and its verdict counts.
    const auto alive = Journal::open(place.store(), "other", place.clock);
    QVERIFY_DONE(alive);
    QCOMPARE(commit(**alive, endOf(idAt(at, 1), 70)), true);
    QCOMPARE(showInteraction(*store, idAt(at, 1))->row.outcome, Outcome::Completed);
}

void TestLimits::usageIsJoinedAndOutlivesCalls()
{
    Place place;
    const auto store = place.open();
    const auto key = issueKey(*store, keyRequest());
    const Timestamp start = place.clock.now();
    std::vector<RequestRecord> calls;
    std::vector<VerdictRecord> ends;
    for (int i = 0; i < 45; ++i) {
        calls.push_back(callOf(*key, idAt(start, i), start + std::chrono::minutes(i)));
        ends.push_back(endOf(idAt(start, i), 10));
    }
    record(place, std::move(calls), std::move(ends));
    Intruder reader(place.store());
    QCOMPARE(reader.value("SELECT count(*) FROM usage"), std::string("45"));
    place.clock.advance(std::chrono::hours(24 * 120));
    QVERIFY(applyRetention(*store)->deleted == 45);
    QCOMPARE(reader.value("SELECT count(*) FROM usage"), std::string("3"));
    QCOMPARE(usedBy(*store, LimitTier::Team, "payments"), (Charge{45, 4500, 450}));
    place.clock.advance(std::chrono::hours(24 * 400));
    QVERIFY_DONE(applyRetention(*store));
    QCOMPARE(reader.value("SELECT count(*) FROM usage"), std::string("0"));
}

void TestLimits::statesAreWorkedOut()
{
    const Place place;
    const auto store = place.open();
    NewKeyRequest request = keyRequest();
    request.limits = {*parseLimit("0.10usd/day@Europe/Berlin"), *parseLimit("2parallel")};
    const auto key = issueKey(*store, request);
    QVERIFY_DONE(setLimits(*store, LimitTier::Team, "payments", {*parseLimit("10requests/hour")}));
    const Timestamp at = place.clock.now(); // 2026-11-20 12:00
    record(place, {callOf(*key, idAt(at, 1), at)}, {endOf(idAt(at, 1), 30'000)});
    const auto states = limitStates(*store, {key->row});
    QVERIFY_DONE(states);
    QCOMPARE(states->front().size(), std::size_t{3});
    const QJsonObject money
        = QJsonDocument::fromJson(QByteArray::fromStdString(toJson((*states)[0][0]))).object();
    QCOMPARE(money["limit"].toString(), QString("0.10usd/day@Europe/Berlin"));
    QCOMPARE(money["unit"].toString(), QString("uusd"));
    QCOMPARE(money["used"].toInt(), 30'000);
    QCOMPARE(money["left"].toInt(), 70'000);
    QCOMPARE(money["next_reset_at"].toString(), QString("2026-11-20T23:00:00.000000Z"));
    const QJsonObject team
        = QJsonDocument::fromJson(QByteArray::fromStdString(toJson((*states)[0][2]))).object();
    QCOMPARE(team["tier"].toString(), QString("team"));
    QCOMPARE(team["used"].toInt(), 1);
    QCOMPARE(allLimitStates(*store)->size(), std::size_t{3});
}

void TestLimits::pricesAreChanged()
{
    const Place place;
    const auto store = place.open();
    QVERIFY(loadPrices(*store)->find("gpt-4o")->in == 2'500'000);
    QVERIFY_DONE(setPrice(*store, {"gpt-4o*", {1, 2, 3}}));
    QVERIFY_DONE(setPrice(*store, {"house-model", {4, 5, 4}}));
    QCOMPARE(*loadPrices(*store)->find("gpt-4o"), (Price{1, 2, 3}));
    QCOMPARE(*loadPrices(*store)->find("house-model"), (Price{4, 5, 4}));
    QCOMPARE(listAudit(*store, 1)->front().action, std::string("price.set"));
    QVERIFY_DONE(removePrice(*store, "*"));
    QVERIFY(loadPrices(*store)->find("never heard of") == nullptr);
    QCOMPARE(removePrice(*store, "*").error().kind, ErrorKind::NotFound);
    QCOMPARE(listAudit(*store, 1)->front().after, std::string());
    QVERIFY_DONE(setPrice(*store, {"*", {7, 7, 7}}));
    QCOMPARE(loadPrices(*store)->find("never heard of")->in, 7);
}

void TestLimits::pricesAreReverted()
{
    const Place place;
    const auto store = place.open();
    QCOMPARE(revertPrice(*store, "gpt-4o*").error().kind, ErrorKind::NotFound);
    QVERIFY_DONE(setPrice(*store, {"gpt-4o*", {1, 2, 3}}));
    QVERIFY_DONE(revertPrice(*store, "gpt-4o*"));
    QCOMPARE(loadPrices(*store)->find("gpt-4o")->in, 2'500'000);
    QCOMPARE(listAudit(*store, 1)->front().action, std::string("price.revert"));
    QVERIFY_DONE(removePrice(*store, "gpt-4o*"));
    QVERIFY_DONE(revertPrice(*store, "gpt-4o*"));
    QCOMPARE(loadPrices(*store)->find("gpt-4o")->in, 2'500'000);
    QVERIFY_DONE(setPrice(*store, {"house-model", {4, 5, 4}}));
    QVERIFY_DONE(revertPrice(*store, "house-model"));
    QCOMPARE(removePrice(*store, "house-model").error().kind, ErrorKind::NotFound);
}

void TestLimits::pricesAreChecked()
{
    const Place place;
    const auto store = place.open();
    QCOMPARE(setPrice(*store, {"", {1, 1, 1}}).error().kind, ErrorKind::InvalidInput);
    QCOMPARE(setPrice(*store, {"m", {-1, 1, 1}}).error().kind, ErrorKind::InvalidInput);
    QCOMPARE(setPrice(*store, {"m", {1, highestPrice + 1, 1}}).error().kind, ErrorKind::InvalidInput);
    QCOMPARE(listAudit(*store, 10)->size(), std::size_t{0});
}

void TestLimits::rotationKeepsTheId()
{
    Place place;
    const auto store = place.open();
    const auto before = issueKey(*store, keyRequest());
    const KeyId id = before->row.record.id;
    const auto after = rotateKey(*store, id, std::chrono::hours(1), "quarterly");
    QVERIFY_DONE(after);
    QCOMPARE(after->row.record.id, id);
    QVERIFY(after->text.reveal() != before->text.reveal());
    QCOMPARE(rotateKey(*store, id, std::chrono::hours(1), "").error().kind, ErrorKind::Conflict);
    const auto accepts = [&](const SecretString &text) {
        const KeyTable table(*loadKeyTable(*store));
        return table.authenticate(text.reveal(), place.clock.now()).key != nullptr;
    };
    QVERIFY(accepts(before->text) && accepts(after->text));
    place.clock.advance(std::chrono::hours(1));
    QVERIFY(!accepts(before->text) && accepts(after->text));
    const auto third = rotateKey(*store, id, Micros(0), "");
    QVERIFY_DONE(third);
    QVERIFY(!accepts(after->text) && accepts(third->text));
    QCOMPARE(listAudit(*store, 1)->front().action, std::string("key.rotate"));
    QVERIFY_DONE(revokeKey(*store, id, ""));
    QCOMPARE(rotateKey(*store, id, Micros(0), "").error().kind, ErrorKind::Conflict);
}

void TestLimits::boundsAreKept()
{
    const Place place;
    const auto store = place.open();
    NewKeyRequest request = keyRequest();
    request.entitlement.addresses = {"10.0.0.0/8", "2001:db8::/32"};
    request.entitlement.requiredMetadata = {"ticket"};
    request.entitlement.maxInputBytes = 2000;
    request.entitlement.maxOutputTokens = 300;
    request.entitlement.requiresUser = true;
    QVERIFY_DONE(issueKey(*store, request));
    const Entitlement may = listKeys(*store)->front().record.entitlement;
    QCOMPARE(may.addresses, request.entitlement.addresses);
    QCOMPARE(may.requiredMetadata, request.entitlement.requiredMetadata);
    QCOMPARE(may.maxInputBytes, request.entitlement.maxInputBytes);
    QCOMPARE(may.maxOutputTokens, request.entitlement.maxOutputTokens);
    QVERIFY(may.requiresUser);
    QVERIFY(allowsAddress(may, "10.1.2.3") && allowsAddress(may, "::ffff:10.1.2.3"));
    QVERIFY(allowsAddress(may, "2001:db8::1"));
    QVERIFY(!allowsAddress(may, "11.1.2.3") && !allowsAddress(may, "") && !allowsAddress(may, "fe80::1"));
}

void TestLimits::boundsAreChecked_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("metadata");
    QTest::addColumn<int>("most");
    QTest::newRow("no network") << "10.0.0.0/99"
                                << "ticket" << 1;
    QTest::newRow("host bits") << "10.0.0.1/8"
                               << "ticket" << 1;
    QTest::newRow("no name") << "10.0.0.0/8"
                             << "" << 1;
    QTest::newRow("nothing in") << "10.0.0.0/8"
                                << "ticket" << 0;
}

void TestLimits::boundsAreChecked()
{
    QFETCH(QString, address);
    QFETCH(QString, metadata);
    QFETCH(int, most);
    const Place place;
    const auto store = place.open();
    NewKeyRequest request = keyRequest();
    request.entitlement.addresses = {address.toStdString()};
    request.entitlement.requiredMetadata = {metadata.toStdString()};
    request.entitlement.maxInputBytes = most;
    QCOMPARE(issueKey(*store, request).error().kind, ErrorKind::InvalidInput);
}

QTEST_GUILESS_MAIN(TestLimits)
#include "tst_limits.moc"
