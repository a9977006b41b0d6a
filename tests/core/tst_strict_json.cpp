// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/message/strict_json.h"

#include <QTest>

using namespace gatehouse;

class TestStrictJson : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void takesGoodDocuments()
    {
        for (const char *text : {"{}", "[1,2]", R"({"a":{"a":1},"b":[{"a":1},{"a":2}]})", R"("\u00e9")"})
            QVERIFY2(checkStrictJson(text).has_value(), text);
    }

    void namesTheDuplicate()
    {
        const auto status = checkStrictJson(R"({"m":[{"x":1},{"a/b":1,"c":2,"a/b":3}]})");
        QVERIFY(!status.has_value());
        QCOMPARE(status.error().where, std::string("/m/1/a~1b"));
    }

    void seesThroughEscapedKeys() { QVERIFY(!checkStrictJson("{\"role\":1,\"r\\u006fle\":2}").has_value()); }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray("");
        QTest::newRow("open") << QByteArray("{\"a\":");
        QTest::newRow("two documents") << QByteArray("{} {}");
        QTest::newRow("bad UTF-8") << QByteArray("{\"a\":\"\xff\"}");
        QTest::newRow("overlong UTF-8") << QByteArray("{\"a\":\"\xc0\xaf\"}");
        QTest::newRow("lone surrogate") << QByteArray(R"({"a":"\ud800"})");
        QTest::newRow("control character") << QByteArray("{\"a\":\"\n\"}");
        QTest::newRow("too deep") << QByteArray(100, '[') + QByteArray(100, ']');
        QTest::newRow("NaN") << QByteArray("{\"a\":NaN}");
    }
    void refuses()
    {
        QFETCH(QByteArray, text);
        const auto status
            = checkStrictJson(std::string_view(text.constData(), static_cast<std::size_t>(text.size())));
        QVERIFY(!status.has_value());
        QCOMPARE(status.error().kind, ErrorKind::InvalidInput);
    }
};

QTEST_GUILESS_MAIN(TestStrictJson)
#include "tst_strict_json.moc"
