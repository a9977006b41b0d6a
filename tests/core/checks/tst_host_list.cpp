// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/url/host_list.h"

#include <QTest>

using namespace gatehouse;

class TestHostList : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void contains_data()
    {
        QTest::addColumn<QString>("entry");
        QTest::addColumn<QString>("url");
        QTest::addColumn<bool>("contained");
        const auto row = [](const char *entry, const char *url, bool contained) {
            QTest::addRow("%s %s", entry, url)
                << QString::fromUtf8(entry) << QString::fromUtf8(url) << contained;
        };
        row("a.example", "https://A.Example/x", true);
        row("a.example", "https://b.a.example/", false);
        row("a.example", "https://aa.example/", false);
        row("*.a.example", "https://c.b.a.example/", true);
        row("*.a.example", "https://a.example/", false);
        row("*.a.example", "https://xa.example/", false);
        row("*.a.example", "https://a.example.evil.example/", false);
        row("a.example", "https://a.example@evil.example/", false);
        row("bücher.example", "https://xn--bcher-kva.example/", true);
        row("*", "https://anything.example/", true);
        row("*", "mailto:x@a.example", false);
        row("10.0.0.0/8", "http://10.1.2.3/", true);
        row("10.0.0.0/8", "http://11.1.2.3/", false);
        row("127.0.0.1", "http://0x7f000001/", true);
        row("127.0.0.1", "http://[::ffff:7f00:1]/", true);
        row("[2001:db8::1]", "http://[2001:0db8::0001]/", true);
        row("2001:db8::/32", "http://[2001:db8:1::]/", true);
        row("10.0.0.0/8", "http://ten.example/", false);
        row("10.0.0.0/8", "ssh://10.1.2.3/x", true);
        row("127.0.0.1", "redis://2130706433:6379", true);
        row("a.example", "git+ssh://A.example./r.git", true);
        row("bücher.example", "git+ssh://bücher.example/", true);
        row("www.a.example", "www.a.example:8080/x", true);
    }
    void contains()
    {
        QFETCH(QString, entry);
        QFETCH(QString, url);
        QFETCH(bool, contained);
        const auto list = HostList::parse({entry.toStdString()});
        QVERIFY(list.has_value());
        QVERIFY(!list->empty());
        QCOMPARE(list->contains(*parseUrl(url.toStdString())), contained);
    }

    void mistakesAreNamed_data()
    {
        QTest::addColumn<QString>("entry");
        for (const char *entry : {"a.*.example", "*.10.0.0.1", "a b", "10.0.0.0/33", "10.0.0.1/8", "", "x/8",
                 "10.0.0.0/", "1.2.3.4.5"})
            QTest::addRow("\"%s\"", entry) << QString(entry);
    }
    void mistakesAreNamed()
    {
        QFETCH(QString, entry);
        const auto list = HostList::parse({"a.example", entry.toStdString()});
        QVERIFY(!list);
        QCOMPARE(list.error().where, "1");
    }
};

QTEST_GUILESS_MAIN(TestHostList)
#include "tst_host_list.moc"
