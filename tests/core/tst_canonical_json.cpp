// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/policy/canonical_json.h"

#include <QTest>
#include <boost/json/parse.hpp>

using namespace gatehouse;

class TestCanonicalJson : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void spells_data()
    {
        QTest::addColumn<QString>("in");
        QTest::addColumn<QString>("out");
        QTest::newRow("sorted, no space") << R"({ "b" : 1, "a" : [ true, null ] })"
                                          << R"({"a":[true,null],"b":1})";
        QTest::newRow("numbers") << "[1.0, 0.5, 10, -0.0, 0.6000, 1e3]"
                                 << "[1,0.5,10,0,0.6,1000]";
        QTest::newRow("escapes") << R"(["\u0041\u00e9\n\u000f\/"])"
                                 << QString::fromUtf8("[\"A\xc3\xa9\\n\\u000f/\"]");
        // RFC 8785 section 3.2.3: order by UTF-16 code units, so U+1F600 sorts before U+FB33.
        QTest::newRow("order of keys")
            << QString::fromUtf8("{\"\xef\xac\xb3\":1,\"\xf0\x9f\x98\x80\":2,\"1\":3}")
            << QString::fromUtf8("{\"1\":3,\"\xf0\x9f\x98\x80\":2,\"\xef\xac\xb3\":1}");
    }
    void spells()
    {
        QFETCH(QString, in);
        QFETCH(QString, out);
        const auto text = canonicalJson(boost::json::parse(in.toStdString()));
        QVERIFY(text.has_value());
        QCOMPARE(QString::fromStdString(*text), out);
    }

    void refusesFineNumbers()
    {
        const auto text = canonicalJson(boost::json::parse(R"({"a":{"b":[0.12345]}})"));
        QVERIFY(!text.has_value());
        QCOMPARE(text.error().where, std::string("/a/b/0"));
        QVERIFY(!canonicalJson(boost::json::parse("[1e300]")).has_value());
    }
};

QTEST_GUILESS_MAIN(TestCanonicalJson)
#include "tst_canonical_json.moc"
