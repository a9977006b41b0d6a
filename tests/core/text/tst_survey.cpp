// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/text/survey.h"

#include "core/text/decode.h"

#include <QTest>
#include <random>

using namespace gatehouse;

class TestSurvey : public QObject {
    Q_OBJECT

private slots:
    void counts();
    void findsNothingInProse();
    void countsWritingsByWord();
    void missesNoNumbersThatCanBeRead();
};

void TestSurvey::counts()
{
    const Survey survey
        = surveyOf("abcdefghijklmnop %41%42 &amp; &#65; \\u0041 =C3 01000001 .- -... 12 p4ge; then a b c d");
    QVERIFY(survey.ascii);
    QCOMPARE(survey.codeRuns, std::size_t(1));
    QCOMPARE(survey.percents, std::size_t(2));
    QCOMPARE(survey.entities, std::size_t(2));
    QCOMPARE(survey.escapes, std::size_t(1));
    QCOMPARE(survey.equalsPairs, std::size_t(1));
    QCOMPARE(survey.bitWords, std::size_t(1));
    QCOMPARE(survey.morseWords, std::size_t(2));
    QCOMPARE(survey.singles, std::size_t(4));
    QVERIFY(!surveyOf("naïve").ascii);
}

void TestSurvey::findsNothingInProse()
{
    const Survey survey = surveyOf("Please check the order and the invoice again before noon, then call us.");
    QCOMPARE(survey.codeRuns + survey.percents + survey.entities + survey.escapes + survey.equalsPairs
            + survey.numbers + survey.bitWords + survey.morseWords + survey.digitWords + survey.rotatedHits
            + survey.reversedHits,
        std::size_t(0));
    QCOMPARE(survey.words, std::size_t(13));
    QVERIFY(survey.plainHits >= 3);
}

void TestSurvey::countsWritingsByWord()
{
    QCOMPARE(surveyOf("gur lbh").rotatedHits, std::size_t(2));
    QCOMPARE(surveyOf("eht uoy").reversedHits, std::size_t(2));
    // A long word is no coincidence and counts twice.
    QCOMPARE(surveyOf("vafgehpgvbaf").rotatedHits, std::size_t(2));
    QCOMPARE(surveyOf("snoitcurtsni").reversedHits, std::size_t(2));
}

// The survey spares the decoder texts; it must spare it none that it can read.
void TestSurvey::missesNoNumbersThatCanBeRead()
{
    static const char *const parts[]
        = {"49", "6e", "6F", "0x67", "72", "103", "110", "32", "101", " ", " ", ",", ", ", ":", ";", "-",
            "\n", "word ", "{\"n\":[", "]} ", "2026-05-03T10:15:00Z ", "24.90 ", "a1b2c3d4e5f60718 ", "x"};
    std::minstd_rand random(7);
    int readable = 0;
    for (int round = 0; round < 20000; ++round) {
        std::string text;
        // Long stretches of one kind, or hardly anything would be readable.
        while (text.size() < 40 + random() % 160) {
            const std::size_t number = random() % 9, separator = 9 + random() % 8;
            for (std::size_t left = random() % 12; left > 0; --left)
                text += std::string(parts[random() % 4 == 0 ? random() % 9 : number]) + parts[separator];
            text += parts[random() % std::size(parts)];
        }
        if (!decodeHexNumbers({text}) && !decodeDecimalNumbers({text}))
            continue;
        ++readable;
        QVERIFY2(surveyOf(text).numbers >= 6, text.c_str());
    }
    QVERIFY2(readable > 500, qPrintable(QString::number(readable)));
}

QTEST_APPLESS_MAIN(TestSurvey)
#include "tst_survey.moc"
