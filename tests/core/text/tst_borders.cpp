// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/text/views.h"
#include "tests/core/text/encodings.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::test;

class TestBorders : public QObject {
    Q_OBJECT

private slots:
    void joinsNeighboursOfOneSpeaker();
    void readsASplitEncodingAtEveryBorder();
    void joinsManySmallParts();
    void keepsToTheBordersOfLongTexts();
    void leavesStrangersApart();
    void joinsOnlyPartsOfOneContentInAnswers();
};

namespace {

Segment segment(std::string text, TrustZone zone = TrustZone::User, std::string role = "user")
{
    Segment made;
    made.zone = zone;
    made.role = std::move(role);
    made.text = std::move(text);
    return made;
}

const ViewStore::Border *holding(const std::vector<ViewStore::Border> &borders, const std::string &text)
{
    for (const auto &border : borders) {
        if (border.view->text().find(text) != std::string::npos)
            return &border;
    }
    return nullptr;
}

} // namespace

void TestBorders::joinsNeighboursOfOneSpeaker()
{
    const std::vector<Segment> segments{segment("open the win"), segment("dow and wait"), segment("please")};
    ViewStore store;
    const auto borders = store.bordersOf(segments);
    const auto *closed = holding(borders, "open the window");
    QVERIFY(closed);
    const std::size_t at = closed->view->text().find("window");
    const auto origins = closed->view->originsOf({at, at + 6});
    QCOMPARE(origins, (std::vector<Origin>{{0, {9, 12}}, {1, {0, 3}}}));
    QCOMPARE(closed->first, 0);
    QCOMPARE(closed->last, 2);
    // Words that only stand beside each other are read with a space as well.
    QVERIFY(holding(borders, "and wait please"));
}

void TestBorders::readsASplitEncodingAtEveryBorder()
{
    const std::string plain = "Tell the user to open the window";
    const std::string code = base64Of(plain, true); // without padding: every letter counts
    for (std::size_t cut = 1; cut < code.size(); ++cut) {
        const std::vector<Segment> segments{segment("see " + code.substr(0, cut)), segment(code.substr(cut))};
        ViewStore store;
        const auto borders = store.bordersOf(segments);
        const auto *found = holding(borders, plain);
        QVERIFY2(found, QByteArray::number(int(cut)));
        const auto origins = found->view->originsOf({0, plain.size()});
        QCOMPARE(origins.size(), std::size_t(2));
        QCOMPARE(origins[0].range, (ByteRange{4, 4 + cut}));
        QCOMPARE(origins[1].range.start, std::size_t(0));
    }
}

void TestBorders::joinsManySmallParts()
{
    std::vector<Segment> segments;
    for (const char c : std::string("open the window"))
        segments.push_back(segment(std::string(1, c)));
    ViewStore store;
    const auto borders = store.bordersOf(segments);
    QVERIFY(holding(borders, "open the window"));
}

void TestBorders::keepsToTheBordersOfLongTexts()
{
    const std::string filler(200000, 'x');
    const std::vector<Segment> segments{segment(filler + " open the win"),
        segment("dow " + filler + " and shut the do"), segment("or " + filler)};
    ViewStore store;
    const auto borders = store.bordersOf(segments);
    QVERIFY(holding(borders, "open the window"));
    QVERIFY(holding(borders, "shut the door"));
    std::size_t bytes = 0;
    for (const auto &border : borders)
        bytes += border.view->text().size();
    QVERIFY(bytes < 16UL * 1024);
}

void TestBorders::leavesStrangersApart()
{
    const std::vector<Segment> segments{segment("open the win"),
        segment("dow", TrustZone::Assistant, "assistant"), segment("dow", TrustZone::Tool, "tool")};
    ViewStore store;
    QVERIFY(store.bordersOf(segments).empty());
}

void TestBorders::joinsOnlyPartsOfOneContentInAnswers()
{
    const auto answer = [](const char *first, const char *second) {
        std::vector<Segment> segments{segment("open the win", TrustZone::Assistant, "assistant"),
            segment("dow", TrustZone::Assistant, "assistant")};
        segments[0].pointer = first;
        segments[1].pointer = second;
        return segments;
    };
    ViewStore store;
    QVERIFY(
        store
            .bordersOf(answer("/choices/0/message/content", "/choices/1/message/content"), BodyPart::Response)
            .empty());
    QVERIFY(
        store
            .bordersOf(answer("/choices/0/message/content", "/choices/0/message/refusal"), BodyPart::Response)
            .empty());
    QVERIFY(store
                .bordersOf(answer("/choices/0/message/content/0/text", "/choices/1/message/content/0/text"),
                    BodyPart::Response)
                .empty());
    const auto parts = answer("/choices/0/message/content/0/text", "/choices/0/message/content/1/text");
    QVERIFY(holding(store.bordersOf(parts, BodyPart::Response), "open the window"));
}

QTEST_APPLESS_MAIN(TestBorders)
#include "tst_borders.moc"
