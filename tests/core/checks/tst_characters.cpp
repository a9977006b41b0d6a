// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/characters.h"

#include <QTest>

using namespace gatehouse;

class TestCharacters : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void decodesForwardsAndBackwards()
    {
        const std::string text = "a\u00e9\u4e2d\U0001F600";
        const std::vector<char32_t> expected{U'a', U'\u00e9', U'\u4e2d', U'\U0001F600'};
        std::vector<char32_t> forwards, backwards;
        for (std::size_t at = 0; at < text.size(); at += decodeCharacter(text, at).size)
            forwards.push_back(decodeCharacter(text, at).value);
        for (std::size_t end = text.size(); end > 0; end -= decodeCharacterBefore(text, end).size)
            backwards.insert(backwards.begin(), decodeCharacterBefore(text, end).value);
        QCOMPARE(forwards, expected);
        QCOMPARE(backwards, expected);
    }

    void brokenBytesCountAlone()
    {
        const std::string text = "\xC3(\x80";
        QCOMPARE(decodeCharacter(text, 0).size, std::size_t(1));
        QCOMPARE(decodeCharacter(text, 2).size, std::size_t(1));
        QCOMPARE(decodeCharacterBefore(text, 3).size, std::size_t(1));
    }

    void encodesWhatItDecodes()
    {
        for (const char32_t value : {U'z', U'\u00ff', U'\u20ac', U'\U0001F512'}) {
            std::string text;
            appendUtf8(text, value);
            QCOMPARE(decodeCharacter(text, 0).value, value);
            QCOMPARE(decodeCharacter(text, 0).size, text.size());
        }
    }

    void wordsStandAlone()
    {
        QVERIFY(standsAlone("the cat sat", 4, 7));
        QVERIFY(!standsAlone("concatenate", 3, 6));
        QVERIFY(!standsAlone("caf\u00e9s", 0, 5));
        QVERIFY(standsAlone("\u00ab"
                            "caf\u00e9\u00bb",
            2, 7));
        QVERIFY(standsAlone("\u6211\u7231\u5317\u4eac", 3, 6)); // no spaces between words there
        QVERIFY(standsAlone("bomb\U0001F4A3!", 0, 4));
        QVERIFY(standsAlone("\u0642\u0646\u0628\u0644\u0629\u060C", 0, 10)); // an Arabic comma
        QVERIFY(!standsAlone("\u0915\u093F\u0924\u093E\u092C", 0, 3)); // a vowel sign goes on
    }
};

QTEST_GUILESS_MAIN(TestCharacters)
#include "tst_characters.moc"
