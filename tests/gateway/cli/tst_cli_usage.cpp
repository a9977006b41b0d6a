// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// How commands are called: help, wrong usage, stores that can't be opened, and what each returns to the
// shell.

#include "tests/gateway/cli/cli_runner.h"

#include <QTest>

class TestCliUsage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void printsHelpAndVersion();
    void refusesWrongUsage_data();
    void refusesWrongUsage();
    void neverEchoesAStraySecret_data();
    void neverEchoesAStraySecret();
    void takesNamesThatAreAlsoCommands();
    void takesFreeTextThatBeginsWithADash();
    void missingStoreIsUnreachable();
    void unusableStoreIsUnreachable();
    void storeOptionWinsOverEnvironment();
    void fullDiskIsReported();
};

void TestCliUsage::printsHelpAndVersion()
{
    const CliRunner cli;
    const CliResult version = cli.run({"--version"});
    QCOMPARE(version.status, 0);
    QVERIFY(version.out.startsWith("gatehouse "));
    const CliResult help = cli.run({"key", "issue", "--help"});
    QCOMPARE(help.status, 0);
    QVERIFY(help.out.contains("--use-case"));
    QVERIFY(help.err.isEmpty());
}

void TestCliUsage::refusesWrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("nothing") << QStringList{};
    QTest::newRow("unknown command") << QStringList{"nonsense"};
    QTest::newRow("group alone") << QStringList{"key"};
    QTest::newRow("unknown option") << QStringList{"key", "list", "--nonsense"};
    QTest::newRow("missing option") << QStringList{"key", "issue", "--team", "a"};
    QTest::newRow("missing argument") << QStringList{"key", "show"};
    QTest::newRow("one too many") << QStringList{"key", "show", "a", "b"};
    QTest::newRow("limit zero") << QStringList{"interaction", "list", "--limit", "0"};
    QTest::newRow("limit no number") << QStringList{"interaction", "list", "--limit", "many"};
    QTest::newRow("unknown filter") << QStringList{"interaction", "list", "--filter", "colour:red"};
    QTest::newRow("bad id") << QStringList{"interaction", "show", "42"};
    QTest::newRow("bad format") << QStringList{"interaction", "export", "--format", "xml"};
    QTest::newRow("bad disposition") << QStringList{
        "review", "resolve", "01890000-0000-7000-8000-000000000000", "--disposition", "maybe"};
    QTest::newRow("no reason") << QStringList{"policy", "publish", "p.json"};
    QTest::newRow("missing file") << QStringList{"policy", "validate", "no-such-file.json"};
    QTest::newRow("folder as file") << QStringList{"policy", "validate", "/"};
    QTest::newRow("missing policy") << QStringList{"check", "--policy", "no-such-file.json"};
    QTest::newRow("tls half given") << QStringList{"serve", "--tls-cert", "cert.pem"};
    QTest::newRow("public without tls") << QStringList{"serve", "--listen", "0.0.0.0:0"};
}

void TestCliUsage::refusesWrongUsage()
{
    QFETCH(QStringList, arguments);
    const CliRunner cli;
    QCOMPARE(cli.run({"store", "init"}).status, 0);
    const CliResult result = cli.run(arguments);
    QCOMPARE(result.status, 2);
    QVERIFY2(result.isOneLineError(), result.err.constData());
    QVERIFY(result.out.isEmpty());
}

void TestCliUsage::neverEchoesAStraySecret_data()
{
    QTest::addColumn<QStringList>("arguments");
    const QStringList add{
        "provider", "add", "--name", "a", "--kind", "openai", "--base-url", "https://host/v1"};
    QTest::newRow("positional") << add + QStringList{"not-a-real-secret"};
    QTest::newRow("option, space") << add + QStringList{"--credential", "not-a-real-secret"};
    QTest::newRow("option, equals") << add + QStringList{"--api-key=not-a-real-secret"};
    QTest::newRow("short option") << add + QStringList{"-knot-a-real-secret"};
    QTest::newRow("value of the flag") << add + QStringList{"--credential-stdin=not-a-real-secret"};
    QTest::newRow("in the address") << QStringList{"provider", "add", "--name", "a", "--kind", "openai",
        "--base-url", "https://user:not-a-real-secret@host/v1"};
}

void TestCliUsage::neverEchoesAStraySecret()
{
    QFETCH(QStringList, arguments);
    const CliRunner cli;
    QCOMPARE(cli.run({"store", "init"}).status, 0);
    const CliResult result = cli.run(arguments);
    QCOMPARE(result.status, 2);
    QVERIFY2(result.isOneLineError(), result.err.constData());
    QVERIFY2(!result.err.contains("not-a-real-secret"), result.err.constData());
    QVERIFY(cli.json({"provider", "list"}).out.isEmpty());
}

void TestCliUsage::takesNamesThatAreAlsoCommands()
{
    const CliRunner cli;
    QCOMPARE(cli.run({"store", "init"}).status, 0);
    for (const char *name : {"key", "review", "create", "list"}) {
        const CliResult created = cli.run({"team", "create", name});
        QVERIFY2(created.status == 0, created.err.constData());
    }
    QCOMPARE(cli.json({"team", "list"}).objects().size(), 4);
}

void TestCliUsage::takesFreeTextThatBeginsWithADash()
{
    const CliRunner cli;
    QCOMPARE(cli.run({"store", "init"}).status, 0);
    const CliResult list = cli.json({"interaction", "list", "--filter", "-verdict:flagged"});
    QVERIFY2(list.status == 0, list.err.constData());
}

void TestCliUsage::missingStoreIsUnreachable()
{
    const CliRunner cli;
    for (const QStringList &arguments :
        {QStringList{"key", "list"}, QStringList{"team", "create", "a"}, QStringList{"audit", "verify"},
            QStringList{"store", "status"}, QStringList{"store", "migrate"}}) {
        const CliResult result = cli.run(arguments);
        QVERIFY2(result.status == 3, qPrintable(arguments.join(' ')));
        QVERIFY2(result.isOneLineError(), result.err.constData());
        QVERIFY2(!QFile::exists(cli.store()), "a command other than init, demo and serve made the store");
    }
}

void TestCliUsage::unusableStoreIsUnreachable()
{
    const CliRunner cli;
    const QString text = cli.writeFile("text.db", QByteArray(8192, 'x'));
    for (const QString &store :
        {text, cli.path("no/such/folder/a.db"), QStringLiteral("postgresql://localhost/a")}) {
        const CliResult result = cli.run({"store", "init", "--store", store});
        QVERIFY2(result.status == 3, qPrintable(store));
        QVERIFY2(result.isOneLineError(), result.err.constData());
    }
    QFile file(text);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray(8192, 'x'));
}

void TestCliUsage::storeOptionWinsOverEnvironment()
{
    const CliRunner cli;
    const QString other = cli.path("other.db");
    QCOMPARE(cli.run({"store", "init", "--store", other}).status, 0);
    QVERIFY(QFile::exists(other));
    QVERIFY(!QFile::exists(cli.store()));
    QCOMPARE(cli.run({"--store", other, "key", "list"}).status, 0);
}

void TestCliUsage::fullDiskIsReported()
{
    const CliRunner cli;
    QCOMPARE(cli.run({"store", "init"}).status, 0);
    QProcess process;
    process.setStandardOutputFile("/dev/full");
    process.start(GATEHOUSE_CLI, {"store", "status", "--store", cli.store()});
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 3);
    QVERIFY(process.readAllStandardError().startsWith("gatehouse: the output could not be written"));
}

QTEST_GUILESS_MAIN(TestCliUsage)
#include "tst_cli_usage.moc"
