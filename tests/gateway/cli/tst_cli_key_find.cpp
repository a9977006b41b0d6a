// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// gatehouse key find: keys in any bytes, under any name.

#include "tests/gateway/cli/cli_runner.h"

#include <QTest>
#include <filesystem>
#include <sys/stat.h>

class TestCliKeyFind : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findNamesKeysInFilesAndFolders();
    void findCrossesBlockBorders();
    void findReadsStandardInput();
    void findNeedsNoStore();
    void findEscapesHostileNames();
    void findSkipsLinksAndPipesAndReportsWhatItCannotRead();

private:
    static QJsonObject issue(const CliRunner &cli);
    static QByteArray secret(const QJsonObject &issued) { return issued["secret"].toString().toUtf8(); }
};

QJsonObject TestCliKeyFind::issue(const CliRunner &cli)
{
    (void)cli.run({"store", "init"});
    return cli
        .json({"key", "issue", "--team", "payments", "--environment", "production", "--use-case", "support",
            "--models", "*", "--create"})
        .object();
}

void TestCliKeyFind::findNamesKeysInFilesAndFolders()
{
    const CliRunner cli;
    const QJsonObject issued = issue(cli);
    const QByteArray key = secret(issued);
    QVERIFY(QDir(cli.path("")).mkpath("deep/er"));
    cli.writeFile("deep/er/notes.txt", "one\ntwo " + key + " " + key + "\n");
    cli.writeFile("deep/binary.bin", QByteArray("\0\xff\n\n\0", 5) + key + QByteArray(3, '\0'));
    QByteArray wrong = key;
    wrong[30] = wrong[30] == 'a' ? 'b' : 'a';
    cli.writeFile("deep/near.txt", wrong + "\n" + key.left(66) + "\n");
    const CliResult result = cli.json({"key", "find", cli.path("deep")});
    QCOMPARE(result.status, 0);
    const auto found = result.objects();
    QCOMPARE(found.size(), 3);
    QCOMPARE(found[0]["path"].toString(), cli.path("deep/binary.bin"));
    QCOMPARE(found[0]["line"].toInt(), 3);
    QCOMPARE(found[0]["offset"].toInt(), 5);
    QCOMPARE(found[0]["id"], issued["id"]);
    QCOMPARE(found[0]["team"].toString(), "payments");
    QCOMPARE(found[0]["state"].toString(), "active");
    QCOMPARE(found[0]["known"].toBool(), true);
    QCOMPARE(found[1]["line"].toInt(), 2);
    QCOMPARE(found[1]["offset"].toInt(), 8);
    QCOMPARE(found[2]["offset"].toInt(), 8 + key.size() + 1);
    QVERIFY2(!result.out.contains(key), "the key itself was repeated");
    const CliResult text = cli.run({"key", "find", cli.path("deep/er/notes.txt")});
    QVERIFY(text.out.contains(
        "notes.txt:2: key " + issued["id"].toString().toUtf8() + " of payments / production"));
}

void TestCliKeyFind::findCrossesBlockBorders()
{
    const CliRunner cli;
    const QByteArray key = secret(issue(cli));
    constexpr qsizetype block = 1 << 20;
    for (qsizetype start = block - 200; start <= block + 1; start += 1 + start % 7) {
        QByteArray bytes(2 * block + 50, '\n');
        bytes.replace(start, key.size(), key);
        cli.writeFile("big.txt", bytes);
        const auto found = cli.json({"key", "find", cli.path("big.txt")}).objects();
        QCOMPARE(found.size(), 1);
        QCOMPARE(found[0]["offset"].toInteger(), start);
        QCOMPARE(found[0]["line"].toInteger(), start + 1);
    }
}

void TestCliKeyFind::findReadsStandardInput()
{
    const CliRunner cli;
    const QByteArray key = secret(issue(cli));
    const auto found = cli.json({"key", "find", "-"}, "x\n" + key).objects();
    QCOMPARE(found.size(), 1);
    QCOMPARE(found[0]["path"].toString(), "-");
    QCOMPARE(found[0]["line"].toInt(), 2);
    QCOMPARE(cli.run({"key", "find", "-"}, "nothing here").status, 0);
}

void TestCliKeyFind::findNeedsNoStore()
{
    const CliRunner issuing, other;
    const QByteArray key = secret(issue(issuing));
    const CliResult result = other.json({"key", "find", "-"}, key);
    QCOMPARE(result.status, 0);
    QCOMPARE(result.object()["known"].toBool(true), false);
    QVERIFY(result.object()["team"].isNull());
    QVERIFY(!QFile::exists(other.store()));
    // A store that was named must be there.
    QCOMPARE(other.run({"key", "find", "-", "--store", other.path("no.db")}, key).status, 3);
}

void TestCliKeyFind::findEscapesHostileNames()
{
    const CliRunner cli;
    const QByteArray key = secret(issue(cli));
    const QByteArray folder = cli.path("hostile").toUtf8();
    QVERIFY(QDir().mkdir(folder));
    const QByteArray turned = QString(QChar(0x202e)).toUtf8();
    for (const QByteArray &name : {QByteArray("new\nline"), QByteArray("esc\x1b[31m"),
             QByteArray("bad\xff utf8"), turned + " right to left", QByteArray("-rf")}) {
        FILE *file = std::fopen((folder + "/" + name).constData(), "w");
        QVERIFY(file != nullptr);
        std::fwrite(key.constData(), 1, static_cast<std::size_t>(key.size()), file);
        std::fclose(file);
    }
    const CliResult text = cli.run({"key", "find", folder});
    QCOMPARE(text.lines().size(), 5);
    QVERIFY(!text.out.contains('\x1b'));
    QVERIFY(!text.out.contains(turned));
    QVERIFY(text.out.contains("new\\nline"));
    QVERIFY(text.out.contains("bad\\xff"));
    const CliResult json = cli.json({"key", "find", folder});
    QCOMPARE(json.objects().size(), 5);
    for (const QJsonObject &found : json.objects())
        QVERIFY(found["path"].toString().startsWith(folder));
    // Qt can't name what is not UTF-8, so its folder can't go by itself.
    std::filesystem::remove_all(folder.toStdString());
}

void TestCliKeyFind::findSkipsLinksAndPipesAndReportsWhatItCannotRead()
{
    const CliRunner cli;
    const QByteArray key = secret(issue(cli));
    QVERIFY(QDir(cli.path("")).mkpath("tree/inner"));
    cli.writeFile("outside.txt", key);
    QVERIFY(QFile::link(cli.path("outside.txt"), cli.path("tree/link")));
    QVERIFY(QFile::link(cli.path("tree"), cli.path("tree/inner/loop")));
    QCOMPARE(::mkfifo(qPrintable(cli.path("tree/pipe")), 0600), 0);
    const CliResult tree = cli.run({"key", "find", cli.path("tree")});
    QCOMPARE(tree.status, 0);
    QVERIFY(tree.out.isEmpty());
    const CliResult missing = cli.run({"key", "find", cli.path("no-such-file"), cli.path("outside.txt")});
    QCOMPARE(missing.status, 1);
    QVERIFY(missing.isOneLineError());
    QCOMPARE(missing.lines().size(), 1);
    QCOMPARE(cli.run({"key", "find", cli.path("tree/pipe")}).status, 1);
}

QTEST_GUILESS_MAIN(TestCliKeyFind)
#include "tst_cli_key_find.moc"
