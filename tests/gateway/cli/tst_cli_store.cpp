// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// gatehouse store, audit and provider: made, filled, verified, and what a tampered log gets.

#include "tests/gateway/cli/cli_runner.h"
#include "tests/store/store_fixture.h"

#include <QJsonArray>
#include <QTest>

using gatehouse::store::test::Intruder;

class TestCliStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void initIsHarmlessTwice();
    void statusHasTheContractsFields();
    void migrateAndVacuumKeepEverything();
    void newerStoreIsRefused();
    void demoAddsJudgedCalls();
    void aCopyHoldsTheSame();
    void auditListAndExport();
    void auditVerifies();
    void auditFindsTampering_data();
    void auditFindsTampering();
    void auditFindsTruncation();
    void providersComeAndGo();
    void credentialIsReadFromInputOnly();
    void refusesBadProviders_data();
    void refusesBadProviders();

private:
    std::unique_ptr<CliRunner> m_cli;
};

void TestCliStore::init()
{
    m_cli = std::make_unique<CliRunner>();
    QCOMPARE(m_cli->run({"store", "init"}).status, 0);
    for (const char *name : {"a", "b", "c", "d"})
        QCOMPARE(m_cli->run({"team", "create", name}).status, 0);
}

void TestCliStore::initIsHarmlessTwice()
{
    QCOMPARE(m_cli->run({"store", "init"}).status, 0);
    QCOMPARE(m_cli->json({"team", "list"}).objects().size(), 4);
}

void TestCliStore::statusHasTheContractsFields()
{
    const QJsonObject status = m_cli->json({"store", "status"}).object();
    QVERIFY(status["engine"].toString().startsWith("sqlite "));
    QVERIFY(status["schema"].toInt() >= 1);
    QCOMPARE(status["interactions"].toInt(-1), 0);
    QVERIFY(status["bytes"].toInteger() > 0);
    QCOMPARE(status["gateways"].toInt(-1), 0);
    QVERIFY(m_cli->run({"store", "status"}).out.contains(m_cli->store().toUtf8()));
}

void TestCliStore::migrateAndVacuumKeepEverything()
{
    for (const char *verb : {"migrate", "vacuum"}) {
        const CliResult result = m_cli->json({"store", verb});
        QCOMPARE(result.status, 0);
        QVERIFY(result.object().contains("schema"));
    }
    QCOMPARE(m_cli->json({"team", "list"}).objects().size(), 4);
    QCOMPARE(m_cli->run({"audit", "verify"}).status, 0);
}

void TestCliStore::newerStoreIsRefused()
{
    Intruder(m_cli->store().toStdString()).run("PRAGMA user_version = 9999");
    for (const QStringList &command : {QStringList{"store", "status"}, QStringList{"store", "migrate"},
             QStringList{"team", "create", "e"}}) {
        const CliResult result = m_cli->run(command);
        QCOMPARE(result.status, 3);
        QVERIFY2(result.isOneLineError(), result.err.constData());
    }
}

void TestCliStore::demoAddsJudgedCalls()
{
    const CliRunner cli;
    const CliResult result = cli.json({"store", "demo", "--interactions", "400", "--keys", "3"});
    QVERIFY2(result.status == 0, result.err.constData());
    QVERIFY(result.err.isEmpty());
    QCOMPARE(result.object()["interactions"].toInt(), 400);
    QCOMPARE(result.object()["keys"].toInt(), 3);
    const auto rows = cli.json({"interaction", "list"}).objects();
    QCOMPARE(rows.size(), 400);
    QSet<QString> verdicts;
    for (const QJsonObject &row : rows)
        verdicts.insert(row["verdict"].toString());
    QVERIFY(verdicts.contains("allowed"));
    QVERIFY(verdicts.size() >= 3);
    const auto found
        = cli.json({"interaction", "list", "--filter", "-verdict:allowed", "--limit", "1"}).objects();
    QCOMPARE(found.size(), 1);
    const QJsonArray checks
        = cli.json({"interaction", "show", found.first()["id"].toString()}).object()["checks"].toArray();
    QVERIFY(!checks.isEmpty());
    QCOMPARE(cli.run({"audit", "verify"}).status, 0);
}

void TestCliStore::aCopyHoldsTheSame()
{
    const QString place = m_cli->path("copy.db");
    const CliResult copied = m_cli->json({"store", "copy", m_cli->store(), place});
    QVERIFY2(copied.status == 0, copied.err.constData());
    QCOMPARE(copied.object()["audit_entries"].toInt(), 4);
    QCOMPARE(copied.object()["interactions"].toInt(-1), 0);
    const CliRunner copy(place.toStdString());
    QCOMPARE(copy.json({"team", "list"}).out, m_cli->json({"team", "list"}).out);
    QCOMPARE(
        copy.run({"audit", "verify", "--expect-head", copied.object()["audit_head"].toString()}).status, 0);
    QCOMPARE(copy.run({"team", "create", "e"}).status, 0);
    // Now it is a store of its own, which nothing is copied over.
    const CliResult refused = m_cli->run({"store", "copy", m_cli->store(), place});
    QCOMPARE(refused.status, 1);
    QVERIFY2(refused.isOneLineError(), refused.err.constData());
    QCOMPARE(m_cli->run({"store", "copy", m_cli->path("nowhere.db"), place}).status, 3);
    QCOMPARE(m_cli->run({"store", "copy", m_cli->store()}).status, 2);
}

void TestCliStore::auditListAndExport()
{
    const auto entries = m_cli->json({"audit", "list"}).objects();
    QCOMPARE(entries.size(), 4);
    for (const char *field : {"seq", "at", "actor", "action", "object", "before", "after", "reason", "hash"})
        QVERIFY2(entries[0].contains(field), field);
    QCOMPARE(entries[0]["seq"].toInt(), 4);
    QCOMPARE(entries[3]["object"].toString(), "team:a");
    QCOMPARE(m_cli->json({"audit", "list", "--limit", "3"}).objects().size(), 3);
    const CliResult exported = m_cli->run({"audit", "export"});
    QCOMPARE(exported.status, 0);
    QCOMPARE(exported.objects().size(), 4);
    for (const QJsonObject &entry : exported.objects())
        QVERIFY(entry.contains("hash"));
}

void TestCliStore::auditVerifies()
{
    const CliResult result = m_cli->json({"audit", "verify"});
    QCOMPARE(result.status, 0);
    const QJsonObject verification = result.object();
    QCOMPARE(verification["ok"].toBool(), true);
    QCOMPARE(verification["entries"].toInt(), 4);
    QVERIFY(verification["first_bad"].isNull());
    QCOMPARE(verification["head"], m_cli->json({"audit", "list"}).object()["hash"]);
    const QString head = verification["head"].toString();
    QCOMPARE(m_cli->run({"team", "create", "e"}).status, 0);
    QCOMPARE(m_cli->run({"audit", "verify", "--expect-head", head}).status, 0);
    QCOMPARE(m_cli->run({"audit", "verify", "--expect-head", QString(64, '0')}).status, 1);
}

void TestCliStore::auditFindsTampering_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<int>("firstBad");
    QTest::newRow("another object") << QByteArray("UPDATE audit SET object = 'team:z' WHERE seq = 2") << 2;
    QTest::newRow("another actor") << QByteArray("UPDATE audit SET actor = 'user:other' WHERE seq = 3") << 3;
    QTest::newRow("another time") << QByteArray("UPDATE audit SET at = at + 1 WHERE seq = 1") << 1;
    QTest::newRow("another reason") << QByteArray("UPDATE audit SET reason = 'x' WHERE seq = 4") << 4;
    QTest::newRow("another hash") << QByteArray(
        "UPDATE audit SET hash = replace(hash, 'a', 'b') WHERE seq = 2")
                                  << 2;
    QTest::newRow("one taken out") << QByteArray("DELETE FROM audit WHERE seq = 2") << 3;
}

void TestCliStore::auditFindsTampering()
{
    QFETCH(QByteArray, sql);
    QFETCH(int, firstBad);
    Intruder(m_cli->store().toStdString()).run(sql.toStdString());
    const CliResult result = m_cli->json({"audit", "verify"});
    QCOMPARE(result.status, 1);
    QVERIFY(result.isOneLineError());
    QCOMPARE(result.object()["ok"].toBool(true), false);
    QVERIFY2(result.object()["first_bad"].toInt() == firstBad
            || result.object()["first_bad"].toInt() == firstBad - 1,
        result.out.constData());
    QCOMPARE(m_cli->run({"audit", "verify"}).status, 1);
}

void TestCliStore::auditFindsTruncation()
{
    const QString head = m_cli->json({"audit", "verify"}).object()["head"].toString();
    Intruder(m_cli->store().toStdString()).run("DELETE FROM audit WHERE seq = 4");
    const CliResult result = m_cli->json({"audit", "verify", "--expect-head", head});
    QCOMPARE(result.status, 1);
    QCOMPARE(result.object()["ok"].toBool(true), false);
}

void TestCliStore::providersComeAndGo()
{
    QCOMPARE(m_cli->run({"provider", "add", "--name", "trial", "--kind", "sandbox"}).status, 0);
    const QJsonObject added = m_cli
                                  ->json({"provider", "add", "--name", "main", "--kind", "openai",
                                      "--base-url", "https://host/v1", "--models", "small,large"})
                                  .object();
    QCOMPARE(added["name"].toString(), "main");
    QCOMPARE(added["models"].toArray(), QJsonArray({"small", "large"}));
    QCOMPARE(m_cli->run({"provider", "add", "--name", "main", "--kind", "sandbox"}).status, 1);
    QCOMPARE(m_cli->json({"provider", "list"}).objects().size(), 2);
    QVERIFY(m_cli->run({"provider", "list"}).out.contains("https://host/v1"));
    QCOMPARE(m_cli->run({"provider", "remove", "main"}).status, 0);
    QCOMPARE(m_cli->run({"provider", "remove", "main"}).status, 1);
    QCOMPARE(m_cli->json({"provider", "list"}).objects().size(), 1);
}

void TestCliStore::credentialIsReadFromInputOnly()
{
    const QByteArray credential = QByteArray("not-a-real-") + "credential-value";
    const CliResult added = m_cli->json({"provider", "add", "--name", "main", "--kind", "openai",
                                            "--base-url", "https://host/v1", "--credential-stdin"},
        credential + "\n");
    QCOMPARE(added.status, 0);
    QVERIFY(!added.out.contains(credential));
    QVERIFY(!m_cli->json({"provider", "list"}).out.contains(credential));
    QVERIFY(!m_cli->json({"audit", "list"}).out.contains(credential));
    QVERIFY(m_cli->run({"provider", "list"}).out.contains("set"));
    QFile file(m_cli->store());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY2(!file.readAll().contains(credential), "the credential stands readable in the store");
}

void TestCliStore::refusesBadProviders_data()
{
    QTest::addColumn<QStringList>("extra");
    QTest::addColumn<QByteArray>("input");
    QTest::newRow("unknown kind") << QStringList{"--kind", "other"} << QByteArray();
    QTest::newRow("kind of a later version") << QStringList{"--kind", "gemini"} << QByteArray();
    QTest::newRow("no address") << QStringList{"--kind", "openai"} << QByteArray();
    QTest::newRow("wrong scheme") << QStringList{"--kind", "openai", "--base-url", "file:///etc/passwd"}
                                  << QByteArray();
    QTest::newRow("sandbox with address")
        << QStringList{"--kind", "sandbox", "--base-url", "https://host"} << QByteArray();
    QTest::newRow("empty credential") << QStringList{"--kind", "openai", "--base-url", "https://host/v1",
        "--credential-stdin"} << QByteArray("\n");
    QTest::newRow("credential with a space")
        << QStringList{"--kind", "openai", "--base-url", "https://host/v1", "--credential-stdin"}
        << QByteArray("a b\n");
    QTest::newRow("huge credential") << QStringList{"--kind", "openai", "--base-url", "https://host/v1",
        "--credential-stdin"} << QByteArray(100000, 'x');
}

void TestCliStore::refusesBadProviders()
{
    QFETCH(QStringList, extra);
    QFETCH(QByteArray, input);
    const CliResult result = m_cli->run(QStringList{"provider", "add", "--name", "main"} + extra, input);
    QCOMPARE(result.status, 2);
    QVERIFY2(result.isOneLineError(), result.err.constData());
    QVERIFY(m_cli->json({"provider", "list"}).out.isEmpty());
}

QTEST_GUILESS_MAIN(TestCliStore)
#include "tst_cli_store.moc"
