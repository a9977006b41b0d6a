// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/base/digest.h"
#include "core/base/secret_string.h"
#include "core/base/uuid7.h"

#include <QRegularExpression>
#include <QTest>
#include <set>

using namespace gatehouse;

class TestIdentifiers : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void uuidHasVersionAndVariant()
    {
        const QRegularExpression form(
            "^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$");
        QVERIFY(form.match(QString::fromStdString(newUuid7(systemClock().now()))).hasMatch());
    }

    void uuidsSortAsMade()
    {
        std::vector<std::string> made;
        const Timestamp still = fromMicros(1'700'000'000'000'000);
        constexpr int count = 10000;
        made.reserve(count);
        for (int i = 0; i < count; ++i)
            made.push_back(newUuid7(still + Micros(i / 100)));
        QVERIFY(std::is_sorted(made.begin(), made.end()));
        QCOMPARE(std::set<std::string>(made.begin(), made.end()).size(), made.size());
    }

    void uuidCarriesItsTime()
    {
        // RFC 9562: the first 48 bits are milliseconds since 1970. Later than every id made above.
        const std::int64_t millis = 4'000'000'000'000;
        const QString id = QString::fromStdString(newUuid7(fromMicros(millis * 1000))).remove('-');
        QCOMPARE(id.left(12).toLongLong(nullptr, 16), millis);
    }

    void sha256OfKnownText()
    {
        // FIPS 180-4 example: "abc".
        QCOMPARE(sha256Hex("abc"),
            std::string("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    }

    void hmacOfKnownText()
    {
        // RFC 4231, test case 2.
        QCOMPARE(toHex(hmacSha256("Jefe", "what do ya want for nothing?")),
            std::string("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"));
        // An empty key is a key: HMAC pads it with zeros.
        QCOMPARE(hmacSha256({}, "text"), hmacSha256(std::string_view("\0", 1), "text"));
        QVERIFY(hmacSha256({}, "text") != hmacSha256("k", "text"));
    }

    void secretsCompareAndMove()
    {
        SecretString secret("tell nobody");
        QVERIFY(secret.matches("tell nobody"));
        QVERIFY(!secret.matches("tell nobodY"));
        QVERIFY(!secret.matches("tell"));
        const SecretString moved = std::move(secret);
        QVERIFY(moved.matches("tell nobody"));
        QVERIFY(secret.empty()); // NOLINT(bugprone-use-after-move): moving must leave nothing behind
    }
};

QTEST_GUILESS_MAIN(TestIdentifiers)
#include "tst_identifiers.moc"
