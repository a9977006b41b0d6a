// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/keys/key_desk.h"

#include "core/access/virtual_key.h"
#include "models/keys/snippets.h"
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

QTEST_GUILESS_MAIN(TestKeyDesk)
#include "tst_key_desk.moc"
