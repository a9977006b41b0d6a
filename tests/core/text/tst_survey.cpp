// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/text/survey.h"

#include <QTest>

using namespace gatehouse;

class TestSurvey : public QObject {
    Q_OBJECT

private slots:
    void counts();
    void findsNothingInProse();
    void countsWritingsByWord();
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

QTEST_APPLESS_MAIN(TestSurvey)
#include "tst_survey.moc"
