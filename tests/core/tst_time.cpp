// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/base/time.h"

#include <QTest>

using namespace gatehouse;

class TestTime : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void formats()
    {
        QCOMPARE(toRfc3339(fromMicros(0)), std::string("1970-01-01T00:00:00.000000Z"));
        QCOMPARE(toRfc3339(fromMicros(1'700'000'000'000'123)), std::string("2023-11-14T22:13:20.000123Z"));
        QCOMPARE(toRfc3339(fromMicros(-1)), std::string("1969-12-31T23:59:59.999999Z"));
    }

    void readsWhatItWrites()
    {
        for (const std::int64_t micros : {0LL, 951782400000000LL, 1709164800000001LL, 4102444799999999LL}) {
            const auto back = fromRfc3339(toRfc3339(fromMicros(micros)));
            QVERIFY(back.has_value());
            QCOMPARE(toMicros(*back), micros);
        }
    }

    void readsShortForms()
    {
        QCOMPARE(toMicros(*fromRfc3339("2024-02-29")), 1709164800000000LL);
        QCOMPARE(toMicros(*fromRfc3339("2024-02-29T00:00:01Z")), 1709164801000000LL);
        QCOMPARE(toMicros(*fromRfc3339("2024-02-29T00:00:01.5+00:00")), 1709164801500000LL);
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"", "2023-02-29", "2024-13-01", "2024-01-01T25:00:00Z",
                 "2024-01-01T00:00:00", "yesterday", "2024-01-01T00:00:00+02:00", "2024/01/01", "-024-01-01"})
            QTest::newRow(text) << QString(text);
    }
    void refuses()
    {
        QFETCH(QString, text);
        QVERIFY(!fromRfc3339(text.toStdString()).has_value());
    }

    void durations()
    {
        QCOMPARE(parseDuration("30d").value().count(), 30LL * 86400 * 1000000);
        QCOMPARE(parseDuration("1h").value().count(), 3600LL * 1000000);
        for (const char *text : {"", "d", "0d", "-1d", "3w", "1.5h", "99999999999d"})
            QVERIFY2(!parseDuration(text).has_value(), text);
    }
};

QTEST_GUILESS_MAIN(TestTime)
#include "tst_time.moc"
