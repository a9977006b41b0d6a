// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/text_count.h"

#include <QTest>

using namespace gatehouse;

Q_DECLARE_METATYPE(gatehouse::TextUnit)

class TestTextCount : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void counts_data()
    {
        QTest::addColumn<TextUnit>("unit");
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("units");
        const auto row = [](const char *name, TextUnit unit, const char *text, int units) {
            QTest::newRow(name) << unit << QString::fromUtf8(text) << units;
        };
        row("characters", TextUnit::Characters, "naïve 你", 7);
        row("bytes", TextUnit::Bytes, "naïve", 6);
        row("words", TextUnit::Words, " two\twords ", 2);
        row("no sentence", TextUnit::Sentences, "... !", 0);
        row("unended", TextUnit::Sentences, "just a heading", 1);
        row("sentences", TextUnit::Sentences, "One. Two! Three? Four", 4);
        row("numbers and versions", TextUnit::Sentences, "Version 3.5.1 costs 2.50 today.", 1);
        row("abbreviation", TextUnit::Sentences, "Use tools, e.g. a saw. Then rest.", 2);
        row("quotation", TextUnit::Sentences, "He said \"No.\" Then he left.", 2);
        row("ellipsis", TextUnit::Sentences, "Well... Maybe?!", 2);
        row("paragraphs", TextUnit::Sentences, "A title\n\nA text\nof two lines", 2);
        row("Chinese", TextUnit::Sentences, "你好。你在哪里？我在这里", 3);
        row("Chinese quotation", TextUnit::Sentences, "他说「好。」然后走了。", 2);
        row("Arabic", TextUnit::Sentences, "كيف حالك؟ أنا بخير.", 2);
        row("no token", TextUnit::Tokens, "", 0);
        row("short words", TextUnit::Tokens, "the cat sat", 3);
        row("long word", TextUnit::Tokens, "internationalisation", 4);
        row("digits", TextUnit::Tokens, "1234567", 3);
        row("signs", TextUnit::Tokens, "a = b;", 4);
        row("rule", TextUnit::Tokens, "--------", 2);
        row("lines", TextUnit::Tokens, "a\n\n\nb", 3);
        row("indented", TextUnit::Tokens, "a\n    b", 3);
        row("Chinese tokens", TextUnit::Tokens, "你好世界", 4);
        row("Russian tokens", TextUnit::Tokens, "привет", 2);
    }
    void counts()
    {
        QFETCH(TextUnit, unit);
        QFETCH(QString, text);
        QFETCH(int, units);
        const TextCount count = countText(text.toStdString(), unit, SIZE_MAX);
        QCOMPARE(count.units, static_cast<std::size_t>(units));
        QVERIFY(!count.passedAt);
    }

    // Cutting the text where the limit was passed leaves exactly what is allowed.
    void limitIsPassedWhereOneMoreStarts_data()
    {
        QTest::addColumn<TextUnit>("unit");
        QTest::newRow("characters") << TextUnit::Characters;
        QTest::newRow("bytes") << TextUnit::Bytes;
        QTest::newRow("words") << TextUnit::Words;
        QTest::newRow("sentences") << TextUnit::Sentences;
        QTest::newRow("tokens") << TextUnit::Tokens;
    }
    void limitIsPassedWhereOneMoreStarts()
    {
        QFETCH(TextUnit, unit);
        const std::string text
            = "Hello there, 12345 people.  Is it \"fine\"? Naïve 你好。好 line\n\nnext one!";
        const std::size_t all = countText(text, unit, SIZE_MAX).units;
        QVERIFY(all > 3);
        for (std::size_t allowed = 0; allowed < all; ++allowed) {
            const TextCount count = countText(text, unit, allowed);
            QCOMPARE(count.units, all);
            QVERIFY(count.passedAt);
            const std::string_view before = std::string_view(text).substr(0, *count.passedAt);
            QCOMPARE(countText(before, unit, SIZE_MAX).units, allowed);
        }
    }
};

QTEST_GUILESS_MAIN(TestTextCount)
#include "tst_text_count.moc"
