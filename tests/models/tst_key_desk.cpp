// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/keys/key_desk.h"

#include "core/access/virtual_key.h"
#include "models/keys/snippets.h"
#include "store/limits.h"
#include "tests/models/desk_fixture.h"

#include <QAbstractItemModelTester>

using namespace gatehouse;
using namespace gatehouse::console;
using namespace gatehouse::console::test;

namespace {

struct Desk {
    Desk()
        : session(place.location())
        , desk(session)
    {
        QObject::connect(
            &desk, &KeyDesk::issued, &desk, [this](const KeyEntry &entry, const SecretString &text) {
                issuedEntry = entry;
                secret = text;
            });
        QObject::connect(
            &desk, &KeyDesk::issueFailed, &desk, [this](const Error &error) { refused = error; });
    }
    [[nodiscard]] static KeyRequest request()
    {
        return {"payments", "production", "chat", {"sandbox-small"}, QDateTime::currentDateTime().addDays(90),
            true};
    }
    [[nodiscard]] KeyState stateOf(const QString &id)
    {
        const int row = desk.keys().rowOf(id);
        return row < 0 ? KeyState::Expired : desk.keys().row(row).state;
    }

    DeskPlace place;
    StoreSession session;
    KeyDesk desk;
    KeyEntry issuedEntry;
    SecretString secret;
    std::optional<Error> refused;
};

} // namespace

class TestKeyDesk : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void issuesAKeyThatParses();
    void anUnknownTeamIsRefusedByName();
    void noModelsMeansNoKey();
    void suspendsResumesAndRevokes();
    void aRevokedKeyStaysRevoked();
    void offersWhatTheProvidersServe();
    void saysWhatARevocationWouldStop();
    void seesKeysMadeElsewhere();
    void snippetsCarryTheKey();
    void issuesWithEntitlementAndLimits();
    void anErrorNamesTheField_data();
    void anErrorNamesTheField();
    void whatAKeyMayUseIsChangedAndTakenBack();
    void whatSomebodyElseChangedIsNotOverwritten();
    void limitsAreChangedAndTakenBack();
    void limitsSomebodyElseChangedAreNotOverwritten();
    void suspendingIsTakenBack();
    void saysWhatWasUsedOfEveryTier();
    void rotatesWithAnOverlap();
    void limitsHaveWords_data();
    void limitsHaveWords();
    void aRaisedLimitSaysSo();
};

void TestKeyDesk::issuesAKeyThatParses()
{
    Desk t;
    QAbstractItemModelTester tester(&t.desk.keys(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    t.desk.issue(Desk::request());
    QTRY_VERIFY_WITH_TIMEOUT(!t.secret.empty(), patienceMs);
    const auto parsed = parseVirtualKey(t.secret.reveal());
    QVERIFY(parsed.has_value());
    QCOMPARE(toQString(parsed->id.value), t.issuedEntry.id);
    QTRY_COMPARE_WITH_TIMEOUT(t.stateOf(t.issuedEntry.id), KeyState::Active, patienceMs);
    QVERIFY(t.desk.keys().row(0).expiresAt.has_value());
}

void TestKeyDesk::anUnknownTeamIsRefusedByName()
{
    Desk t;
    KeyRequest request = Desk::request();
    request.team = "nobody";
    request.createNames = false;
    t.desk.issue(request);
    QTRY_VERIFY_WITH_TIMEOUT(t.refused.has_value(), patienceMs);
    QVERIFY2(t.refused->line().find("team: nobody") != std::string::npos, t.refused->line().c_str());
    QVERIFY(t.secret.empty());
}

void TestKeyDesk::noModelsMeansNoKey()
{
    Desk t;
    KeyRequest request = Desk::request();
    request.models.clear();
    t.desk.issue(request);
    QTRY_VERIFY_WITH_TIMEOUT(t.refused.has_value(), patienceMs);
    QVERIFY2(t.refused->where.starts_with("models"), t.refused->line().c_str());
}

void TestKeyDesk::suspendsResumesAndRevokes()
{
    Desk t;
    const QString id = toQString(t.place.issueKey().row.record.id.value);
    QTRY_COMPARE_WITH_TIMEOUT(t.stateOf(id), KeyState::Active, patienceMs);
    t.desk.suspend(id, "unused");
    QTRY_COMPARE_WITH_TIMEOUT(t.stateOf(id), KeyState::Suspended, patienceMs);
    t.desk.resume(id, "used again");
    QTRY_COMPARE_WITH_TIMEOUT(t.stateOf(id), KeyState::Active, patienceMs);
    t.desk.revoke(id, "retired");
    QTRY_COMPARE_WITH_TIMEOUT(t.stateOf(id), KeyState::Revoked, patienceMs);
}

void TestKeyDesk::aRevokedKeyStaysRevoked()
{
    Desk t;
    const QString id = toQString(t.place.issueKey().row.record.id.value);
    QSignalSpy failed(&t.desk, &KeyDesk::changeFailed);
    t.desk.revoke(id, "retired");
    t.desk.resume(id, "changed my mind");
    QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(t.stateOf(id), KeyState::Revoked, patienceMs);
}

void TestKeyDesk::offersWhatTheProvidersServe()
{
    Desk t;
    t.place.issueKey("support", "staging");
    QTRY_COMPARE_WITH_TIMEOUT(t.desk.choices().teams, QStringList{"support"}, patienceMs);
    QCOMPARE(t.desk.choices().models, (QStringList{"sandbox-large", "sandbox-small", "*"}));
    QCOMPARE(t.desk.choices().environments, QStringList{"staging"});
}

void TestKeyDesk::saysWhatARevocationWouldStop()
{
    Desk t;
    const QString id = toQString(t.place.issueKey().row.record.id.value);
    std::optional<KeyUse> use;
    connect(&t.desk, &KeyDesk::useKnown, this, [&](const QString &asked, const KeyUse &known) {
        if (asked == id)
            use = known;
    });
    t.desk.askUse(id);
    QTRY_VERIFY_WITH_TIMEOUT(use.has_value(), patienceMs);
    QCOMPARE(use->callsLastHour, 0);
    QVERIFY(!use->lastUsedAt);
}

void TestKeyDesk::seesKeysMadeElsewhere()
{
    Desk t;
    QTRY_VERIFY_WITH_TIMEOUT(t.desk.isLoaded(), patienceMs);
    const QString id = toQString(t.place.issueKey().row.record.id.value);
    QTRY_COMPARE_WITH_TIMEOUT(t.desk.keys().rowOf(id), 0, patienceMs);
}

void TestKeyDesk::snippetsCarryTheKey()
{
    const QString curl = curlSnippet("127.0.0.1:8787", "sandbox-small", "gthk_x");
    QVERIFY(curl.contains("http://127.0.0.1:8787/v1/chat/completions"));
    QVERIFY(curl.contains("Bearer gthk_x"));
    const QString python = pythonSnippet("127.0.0.1:8787", "sandbox-small", "gthk_x");
    QVERIFY(python.contains("base_url=\"http://127.0.0.1:8787/v1\", api_key=\"gthk_x\""));
}

void TestKeyDesk::issuesWithEntitlementAndLimits()
{
    Desk t;
    KeyRequest request = Desk::request();
    request.models = {"gpt-4o*"};
    request.providers = {"sandbox"};
    request.routes = {"chat", "embeddings"};
    request.tools = {"search"};
    request.addresses = {"10.0.0.0/8"};
    request.requiredMetadata = {"ticket"};
    request.maxInputBytes = 4096;
    request.maxOutputTokens = 512;
    request.requiresUser = true;
    request.metadata = {"tier=gold", "cost_centre=4=2"};
    request.limits = {*parseLimit("60requests/minute"), *parseLimit("8parallel")};
    t.desk.issue(request);
    QTRY_VERIFY_WITH_TIMEOUT(!t.secret.empty(), patienceMs);
    const KeyEntry &entry = t.issuedEntry;
    QCOMPARE(entry.providers, QStringList{"sandbox"});
    QCOMPARE(entry.routes, (QStringList{"chat", "embeddings"}));
    QCOMPARE(entry.addresses, QStringList{"10.0.0.0/8"});
    QCOMPARE(entry.requiredMetadata, QStringList{"ticket"});
    QCOMPARE(entry.maxInputBytes, std::optional<qint64>(4096));
    QCOMPARE(entry.maxOutputTokens, std::optional<qint64>(512));
    QVERIFY(entry.requiresUser);
    QCOMPARE(entry.metadata.value("tier"), QString("gold"));
    QCOMPARE(entry.metadata.value("cost_centre"), QString("4=2"));
    QTRY_COMPARE_WITH_TIMEOUT(
        limitsOf(t.desk.choices(), {LimitTier::Key, entry.id}).size(), std::size_t{2}, patienceMs);
}

void TestKeyDesk::anErrorNamesTheField_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("text");
    QTest::newRow("addresses") << "addresses"
                               << "10.0.0.1/8";
    QTest::newRow("routes") << "routes"
                            << "chats";
    QTest::newRow("tools") << "tools" << QString(" search");
    QTest::newRow("providers") << "providers" << QString(100, 'p');
    QTest::newRow("required metadata") << "required_metadata" << QString(100, 'm');
    QTest::newRow("metadata") << "metadata"
                              << "gold";
    QTest::newRow("models") << "models" << QString(300, 'm');
}

void TestKeyDesk::anErrorNamesTheField()
{
    QFETCH(QString, field);
    QFETCH(QString, text);
    Desk t;
    KeyRequest request = Desk::request();
    QStringList KeyRequest::*const lists[] = {&KeyRequest::addresses, &KeyRequest::routes, &KeyRequest::tools,
        &KeyRequest::providers, &KeyRequest::requiredMetadata, &KeyRequest::models, &KeyRequest::metadata};
    const QStringList fields{
        "addresses", "routes", "tools", "providers", "required_metadata", "models", "metadata"};
    request.*lists[fields.indexOf(field)] = {text};
    t.desk.issue(request);
    QTRY_VERIFY_WITH_TIMEOUT(t.refused.has_value(), patienceMs);
    QVERIFY2(t.refused->where.starts_with(field.toStdString()), t.refused->line().c_str());
}

void TestKeyDesk::whatAKeyMayUseIsChangedAndTakenBack()
{
    Desk t;
    const QString id = toQString(t.place.issueKey().row.record.id.value);
    QTRY_COMPARE_WITH_TIMEOUT(t.desk.keys().rowOf(id), 0, patienceMs);
    const auto now = [&] { return entitlementOf(t.desk.keys().row(0)); };
    const Entitlement before = now();
    Entitlement wanted = before;
    wanted.models = {"sandbox-large"};
    wanted.providers = {}; // filled in by the store
    wanted.maxOutputTokens = 100;
    QSignalSpy set(&t.desk, &KeyDesk::entitlementSet);
    t.desk.setEntitlement(id, before, wanted, "smaller");
    QTRY_COMPARE_WITH_TIMEOUT(set.count(), 1, patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(now().models, wanted.models, patienceMs);
    QCOMPARE(now().providers, std::vector<std::string>{"*"});
    QVERIFY(t.desk.undoSteps().text().contains(id));
    t.desk.undoSteps().undo();
    QTRY_VERIFY_WITH_TIMEOUT(now() == before, patienceMs);
    t.desk.undoSteps().redo();
    QTRY_COMPARE_WITH_TIMEOUT(now().maxOutputTokens.value_or(0), 100, patienceMs);
    QVERIFY(!t.desk.undoSteps().canRedo());
}

void TestKeyDesk::whatSomebodyElseChangedIsNotOverwritten()
{
    Desk t;
    const KeyRecord key = t.place.issueKey().row.record;
    Entitlement theirs = key.entitlement, ours = key.entitlement;
    theirs.tools = {"search"};
    ours.tools = {"send_mail"};
    QVERIFY(store::changeEntitlement(t.place.store(), key.id, key.entitlement, theirs, "").has_value());
    QSignalSpy failed(&t.desk, &KeyDesk::entitlementFailed);
    t.desk.setEntitlement(toQString(key.id.value), key.entitlement, ours, {});
    QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, patienceMs);
    QCOMPARE(failed.first().first().value<Error>().kind, ErrorKind::Conflict);
    QVERIFY(t.desk.undoSteps().text().isEmpty());
}

void TestKeyDesk::limitsAreChangedAndTakenBack()
{
    Desk t;
    t.place.issueKey();
    const LimitSubject team{LimitTier::Team, "payments"};
    const std::vector<Limit> daily{*parseLimit("10usd/day@Europe/Berlin")};
    const auto now = [&] { return limitsOf(t.desk.choices(), team); };
    t.desk.setLimits(team, {}, daily);
    QTRY_COMPARE_WITH_TIMEOUT(now(), daily, patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(t.desk.undoSteps().text().contains("payments"), patienceMs);
    t.desk.undoSteps().undo();
    QTRY_VERIFY_WITH_TIMEOUT(now().empty(), patienceMs);
    QVERIFY(t.desk.undoSteps().text().isEmpty());
    QVERIFY(t.desk.undoSteps().canRedo());
    t.desk.undoSteps().redo();
    QTRY_COMPARE_WITH_TIMEOUT(now(), daily, patienceMs);
    QVERIFY(!t.desk.undoSteps().canRedo());
    t.desk.undoSteps().undo();
    QTRY_VERIFY_WITH_TIMEOUT(now().empty(), patienceMs);
}

void TestKeyDesk::limitsSomebodyElseChangedAreNotOverwritten()
{
    Desk t;
    t.place.issueKey();
    const auto set
        = store::setLimits(t.place.store(), LimitTier::Team, "payments", {*parseLimit("1requests/minute")});
    QVERIFY(set.has_value());
    QSignalSpy failed(&t.desk, &KeyDesk::limitsFailed);
    t.desk.setLimits({LimitTier::Team, "payments"}, {}, {*parseLimit("9requests/minute")});
    QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, patienceMs);
    QCOMPARE(failed.first().first().value<Error>().kind, ErrorKind::Conflict);
}

void TestKeyDesk::suspendingIsTakenBack()
{
    Desk t;
    const QString id = toQString(t.place.issueKey().row.record.id.value);
    t.desk.suspend(id, "unused");
    QTRY_VERIFY_WITH_TIMEOUT(t.desk.undoSteps().text().contains(id), patienceMs);
    t.desk.undoSteps().undo();
    QTRY_COMPARE_WITH_TIMEOUT(t.stateOf(id), KeyState::Active, patienceMs);
    t.desk.undoSteps().redo();
    QTRY_COMPARE_WITH_TIMEOUT(t.stateOf(id), KeyState::Suspended, patienceMs);
}

void TestKeyDesk::saysWhatWasUsedOfEveryTier()
{
    Desk t;
    // The desk reads by the machine's clock.
    t.place.place.clock.set(systemClock().now());
    const KeyId id = t.place.issueKey().row.record.id;
    auto &opened = t.place.store();
    QVERIFY(store::setLimits(opened, LimitTier::Key, id.value, {*parseLimit("8parallel")}).has_value());
    QVERIFY(
        store::setLimits(opened, LimitTier::Team, "payments", {*parseLimit("10requests/hour")}).has_value());
    const Timestamp at = systemClock().now();
    auto record = store::test::requestRecord(store::test::idAt(at, 1), at);
    record.row.key = id;
    record.reserved = {true, 100, 400, 5000};
    store::test::record(t.place.place, {record});
    QList<LimitEntry> known;
    connect(&t.desk, &KeyDesk::limitsKnown, this,
        [&](const QString &, const QList<LimitEntry> &limits) { known = limits; });
    t.desk.askLimits(toQString(id.value));
    QTRY_COMPARE_WITH_TIMEOUT(known.size(), 2, patienceMs);
    QCOMPARE(known[0].tier, LimitTier::Key);
    QVERIFY(!known[0].nextReset);
    QCOMPARE(known[1].name, QString("payments"));
    QCOMPARE(known[1].used, 1);
    QCOMPARE(usedWords(known[1]), QString("1 of 10"));
    QVERIFY(*known[1].nextReset > QDateTime::currentDateTime());
}

void TestKeyDesk::rotatesWithAnOverlap()
{
    Desk t;
    const store::IssuedKey before = t.place.issueKey();
    const QString id = toQString(before.row.record.id.value);
    SecretString fresh;
    std::optional<Error> refused;
    connect(&t.desk, &KeyDesk::rotated, this,
        [&](const KeyEntry &, const SecretString &secret) { fresh = secret; });
    connect(&t.desk, &KeyDesk::rotateFailed, this, [&](const Error &error) { refused = error; });
    t.desk.rotate(id, std::chrono::hours(2), "quarterly");
    QTRY_VERIFY_WITH_TIMEOUT(!fresh.empty(), patienceMs);
    QVERIFY(fresh.reveal() != before.text.reveal());
    QTRY_VERIFY_WITH_TIMEOUT(
        t.desk.keys().rowOf(id) == 0 && t.desk.keys().row(0).previousSecretUntil, patienceMs);
    t.desk.rotate(id, std::chrono::hours(2), "again");
    QTRY_VERIFY_WITH_TIMEOUT(refused.has_value(), patienceMs);
    refused.reset();
    t.desk.rotate(id, std::chrono::hours(24 * 31), "too long");
    QTRY_VERIFY_WITH_TIMEOUT(refused.has_value(), patienceMs);
    QCOMPARE(refused->where, std::string("overlap"));
}

void TestKeyDesk::limitsHaveWords_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("words");
    QTest::newRow("rate") << "60requests/minute"
                          << "60 requests a minute";
    QTest::newRow("rolling") << "500tokens/12h"
                             << "500 tokens in 12 hours";
    QTest::newRow("budget") << "0.50usd/month@Europe/Berlin"
                            << "0.50 USD a month (Europe/Berlin)";
    QTest::newRow("tokens") << "9budget-tokens/day@UTC"
                            << "9 tokens of budget a calendar day (UTC)";
    QTest::newRow("parallel") << "8parallel"
                              << "8 calls at once";
}

void TestKeyDesk::limitsHaveWords()
{
    QFETCH(QString, text);
    const auto limit = parseLimit(text.toStdString());
    QVERIFY(limit.has_value());
    QTEST(limitWords(*limit), "words");
}

void TestKeyDesk::aRaisedLimitSaysSo()
{
    LimitEntry entry;
    entry.limit = *parseLimit("10usd/day");
    entry.used = 12'000'000;
    QCOMPARE(raiseWords(entry), QString());
    QCOMPARE(amountOf(entry), 10'000'000);
    entry.limit.raise = LimitRaise{
        5'000'000, fromMicros(QDateTime(QDate(2026, 12, 1), QTime(8, 30)).toMSecsSinceEpoch() * 1000)};
    QCOMPARE(raiseWords(entry), QString("raised by 5.00 USD until 2026-12-01 08:30"));
    QCOMPARE(limitWords(entry.limit), QString("10.00 USD a day"));
    QCOMPARE(usedWords(entry), QString("12.00 of 15.00"));
}

QTEST_GUILESS_MAIN(TestKeyDesk)
#include "tst_key_desk.moc"
