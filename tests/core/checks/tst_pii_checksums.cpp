// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/pii/checksums.h"
#include "core/checks/pii/financial.h"

#include <QTest>

using namespace gatehouse;

class TestPiiChecksums : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void algorithms_data()
    {
        QTest::addColumn<QString>("algorithm");
        QTest::addColumn<QString>("digits");
        QTest::addColumn<bool>("valid");
        const auto row = [](const char *algorithm, const char *digits, bool valid) {
            QTest::addRow("%s %s", algorithm, digits) << algorithm << digits << valid;
        };
        row("luhn", "79927398713", true);
        row("luhn", "79927398710", false);
        row("luhn", "4111111111111111", true);
        row("luhn", "41111x1111111111", false);
        row("luhn", "", false);
        row("verhoeff", "2363", true);
        row("verhoeff", "2364", false);
        row("verhoeff", "3263", false); // neighbours swapped
        row("mod11,10", "86095742719", true);
        row("mod11,10", "86095742791", false);
        row("mod11,10", "33392005961", true);
        row("mod97", "GB82WEST12345698765432", true);
        row("mod97", "GB82WEST12345698765423", false);
        row("mod97", "gb82", false);
        row("iban", "DE89370400440532013000", true);
        row("iban", "DE8937040044053201300", false);
        row("iban", "ZZ82WEST12345698765432", false);
        row("card", "378282246310005", true);
        row("card", "37828224631000", false);
        row("card", "0000000000000000", false);
        row("card", "2223003122003222", true);
        row("card", "9999999999999995", false);
    }
    void algorithms()
    {
        QFETCH(QString, algorithm);
        QFETCH(QString, digits);
        QFETCH(bool, valid);
        const std::string text = digits.toStdString();
        const bool passes = algorithm == "luhn" ? passesLuhn(text)
            : algorithm == "verhoeff"           ? passesVerhoeff(text)
            : algorithm == "mod11,10"           ? passesMod11Hybrid10(text)
            : algorithm == "mod97"              ? passesIbanMod97(text)
            : algorithm == "iban"               ? isIban(text)
                                                : isCardNumber(text);
        QCOMPARE(passes, valid);
    }

    // Luhn and Verhoeff must catch every single wrong digit.
    void singleErrorsAreCaught()
    {
        for (const std::string &good : {std::string("79927398713")}) {
            for (std::size_t at = 0; at < good.size(); ++at) {
                for (char c = '0'; c <= '9'; ++c) {
                    std::string wrong = good;
                    wrong[at] = c;
                    QCOMPARE(passesLuhn(wrong), c == good[at]);
                }
            }
        }
        const std::string good = "2363";
        for (std::size_t at = 0; at < good.size(); ++at) {
            for (char c = '0'; c <= '9'; ++c) {
                std::string wrong = good;
                wrong[at] = c;
                QCOMPARE(passesVerhoeff(wrong), c == good[at]);
            }
        }
    }

    void remaindersOfLongNumbers()
    {
        QCOMPARE(remainderOf("98765432109876543210987654321", 97), 4);
        QCOMPARE(remainderOf("0", 97), 0);
        QCOMPARE(weightedSum("123", {3, 2, 1}), 10);
    }

    void days()
    {
        QVERIFY(isDayAndMonth(29, 2));
        QVERIFY(!isDayAndMonth(30, 2));
        QVERIFY(!isDayAndMonth(31, 4));
        QVERIFY(!isDayAndMonth(1, 13));
        QVERIFY(!isDayAndMonth(0, 1));
    }
};

QTEST_GUILESS_MAIN(TestPiiChecksums)
#include "tst_pii_checksums.moc"
