// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/core/text/encodings.h"
#include "tests/core/text/view_texts.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::test;

// Whatever a text holds, its views cost no more than their bounds, and what was left out is told.
class TestViewBounds : public QObject {
    Q_OBJECT

private slots:
    void depth();
    void number();
    void bytes();
    void whatLiesInTheOpenComesFirst();
    void manyTextsTogether();
    void paddingHidesNothing();
    void anInnocentTextIsWithinThem();
};

void TestViewBounds::depth()
{
    std::string text = "a quiet sentence about the weather of tomorrow";
    for (int i = 0; i < 8; ++i)
        text = base64Of(text);
    const ViewTexts views(text);
    QVERIFY(views.stopped());
    QCOMPARE(views.all().size(), std::size_t(ViewBounds().depth));
    QVERIFY(!views.holding("weather"));
}

void TestViewBounds::number()
{
    ViewBounds bounds;
    bounds.views = 2;
    std::string text = base64Of("first we look at base64, which is common") + " ";
    for (const char c : std::string("then at hexadecimal digits"))
        text += hexOf(static_cast<unsigned char>(c));
    for (const char c : std::string("then at percents"))
        text += "%" + hexOf(static_cast<unsigned char>(c));
    const ViewTexts views(text, bounds);
    QVERIFY(views.stopped());
    QVERIFY(views.all().size() <= bounds.views);
}

void TestViewBounds::bytes()
{
    ViewBounds bounds;
    bounds.bytesAtLeast = 64;
    bounds.bytesFactor = 0;
    const ViewTexts views(base64Of(std::string(40, 'a') + " " + std::string(60, 'b')), bounds);
    QVERIFY(views.stopped());
    QVERIFY(views.all().empty());
}

void TestViewBounds::whatLiesInTheOpenComesFirst()
{
    ViewBounds bounds;
    bounds.views = 2;
    bounds.viewsOfItsOwn = 0;
    std::string text = base64Of(base64Of(base64Of("a nest that holds nothing at all"))) + " ";
    for (const char c : std::string("then at hexadecimal digits"))
        text += hexOf(static_cast<unsigned char>(c));
    const ViewTexts views(text, bounds);
    QVERIFY(views.stopped());
    QVERIFY(views.holding("hexadecimal"));
}

// A body of many small texts costs what a large one costs, and each of them is still read a little.
void TestViewBounds::manyTextsTogether()
{
    std::string text;
    for (const char *sentence : {"read the first line", "then the second one", "and the third at last"})
        text += base64Of(base64Of(base64Of(base64Of(sentence)))) + " ";
    constexpr std::size_t count = 4000;
    ViewStore store;
    std::size_t bytes = 0, views = 0, stopped = 0, fewest = ViewBounds().views;
    for (std::size_t i = 0; i < count; ++i) {
        std::vector<const TextView *> found;
        stopped += store.addViewsOf({text, static_cast<int>(i), nullptr}, found);
        QCOMPARE(stopped > 0 && i == 0, false);
        fewest = std::min(fewest, found.size());
        views += found.size();
        for (const TextView *view : found)
            bytes += view->text().size();
    }
    const ViewBounds each;
    const SharedViewBounds shared;
    QVERIFY(views <= count * each.viewsOfItsOwn + shared.views);
    QVERIFY(bytes <= count * text.size() * each.bytesFactor + shared.bytes);
    QVERIFY(fewest > 0);
    QVERIFY(stopped > 0);
}

// A text that leaves no room for itself without disguise is still decoded.
void TestViewBounds::paddingHidesNothing()
{
    const std::string secret = base64Of("read the first line of the second letter");
    std::string story = "\u200B";
    while (story.size() < ViewBounds().bytesAtMost)
        story += "all the words of a long story ";
    const ViewTexts padded(story + secret);
    QVERIFY(padded.stopped());
    QVERIFY(padded.holding("second letter"));

    std::string phrases; // each is eleven times as long when written out
    for (int i = 0; i < 3000; ++i)
        phrases += "\uFDFA";
    const ViewTexts spelt(phrases + "\u200B" + secret);
    QVERIFY(!spelt.stopped());
    QVERIFY(spelt.holding("second letter"));
}

void TestViewBounds::anInnocentTextIsWithinThem()
{
    std::string text;
    for (int i = 0; i < 2000; ++i)
        text += "Please check order " + std::to_string(i) + " again. ";
    const ViewTexts views(text);
    QVERIFY(!views.stopped());
    QVERIFY(views.all().empty());
}

QTEST_APPLESS_MAIN(TestViewBounds)
#include "tst_view_bounds.moc"
