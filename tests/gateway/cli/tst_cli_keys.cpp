// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// gatehouse team, environment, use-case and key: names and the life of a key.

#include "core/access/virtual_key.h"
#include "tests/gateway/cli/cli_runner.h"

#include <QDateTime>
#include <QJsonArray>
#include <QTest>

class TestCliKeys : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesAreCreatedListedAndArchived_data();
    void namesAreCreatedListedAndArchived();
    void issuePrintsTheContract();
    void issueForPeoplePrintsTheSecretAlone();
    void unknownNamesNeedCreate();
    void leftOutMeansTheDefaults();
    void listsAndMetadataAreTaken();
    void aKeyIsEdited();
    void editsAreChecked_data();
    void editsAreChecked();
    void refusesBadValues_data();
    void refusesBadValues();
    void lifeOfAKey();
    void listShowsNewestFirst();
    void theSecretIsShownOnlyOnce();

private:
    static QJsonObject issue(const CliRunner &cli, const QString &team = "payments");
    static QByteArray secret(const QJsonObject &issued) { return issued["secret"].toString().toUtf8(); }
};

QJsonObject TestCliKeys::issue(const CliRunner &cli, const QString &team)
{
    (void)cli.run({"store", "init"});
    return cli
        .json({"key", "issue", "--team", team, "--environment", "production", "--use-case", "support",
            "--models", "*", "--create"})
        .object();
}

void TestCliKeys::namesAreCreatedListedAndArchived_data()
{
    QTest::addColumn<QString>("group");
    for (const char *group : {"team", "environment", "use-case"})
        QTest::newRow(group) << QString(group);
}

void TestCliKeys::namesAreCreatedListedAndArchived()
{
    QFETCH(QString, group);
    const CliRunner cli;
    QCOMPARE(cli.run({"store", "init"}).status, 0);
    QCOMPARE(cli.run({group, "create", "first"}).status, 0);
    const CliResult again = cli.run({group, "create", "first"});
    QCOMPARE(again.status, 1);
    QVERIFY(again.isOneLineError());
    QCOMPARE(cli.json({group, "create", "second"}).object()["name"].toString(), "second");
    QCOMPARE(cli.run({group, "archive", "first"}).status, 0);
    QCOMPARE(cli.run({group, "archive", "third"}).status, 1);
    const auto rows = cli.json({group, "list"}).objects();
    QCOMPARE(rows.size(), 2);
    for (const QJsonObject &row : rows) {
        QCOMPARE(row["archived"].toBool(), row["name"] == "first");
        QVERIFY(row["created_at"].toString().endsWith('Z'));
    }
    const QByteArray table = cli.run({group, "list"}).out;
    QVERIFY(table.startsWith("NAME "));
    QVERIFY(table.contains("archived"));
}

void TestCliKeys::issuePrintsTheContract()
{
    const CliRunner cli;
    const QJsonObject issued = issue(cli);
    QCOMPARE(issued.keys(), QStringList({"environment", "expires_at", "id", "secret", "team", "use_case"}));
    QCOMPARE(issued["team"].toString(), "payments");
    QCOMPARE(issued["environment"].toString(), "production");
    QCOMPARE(issued["use_case"].toString(), "support");
    const auto parsed = gatehouse::parseVirtualKey(issued["secret"].toString().toStdString());
    QVERIFY(parsed.has_value());
    QCOMPARE(QString::fromStdString(parsed->id.value), issued["id"].toString());
}

void TestCliKeys::issueForPeoplePrintsTheSecretAlone()
{
    const CliRunner cli;
    QCOMPARE(cli.run({"store", "init"}).status, 0);
    const CliResult result = cli.run({"key", "issue", "--team", "a", "--environment", "b", "--use-case", "c",
        "--models", "m", "--create"});
    QCOMPARE(result.status, 0);
    QCOMPARE(result.lines().size(), 1);
    QVERIFY(gatehouse::parseVirtualKey(result.lines().first().toStdString()).has_value());
    QVERIFY2(!result.err.contains(result.lines().first().trimmed()), "the secret stands on standard error");
    QVERIFY(result.err.contains("a / b / c"));
}

void TestCliKeys::unknownNamesNeedCreate()
{
    const CliRunner cli;
    QCOMPARE(cli.run({"store", "init"}).status, 0);
    const CliResult refused = cli.run({"key", "issue", "--team", "paymnts", "--environment", "production",
        "--use-case", "support", "--models", "*"});
    QCOMPARE(refused.status, 1);
    QVERIFY(refused.isOneLineError());
    QVERIFY(refused.err.contains("paymnts"));
    QVERIFY(refused.out.isEmpty());
    QVERIFY(cli.json({"team", "list"}).out.isEmpty());
}

void TestCliKeys::leftOutMeansTheDefaults()
{
    const CliRunner cli;
    const QJsonObject issued = issue(cli);
    const QJsonObject key = cli.json({"key", "show", issued["id"].toString()}).object();
    for (const char *field : {"id", "state", "team", "environment", "use_case", "models", "providers",
             "routes", "tools", "limits", "expires_at", "created_at", "created_by", "last_used_at"})
        QVERIFY2(key.contains(field), field);
    QCOMPARE(key["state"].toString(), "active");
    QCOMPARE(key["models"].toArray(), QJsonArray({"*"}));
    QCOMPARE(key["routes"].toArray().size(), 7);
    QCOMPARE(key["tools"].toArray().size(), 0);
    QVERIFY(key["last_used_at"].isNull());
    QVERIFY(key["created_by"].toString().startsWith("user:"));
    const auto created = QDateTime::fromString(key["created_at"].toString().left(19) + 'Z', Qt::ISODate);
    const auto expires = QDateTime::fromString(key["expires_at"].toString().left(19) + 'Z', Qt::ISODate);
    QCOMPARE(qRound(created.secsTo(expires) / 86400.0), 90);
}

void TestCliKeys::listsAndMetadataAreTaken()
{
    const CliRunner cli;
    QCOMPARE(cli.run({"store", "init"}).status, 0);
    const QJsonObject issued
        = cli.json({"key", "issue", "--team", "a", "--environment", "b", "--use-case", "c", "--models",
                       "small, large", "--routes", "chat,models", "--tools", "search", "--providers", "main",
                       "--expires", "2d", "--metadata", "purpose=a=b", "--metadata", "owner=x", "--create"})
              .object();
    const QJsonObject key = cli.json({"key", "show", issued["id"].toString()}).object();
    QCOMPARE(key["models"].toArray(), QJsonArray({"small", "large"}));
    QCOMPARE(key["routes"].toArray(), QJsonArray({"chat", "models"}));
    QCOMPARE(key["tools"].toArray(), QJsonArray({"search"}));
    QCOMPARE(key["providers"].toArray(), QJsonArray({"main"}));
    const CliResult shown = cli.run({"key", "show", issued["id"].toString()});
    QVERIFY(shown.out.contains("a=b"));
    QVERIFY(shown.out.contains("small, large"));
}

void TestCliKeys::aKeyIsEdited()
{
    const CliRunner cli;
    const QString id = issue(cli)["id"].toString();
    const CliResult edited = cli.json({"key", "edit", id, "--models", "small, large", "--tools", "search",
        "--allow-ip", "10.0.0.0/8", "--allow-ip", "192.0.2.1", "--max-input-bytes", "5000", "--require-user",
        "true", "--reason", "a new contract"});
    QVERIFY2(edited.status == 0, edited.err.constData());
    const QJsonObject key = edited.object();
    QCOMPARE(key["id"].toString(), id);
    QCOMPARE(key["models"].toArray(), QJsonArray({"small", "large"}));
    QCOMPARE(key["tools"].toArray(), QJsonArray({"search"}));
    QCOMPARE(key["addresses"].toArray(), QJsonArray({"10.0.0.0/8", "192.0.2.1"}));
    QCOMPARE(key["max_input_bytes"].toInt(), 5000);
    QVERIFY(key["requires_user"].toBool());
    QCOMPARE(key["routes"].toArray().size(), 7);
    // What is not named stays; an empty text and a nought take a bound away.
    const QJsonObject wider = cli.json({"key", "edit", id, "--allow-ip", "", "--max-input-bytes", "0",
                                           "--tools", "", "--routes", "chat", "--require-user", "false"})
                                  .object();
    QCOMPARE(wider["models"].toArray(), QJsonArray({"small", "large"}));
    QVERIFY(wider["addresses"].toArray().isEmpty() && wider["tools"].toArray().isEmpty());
    QVERIFY(wider["max_input_bytes"].isNull() && !wider["requires_user"].toBool());
    QCOMPARE(wider["routes"].toArray(), QJsonArray({"chat"}));
    QVERIFY(cli.run({"key", "edit", id, "--models", "*"}).out.contains(id.toUtf8()));
    const auto entries = cli.json({"audit", "list"}).objects();
    QCOMPARE(entries[0]["action"].toString(), "key.edit");
    QCOMPARE(entries[2]["reason"].toString(), "a new contract");
}

void TestCliKeys::editsAreChecked_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("status");
    QTest::newRow("nothing") << QStringList{} << 2;
    QTest::newRow("no model") << QStringList{"--models", ""} << 2;
    QTest::newRow("empty model") << QStringList{"--models", "a,,b"} << 2;
    QTest::newRow("no such route") << QStringList{"--routes", "nowhere"} << 2;
    QTest::newRow("no network") << QStringList{"--allow-ip", "here"} << 2;
    QTest::newRow("negative") << QStringList{"--max-output-tokens", "-1"} << 2;
    QTest::newRow("neither true nor false") << QStringList{"--require-user", "perhaps"} << 2;
    QTest::newRow("its owner") << QStringList{"--team", "others"} << 2;
}

void TestCliKeys::editsAreChecked()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, status);
    const CliRunner cli;
    const QString id = issue(cli)["id"].toString();
    const CliResult result = cli.run(QStringList{"key", "edit", id} + arguments);
    QCOMPARE(result.status, status);
    QVERIFY2(result.isOneLineError(), result.err.constData());
    QCOMPARE(cli.json({"audit", "list"}).objects()[0]["action"].toString(), "key.issue");
    QCOMPARE(cli.run({"key", "edit", "unknown", "--tools", "a"}).status, 1);
}

void TestCliKeys::refusesBadValues_data()
{
    QTest::addColumn<QStringList>("extra");
    QTest::newRow("empty model") << QStringList{"--models", "a,,b"};
    QTest::newRow("no model") << QStringList{"--models", ""};
    QTest::newRow("expiry no duration") << QStringList{"--models", "*", "--expires", "soon"};
    QTest::newRow("expiry zero") << QStringList{"--models", "*", "--expires", "0d"};
    QTest::newRow("metadata without value") << QStringList{"--models", "*", "--metadata", "purpose"};
    QTest::newRow("metadata without name") << QStringList{"--models", "*", "--metadata", "=x"};
    QTest::newRow("metadata twice") << QStringList{"--models", "*", "--metadata", "a=1", "--metadata", "a=2"};
    QTest::newRow("option of another version") << QStringList{"--models", "*", "--ripm", "5"};
}

void TestCliKeys::refusesBadValues()
{
    QFETCH(QStringList, extra);
    const CliRunner cli;
    QCOMPARE(cli.run({"store", "init"}).status, 0);
    const CliResult result = cli.run(
        QStringList{"key", "issue", "--team", "a", "--environment", "b", "--use-case", "c", "--create"}
        + extra);
    QCOMPARE(result.status, 2);
    QVERIFY2(result.isOneLineError(), result.err.constData());
    QVERIFY(cli.json({"key", "list"}).out.isEmpty());
    QVERIFY(cli.json({"team", "list"}).out.isEmpty());
}

void TestCliKeys::lifeOfAKey()
{
    const CliRunner cli;
    const QString id = issue(cli)["id"].toString();
    QCOMPARE(cli.run({"key", "resume", id}).status, 1);
    QCOMPARE(
        cli.json({"key", "suspend", id, "--reason", "-leaked?"}).object()["state"].toString(), "suspended");
    QCOMPARE(cli.run({"key", "suspend", id}).status, 1);
    QCOMPARE(cli.json({"key", "resume", id}).object()["state"].toString(), "active");
    const CliResult revoked = cli.run({"key", "revoke", id, "--reason", "leaked"});
    QCOMPARE(revoked.status, 0);
    QVERIFY(revoked.out.contains("payments"));
    for (const char *verb : {"suspend", "resume", "revoke"}) {
        const CliResult late = cli.run({"key", verb, id});
        QCOMPARE(late.status, 1);
        QVERIFY(late.isOneLineError());
    }
    QCOMPARE(cli.json({"key", "show", id}).object()["state"].toString(), "revoked");
    QCOMPARE(cli.run({"key", "revoke", "000000000000"}).status, 1);
    QStringList actions;
    for (const QJsonObject &entry : cli.json({"audit", "list", "--limit", "4"}).objects())
        actions << entry["action"].toString();
    QCOMPARE(actions, QStringList({"key.revoke", "key.resume", "key.suspend", "key.issue"}));
}

void TestCliKeys::listShowsNewestFirst()
{
    const CliRunner cli;
    QStringList ids;
    for (const char *team : {"first", "second", "third"})
        ids.prepend(issue(cli, team)["id"].toString());
    QStringList listed;
    for (const QJsonObject &row : cli.json({"key", "list"}).objects())
        listed << row["id"].toString();
    QCOMPARE(listed, ids);
    const QList<QByteArray> table = cli.run({"key", "list"}).lines();
    QCOMPARE(table.size(), 4);
    QCOMPARE(table[1].indexOf("active"), table[0].indexOf("STATE"));
    QCOMPARE(table[3].indexOf("first"), table[0].indexOf("TEAM"));
}

void TestCliKeys::theSecretIsShownOnlyOnce()
{
    const CliRunner cli;
    const QByteArray text = secret(issue(cli));
    const QByteArray inner = text.mid(18, 43);
    for (const QStringList &command : {QStringList{"key", "list"}, QStringList{"audit", "list"},
             QStringList{"audit", "export"}, QStringList{"store", "status"}}) {
        QVERIFY(!cli.run(command).out.contains(inner));
        QVERIFY(!cli.json(command).out.contains(inner));
    }
    QFile file(cli.store());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!file.readAll().contains(inner));
}

QTEST_GUILESS_MAIN(TestCliKeys)
#include "tst_cli_keys.moc"
