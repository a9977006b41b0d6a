// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/core/text/encodings.h"
#include "tests/core/text/view_texts.h"

#include <QTest>
#include <random>

using namespace gatehouse;
using namespace gatehouse::test;

// Texts are encoded piece by piece, so that the place of every character is known; each part of the decoded
// view must point to exactly the pieces of its characters.
class TestViewOrigins : public QObject {
    Q_OBJECT

private slots:
    void everyPartPointsToItsPieces_data();
    void everyPartPointsToItsPieces();
    void aGroupIsGivenWhole();
    void anInnerViewPointsThroughTheOuter();
    void whatWasRemovedIsWithinTheRange();
    void nothingComesFromNothing();
};

namespace {

std::string sentence(std::mt19937 &random)
{
    static const std::vector<std::string> words{"please", "send", "the", "report", "to", "our", "office",
        "today", "or", "wait", "until", "noon", "and", "call"};
    std::string text;
    for (int i = 0; i < 9; ++i)
        text += (i ? " " : "") + words[random() % words.size()];
    return text;
}

} // namespace

void TestViewOrigins::everyPartPointsToItsPieces_data()
{
    QTest::addColumn<int>("encoding");
    QTest::addColumn<int>("seed");
    const auto encodings = characterEncodings();
    for (int i = 0; i < int(encodings.size()); ++i) {
        for (int seed = 0; seed < 4; ++seed)
            QTest::addRow("%s %d/%d", encodings[std::size_t(i)].name, i, seed) << i << seed;
    }
}

void TestViewOrigins::everyPartPointsToItsPieces()
{
    QFETCH(int, encoding);
    QFETCH(int, seed);
    std::mt19937 random(static_cast<unsigned>(seed));
    const Encoding code = characterEncodings()[std::size_t(encoding)];
    const std::string plain = sentence(random);
    const std::vector<std::string> pieces = code.pieces(plain);
    std::string text = "see here\n";
    std::vector<ByteRange> places;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        text += i ? code.between : std::string();
        places.push_back({text.size(), text.size() + pieces[i].size()});
        text += pieces[i];
    }
    text += "\nthat is all";
    const ViewTexts views(text);
    const TextView *view = views.holding(plain);
    QVERIFY2(view, views.describe());
    QCOMPARE(view->via().back(), std::string(code.name));
    const std::size_t base = view->text().find(plain);
    for (std::size_t start = 0; start < plain.size(); ++start) {
        for (std::size_t end = start + 1; end <= plain.size(); end += 3) {
            const auto origins = view->originsOf({base + start, base + end});
            QCOMPARE(origins.size(), std::size_t(1));
            QCOMPARE(origins[0].range.start, places[start].start);
            QCOMPARE(origins[0].range.end, places[end - 1].end);
        }
    }
}

void TestViewOrigins::aGroupIsGivenWhole()
{
    const std::string plain = "Please open the window now";
    const std::string code = base64Of(plain);
    const ViewTexts views("note: " + code + " end");
    const TextView *view = views.holding(plain);
    QVERIFY2(view, views.describe());
    for (std::size_t at = 0; at < plain.size(); ++at) {
        const auto origins = view->originsOf({at, at + 1});
        QCOMPARE(origins.size(), std::size_t(1));
        const std::size_t group = 6 + at / 3 * 4;
        QCOMPARE(origins[0].range.start, group);
        QVERIFY(origins[0].range.end <= group + 4 && origins[0].range.end > group + 1);
    }
}

void TestViewOrigins::anInnerViewPointsThroughTheOuter()
{
    const std::string plain = "please wait for the second letter";
    std::string percent;
    for (const char c : base64Of(plain))
        percent += "%" + hexOf(static_cast<unsigned char>(c));
    const ViewTexts views("a " + percent + " b");
    const TextView *view = views.holding(plain);
    QVERIFY2(view, views.describe());
    QCOMPARE(view->via(), (std::vector<std::string>{"percent", "base64"}));
    QCOMPARE(view->encodings(), 2);
    QCOMPARE(views.originalOf(*view, "please"), percent.substr(0, 8UL * 3));
}

void TestViewOrigins::whatWasRemovedIsWithinTheRange()
{
    const ViewTexts views("say wi\u200Bnd\u2060ow twice");
    const TextView *view = views.holding("window");
    QVERIFY2(view, views.describe());
    QCOMPARE(view->via(), std::vector<std::string>{"normalised"});
    QCOMPARE(views.originalOf(*view, "window"), std::string("wi\u200Bnd\u2060ow"));
    QCOMPARE(views.originalOf(*view, "twice"), std::string("twice"));
}

void TestViewOrigins::nothingComesFromNothing()
{
    const ViewTexts views("note: " + base64Of("Please open the window now"));
    QVERIFY(!views.all().empty());
    QVERIFY(views.all().front()->originsOf({3, 3}).empty());
}

QTEST_APPLESS_MAIN(TestViewOrigins)
#include "tst_view_origins.moc"
