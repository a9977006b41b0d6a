// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// gatehouse provider, model, credential and recipient: how upstreams are set up, and who can read their
// secrets.

#include "tests/gateway/cli/cli_runner.h"

#include <QJsonArray>
#include <QTest>

class TestCliUpstreams : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void providersHaveKindsAliasesAndWeights();
    void badAliasesAreRefused_data();
    void badAliasesAreRefused();
    void modelsComeAndGo();
    void aProvidersCredentialIsReplaced();
    void credentialsComeAndGo();
    void aGatewayIsAdded();

private:
    std::unique_ptr<CliRunner> m_cli;
};

void TestCliUpstreams::init()
{
    m_cli = std::make_unique<CliRunner>();
    QCOMPARE(m_cli->run({"store", "init"}).status, 0);
}

void TestCliUpstreams::providersHaveKindsAliasesAndWeights()
{
    const CliResult added = m_cli->json({"provider", "add", "--name", "azure", "--kind", "azure",
        "--base-url", "https://resource.host", "--alias", "fast=deployment-1", "--alias", "slow=deployment-2",
        "--weight", "3", "--api-version", "2025-01-01"});
    QCOMPARE(added.status, 0);
    QCOMPARE(added.object()["kind"].toString(), "azure");
    QCOMPARE(added.object()["weight"].toInt(), 3);
    QCOMPARE(added.object()["api_version"].toString(), "2025-01-01");
    QCOMPARE(m_cli->json({"model", "list"}).objects().size(), 2);
    QCOMPARE(m_cli->json({"model", "list"}).object()["upstream_model"].toString(), "deployment-1");
    QCOMPARE(m_cli
                 ->run({"provider", "add", "--name", "a", "--kind", "anthropic", "--base-url",
                     "https://api.host/v1"})
                 .status,
        0);
    const QJsonObject listed = m_cli->json({"provider", "list"}).object();
    QCOMPARE(listed["api_version"].toString(), "2023-06-01");
    QVERIFY(listed["health"].toArray().isEmpty());
    QVERIFY(m_cli->run({"provider", "list"}).out.contains("HEALTH"));
}

void TestCliUpstreams::badAliasesAreRefused_data()
{
    QTest::addColumn<QStringList>("extra");
    for (const char *alias : {"fast", "=x", "fast=", "*=x", "fast=*"})
        QTest::newRow(alias) << QStringList{"--alias", alias};
    QTest::newRow("twice") << QStringList{"--alias", "a=b", "--alias", "a=b"};
    QTest::newRow("weight") << QStringList{"--weight", "-1"};
    QTest::newRow("version") << QStringList{"--api-version", "1"};
}

void TestCliUpstreams::badAliasesAreRefused()
{
    QFETCH(QStringList, extra);
    const CliResult result = m_cli->run(
        QStringList{"provider", "add", "--name", "a", "--kind", "openai", "--base-url", "https://host/v1"}
        + extra);
    QVERIFY(result.status != 0);
    QVERIFY2(result.isOneLineError(), result.err.constData());
    QVERIFY(m_cli->json({"provider", "list"}).out.isEmpty());
    QVERIFY(m_cli->json({"model", "list"}).out.isEmpty());
}

void TestCliUpstreams::modelsComeAndGo()
{
    QCOMPARE(m_cli->run({"provider", "add", "--name", "trial", "--kind", "sandbox"}).status, 0);
    QCOMPARE(m_cli->run({"model", "add", "fast", "--provider", "nobody"}).status, 1);
    const QJsonObject added = m_cli
                                  ->json({"model", "add", "fast", "--provider", "trial", "--upstream",
                                      "sandbox-small", "--weight", "0"})
                                  .object();
    QCOMPARE(added["model"].toString(), "fast");
    QCOMPARE(added["upstream_model"].toString(), "sandbox-small");
    QCOMPARE(added["weight"].toInt(), 0);
    QCOMPARE(
        m_cli->json({"model", "add", "same", "--provider", "trial"}).object()["upstream_model"].toString(),
        "same");
    QVERIFY(m_cli->run({"model", "list"}).out.contains("sandbox-small"));
    QCOMPARE(m_cli->run({"model", "remove", "fast", "--provider", "other"}).status, 1);
    QCOMPARE(m_cli->run({"model", "remove", "fast"}).status, 0);
    QCOMPARE(m_cli->json({"model", "list"}).objects().size(), 1);
    QVERIFY(m_cli->json({"audit", "list"}).out.contains("model.remove"));
}

void TestCliUpstreams::aProvidersCredentialIsReplaced()
{
    const QByteArray first = QByteArray("not-a-real-") + "first", second = QByteArray("not-a-real-") + "next";
    QCOMPARE(m_cli
                 ->run({"provider", "add", "--name", "main", "--kind", "openai", "--base-url",
                           "https://host/v1", "--credential-stdin"},
                     first + "\n")
                 .status,
        0);
    QCOMPARE(m_cli->run({"provider", "credential", "main"}, second + "\n").status, 0);
    QVERIFY(m_cli->json({"provider", "credential", "main"}, first + "\n").object()["credential"].toBool());
    QCOMPARE(m_cli->json({"audit", "list"}).object()["action"].toString(), "provider.credential");
    QVERIFY(!m_cli->json({"audit", "list"}).out.contains("not-a-real-"));
    QCOMPARE(m_cli->run({"provider", "credential", "main"}, "\n").status, 2);
    QCOMPARE(m_cli->run({"provider", "credential", "nobody"}, second + "\n").status, 1);
    QCOMPARE(m_cli->run({"provider", "add", "--name", "trial", "--kind", "sandbox"}).status, 0);
    QCOMPARE(m_cli->run({"provider", "credential", "trial"}, second + "\n").status, 2);
}

void TestCliUpstreams::credentialsComeAndGo()
{
    const QByteArray secret = QByteArray("not-a-real-") + "credential-value";
    QCOMPARE(m_cli->run({"credential", "add", "hook"}, secret + "\n").status, 0);
    QCOMPARE(m_cli->run({"credential", "add", "hook"}, secret + "\n").status, 1);
    QCOMPARE(m_cli->run({"credential", "add", "empty"}, "\n").status, 2);
    QCOMPARE(m_cli->json({"credential", "list"}).object()["name"].toString(), "hook");
    for (const char *what : {"credential", "audit"})
        QVERIFY(!m_cli->json({what, "list"}).out.contains(secret));
    QCOMPARE(m_cli->run({"credential", "remove", "hook"}).status, 0);
    QCOMPARE(m_cli->run({"credential", "remove", "hook"}).status, 1);
}

void TestCliUpstreams::aGatewayIsAdded()
{
    const CliRunner other;
    QCOMPARE(m_cli->run({"credential", "add", "hook"}, "not-a-real-one\n").status, 0);
    const QJsonObject shown = other.json({"recipient", "show"}).object();
    const QByteArray certificate = shown["certificate"].toString().toUtf8();
    const QString fingerprint = shown["fingerprint"].toString();
    QCOMPARE(other.run({"recipient", "show"}).out, certificate);
    const CliResult wrong = m_cli->run(
        {"recipient", "add", "--name", "second", "--fingerprint", QString(64, '0')}, certificate);
    QCOMPARE(wrong.status, 2);
    QVERIFY2(wrong.isOneLineError(), wrong.err.constData());
    const QString file = m_cli->writeFile("new.pem", certificate);
    const CliResult added
        = m_cli->json({"recipient", "add", "--name", "second", "--fingerprint", fingerprint, file});
    QVERIFY2(added.status == 0, added.err.constData());
    const CliResult listed = m_cli->json({"recipient", "list"});
    QCOMPARE(listed.objects().size(), 2);
    for (const QJsonObject &row : listed.objects())
        QVERIFY(row["trusted"].toBool());
    QVERIFY(m_cli->run({"recipient", "list"}).out.contains("own"));
    QCOMPARE(m_cli->run({"recipient", "trust", fingerprint}).status, 0);
    QCOMPARE(m_cli->run({"recipient", "remove", fingerprint}).status, 0);
    QCOMPARE(m_cli->run({"recipient", "remove", fingerprint}).status, 1);
    QCOMPARE(m_cli->run({"recipient", "trust", fingerprint}).status, 1);
}

QTEST_GUILESS_MAIN(TestCliUpstreams)
#include "tst_cli_upstreams.moc"
