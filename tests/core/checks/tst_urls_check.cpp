// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "check_runner.h"

#include <QTest>

using namespace gatehouse;
using gatehouse::test::CheckRunner;
using gatehouse::test::describe;

class TestUrlsCheck : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void finds_data()
    {
        QTest::addColumn<QString>("parameters");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("findings");
        const auto row
            = [](const char *name, const char *parameters, const char *text, const char *findings) {
                  QTest::newRow(name) << QString(parameters) << QString::fromUtf8(text) << QString(findings);
              };
        row("any valid one", "{}", "see https://a.example/x", "");
        row("not valid", "{}", "see http://256.1.1.1/", "invalid-url@4-21");
        row("invalid allowed", "{\"require_valid\":false}", "see http://256.1.1.1/", "");
        row("name before the host", "{}", "https://good.example@evil.example", "user-info@0-33");
        row("listed", "{\"allow\":[\"*.a.example\"]}", "[x](https://b.a.example)", "");
        row("not listed", "{\"allow\":[\"*.a.example\"]}", "[x](https://a.example)", "unlisted-host@4-21");
        row("userinfo is no host", "{\"allow\":[\"good.example\"]}", "https://good.example@evil.example",
            "unlisted-host@0-33");
        row("denied", "{\"deny\":[\"evil.example\"]}", "![](//EVIL.example/p)", "denied-host@4-20");
        row("denied as a number", "{\"deny\":[\"127.0.0.0/8\"]}", "http://2130706433/", "denied-host@0-18");
        row("no host at all", "{\"allow\":[\"a.example\"]}", "<a href='javascript:x()'>",
            "unlisted-host@9-23");
        row("scheme", "{\"schemes\":[\"https\"]}", "http://a.example //b.example www.c.example",
            "denied-scheme@0-16");
        row("address", "{\"allow_addresses\":false}", "http://[::1]/", "address-url@0-13");
        row("IDN", "{\"allow_idn\":false}", "https://раураl.example", "idn-url@0-27");
        row("not the other IDN", "{\"allow_idn\":true}", "https://раураl.example", "");
    }
    void finds()
    {
        QFETCH(QString, parameters);
        QFETCH(QString, text);
        QFETCH(QString, findings);
        const CheckRunner runner("urls", parameters.toStdString());
        QVERIFY2(runner.check(), runner.error().line().c_str());
        const CheckReport report = runner.run(text.toStdString());
        QCOMPARE(describe(report), findings);
        QCOMPARE(report.outcome, findings.isEmpty() ? CheckOutcome::Pass : CheckOutcome::Fail);
    }

    void badHostsAreNamed()
    {
        const CheckRunner runner("urls", "{\"allow\":[\"a.example\"],\"deny\":[\"a b\"]}");
        QVERIFY(!runner.check());
        QCOMPARE(runner.error().where, "deny/0");
    }
};

QTEST_GUILESS_MAIN(TestUrlsCheck)
#include "tst_urls_check.moc"
