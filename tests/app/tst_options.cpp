// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/options.h"

#include <QtTest>

using namespace gatehouse::console;

class TestOptions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsWhatTheContractNames();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void helpIsNoMistake();
};

void TestOptions::readsWhatTheContractNames()
{
    const ParsedOptions parsed = parseOptions({"gatehouse-console", "--store", "a.db", "--page", "review",
        "--theme", "dark", "--language", "de", "--size", "1280x800", "--screenshot", "out.png"});
    QVERIFY(parsed.options.has_value());
    QCOMPARE(parsed.options->store, "a.db");
    QCOMPARE(parsed.options->page, "review");
    QCOMPARE(parsed.options->theme, "dark");
    QCOMPARE(parsed.options->language, "de");
    QCOMPARE(parsed.options->size, QSize(1280, 800));
    QCOMPARE(parsed.options->screenshot, "out.png");
}

void TestOptions::saysWhatIsWrong_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("names");
    QTest::newRow("page") << QStringList{"--page", "kitchen"} << "kitchen";
    QTest::newRow("theme") << QStringList{"--theme", "pink"} << "pink";
    QTest::newRow("size") << QStringList{"--size", "big"} << "big";
    QTest::newRow("option") << QStringList{"--colour", "red"} << "colour";
    QTest::newRow("extra") << QStringList{"extra"} << "extra";
}

void TestOptions::saysWhatIsWrong()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, names);
    const ParsedOptions parsed = parseOptions(QStringList{"gatehouse-console"} + arguments);
    QVERIFY(!parsed.options.has_value());
    QVERIFY(parsed.wrong);
    QVERIFY(parsed.message.contains(names));
}

void TestOptions::helpIsNoMistake()
{
    const ParsedOptions parsed = parseOptions({"gatehouse-console", "--help"});
    QVERIFY(!parsed.options.has_value());
    QVERIFY(!parsed.wrong);
    QVERIFY(parsed.message.contains("--screenshot"));
}

QTEST_MAIN(TestOptions)
#include "tst_options.moc"
