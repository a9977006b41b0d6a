// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/stream/split_characters.h"

#include <QTest>

using namespace gatehouse;

class TestSplitCharacters : public QObject {
    Q_OBJECT

    // The text of JSON strings whose halves were marked, put together.
    static std::string joined(const std::vector<std::string> &pieces)
    {
        CharacterJoiner joiner;
        std::string out;
        for (const std::string &piece : pieces) {
            const auto marked = markHalves(piece);
            if (marked || joiner.isOpen())
                out += joiner.join(marked ? marked->text : piece, marked.has_value());
            else
                out += piece;
        }
        out += joiner.end();
        return out;
    }

private Q_SLOTS:
    void joinsHalves_data()
    {
        QTest::addColumn<QStringList>("pieces");
        QTest::addColumn<QString>("expected");
        const QString lost(QChar(0xFFFD));
        QTest::newRow("none") << QStringList{"a", "b"} << "ab";
        QTest::newRow("two halves") << QStringList{"a\\ud83d", "\\ude00b"}
                                    << QString::fromUtf8("a\U0001F600b");
        QTest::newRow("an empty piece between")
            << QStringList{"\\uD83D", "", "\\uDE00"} << QString::fromUtf8("\U0001F600");
        QTest::newRow("across three") << QStringList{"\\ud83d", "\\ude00\\ud83d", "\\ude01"}
                                      << QString::fromUtf8("\U0001F600\U0001F601");
        QTest::newRow("no second half") << QStringList{"a\\ud83d", "b"} << "a" + lost + "b";
        QTest::newRow("no first half") << QStringList{"a\\ude00b"} << "a" + lost + "b";
        QTest::newRow("two first halves")
            << QStringList{"\\ud83d", "\\ud83d\\u0041", "\\ude00"} << lost + lost + "\\u0041" + lost;
        QTest::newRow("at the end") << QStringList{"a\\ud83d"} << "a" + lost;
        QTest::newRow("an escaped backslash")
            << QStringList{"\\\\ud83d", "\\\\ude00"} << "\\\\ud83d\\\\ude00";
        QTest::newRow("the last character of all")
            << QStringList{"\\udbff", "\\udfff"} << QString::fromUtf8("\xF4\x8F\xBF\xBF");
    }
    void joinsHalves()
    {
        QFETCH(QStringList, pieces);
        QFETCH(QString, expected);
        std::vector<std::string> given;
        for (const QString &piece : pieces)
            given.push_back(piece.toStdString());
        QCOMPARE(QString::fromStdString(joined(given)), expected);
    }

    void marksOnlyHalvesThatStandAlone()
    {
        QVERIFY(!markHalves(R"({"a":"\ud83d\ude00"})"));
        QVERIFY(!markHalves(R"({"a":"plain \u00e9 \\ud83d"})"));
        QVERIFY(!markHalves(R"(\u)") && !markHalves(R"(\ud8)") && !markHalves("\\"));
        const auto marked = markHalves(R"({"a":"\ud83d","b":"\ude00"})");
        QVERIFY(marked);
        QCOMPARE(marked->marks, std::size_t(2));
        QCOMPARE(countMarks(marked->text), std::size_t(2));
    }

    void textWithCharactersLikeMarksIsLeftAlone()
    {
        QVERIFY(!markHalves("\\ud83d \xF4\x8F\xA0\x80"));
        QVERIFY(!markHalves("\\ud83d \\udbfe\\udc00"));
        QVERIFY(markHalves("\\ud83d \xF4\x8F\x9F\xBF"));
    }
};

QTEST_GUILESS_MAIN(TestSplitCharacters)
#include "tst_split_characters.moc"
