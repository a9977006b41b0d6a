// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// JSON as people write it: plain decimals that read back as the same number.
#include "core/base/plain_json.h"

#include <QTest>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <cmath>
#include <limits>
#include <random>

using gatehouse::plainJson;
namespace json = boost::json;

class TestPlainJson : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void numbers_data()
    {
        QTest::addColumn<double>("number");
        QTest::addColumn<QString>("text");
        QTest::newRow("zero") << 0.0 << "0";
        QTest::newRow("whole") << 12.0 << "12";
        QTest::newRow("tenths") << 41.2 << "41.2";
        QTest::newRow("score") << 0.993 << "0.993";
        QTest::newRow("negative") << -0.5 << "-0.5";
        QTest::newRow("small") << 0.0000001 << "0.0000001";
        QTest::newRow("smaller") << 1e-9 << "1e-09";
        QTest::newRow("large") << 123456789012.0 << "123456789012";
        QTest::newRow("larger") << 1e300 << "1e+300";
        QTest::newRow("infinite") << std::numeric_limits<double>::infinity() << "null";
        QTest::newRow("no number") << std::numeric_limits<double>::quiet_NaN() << "null";
    }
    void numbers()
    {
        QFETCH(double, number);
        QFETCH(QString, text);
        QCOMPARE(QString::fromStdString(plainJson(json::value(number))), text);
    }

    void everyNumberReadsBack()
    {
        std::mt19937_64 random(5);
        std::uniform_real_distribution<double> exponent(-30, 30), digits(-10, 10);
        for (int i = 0; i < 20000; ++i) {
            const double number = digits(random) * std::pow(10.0, exponent(random));
            QCOMPARE(std::stod(plainJson(json::value(number))), number);
        }
    }

    void theRestIsTheLibrarys_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("nested") << QByteArray(
            "{\"a\":[1,-2,true,false,null,\"b\",[],{}],\"c\":{\"d\":18446744073709551615}}");
        QTest::newRow("escapes") << QByteArray("{\"a\\n\":\"\\u0001 \\\"quoted\\\" \\\\ \xC3\xA9 /\"}");
        QTest::newRow("empty") << QByteArray("{\"\":\"\"}");
    }
    void theRestIsTheLibrarys()
    {
        QFETCH(QByteArray, text);
        const json::value value = json::parse(json::string_view(text.constData(), std::size_t(text.size())));
        QCOMPARE(plainJson(value), json::serialize(value));
    }
};

QTEST_GUILESS_MAIN(TestPlainJson)
#include "tst_plain_json.moc"
