// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "check_runner.h"

#include "core/access/virtual_key.h"

#include <QTest>

using namespace gatehouse;
using gatehouse::test::CheckRunner;

class TestVirtualKeysCheck : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aKeyIsNamedByItsIdOnly()
    {
        const NewVirtualKey key = newVirtualKey();
        const std::string secret(key.text.reveal());
        const CheckReport report = m_runner.run("please use " + secret + ", it works");
        QCOMPARE(report.outcome, CheckOutcome::Fail);
        QCOMPARE(report.findings.size(), std::size_t{1});
        QCOMPARE(report.findings[0].label, "virtual-key-" + key.id.value);
        QCOMPARE(report.findings[0].range.start, std::size_t{11});
        QCOMPARE(report.findings[0].range.end, 11 + secret.size());
        QVERIFY(findCheckKind("virtual_keys")->sensitive);
    }

    void severalAreFoundInOrder()
    {
        const NewVirtualKey first = newVirtualKey(), second = newVirtualKey();
        const std::string text = std::string(first.text.reveal()) + std::string(second.text.reveal());
        const CheckReport report = m_runner.run(text);
        QCOMPARE(report.findings.size(), std::size_t{2});
        QCOMPARE(report.findings[1].label, "virtual-key-" + second.id.value);
    }

    void whatOnlyLooksLikeOnePasses_data()
    {
        QTest::addColumn<QByteArray>("text");
        const NewVirtualKey key = newVirtualKey();
        std::string wrong(key.text.reveal());
        wrong.back() = wrong.back() == 'a' ? 'b' : 'a';
        QTest::newRow("wrong checksum") << QByteArray::fromStdString(wrong);
        QTest::newRow("cut short") << QByteArray::fromStdString(std::string(key.text.reveal().substr(0, 66)));
        QTest::newRow("the id alone") << QByteArray::fromStdString("gthk_" + key.id.value);
    }
    void whatOnlyLooksLikeOnePasses()
    {
        QFETCH(QByteArray, text);
        QCOMPARE(m_runner.run(text.toStdString()).outcome, CheckOutcome::Pass);
    }

    // On a stream it is decided once the whole key is there.
    void itsDecisivePrefixIsTheWholeKey()
    {
        const std::size_t size = newVirtualKey().text.reveal().size();
        QCOMPARE(*m_runner.check()->decisiveBytes(), size);
    }

private:
    CheckRunner m_runner{"virtual_keys"};
};

QTEST_APPLESS_MAIN(TestVirtualKeysCheck)
#include "tst_virtual_keys_check.moc"
