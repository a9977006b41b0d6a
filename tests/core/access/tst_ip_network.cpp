// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/base/ip_network.h"

#include <QTest>

using namespace gatehouse;

// Networks and the addresses in them.
class TestIpNetwork : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void holdsItsAddresses_data()
    {
        QTest::addColumn<QByteArray>("network");
        QTest::addColumn<QByteArray>("address");
        QTest::addColumn<bool>("holds");
        const auto row = [](const char *network, const char *address, bool holds) {
            QTest::addRow("%s %s", network, address) << QByteArray(network) << QByteArray(address) << holds;
        };
        row("10.0.0.0/8", "10.255.0.1", true);
        row("10.0.0.0/8", "11.0.0.1", false);
        row("10.0.0.0/8", "::ffff:10.1.2.3", true);
        row("192.168.1.128/25", "192.168.1.127", false);
        row("0.0.0.0/0", "203.0.113.9", true);
        row("0.0.0.0/0", "2001:db8::1", false);
        row("::/0", "203.0.113.9", true);
        row("2001:db8::/32", "2001:db8:ffff::1", true);
        row("2001:db8::/33", "2001:db8:ffff::1", false);
        row("127.0.0.1", "127.0.0.1", true);
        row("127.0.0.1", "127.0.0.2", false);
    }
    void holdsItsAddresses()
    {
        QFETCH(QByteArray, network);
        QFETCH(QByteArray, address);
        QFETCH(bool, holds);
        const auto read = IpNetwork::parse(network.toStdString());
        const auto from = IpAddress::parse(address.toStdString());
        QVERIFY(read && from);
        QCOMPARE(read->contains(*from), holds);
    }

    void refusesWhatIsNone_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text : {"10.0.0.0/33", "10.0.0.1/8", "10.0.0/8", "2001:db8::/129", "2001:db8::1/32",
                 "/8", "10.0.0.0/", "10.0.0.0/+8", "10.0.0.0/8 ", "localhost", "010.0.0.0/8", "fe80::1%eth0"})
            QTest::addRow("%s", text) << QByteArray(text);
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("a zero byte behind") << QByteArray("2001::\0x", 8);
        QTest::newRow("a zero byte before the length") << QByteArray("10.0.0.0\0/8", 11);
    }
    void refusesWhatIsNone()
    {
        QFETCH(QByteArray, text);
        QVERIFY(!IpNetwork::parse(text.toStdString()));
    }
};

QTEST_APPLESS_MAIN(TestIpNetwork)
#include "tst_ip_network.moc"
