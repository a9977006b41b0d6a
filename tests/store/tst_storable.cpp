// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/storable.h"
#include "store_fixture.h"

using namespace gatehouse;
using namespace gatehouse::store;
using namespace gatehouse::store::test;

namespace {

MaskSpan span(std::size_t start, std::size_t end, const std::string &label)
{
    return {BodyPart::Request, 0, {start, end}, label, "[masked:" + label + "]"};
}

Evidence evidenceAt(std::size_t start, std::size_t end)
{
    Evidence evidence;
    evidence.range = {start, end};
    evidence.label = "x";
    return evidence;
}

Segment segmentOf(const std::string &text)
{
    Segment segment;
    segment.text = text;
    return segment;
}

} // namespace

// From a judgement to what is stored: nothing sensitive stays, highlights still fit.
class TestStorable : public QObject {
    Q_OBJECT

private slots:
    void sensitiveSpansAreMaskedWhateverTheCapture();
    void originalsAreKeptToBeSealedOnly();
    void unreadTextIsNotKept();
    void maskRulesMaskUnlessCapturedInFull();
    void overlappingSpansBecomeOne();
    void evidenceFollowsItsText_data();
    void evidenceFollowsItsText();
    void evidenceOfTheOtherBodyIsLeftAlone();
    void failedRulesPutEnforcedFirst();
    void topCheckIsTheStrongest();
    void snippetShowsTheEvidence();
    void snippetKeepsCharactersWhole();
    void snippetOfNothingFoundIsTheLastUserText();
};

void TestStorable::sensitiveSpansAreMaskedWhateverTheCapture()
{
    Evaluation evaluation;
    evaluation.sensitive = {span(7, 13, "token")};
    for (const Capture capture : {Capture::Masked, Capture::Full}) {
        const auto body
            = toStorable(BodyPart::Request, {segmentOf("key is secret, ok")}, evaluation, capture);
        QCOMPARE(body.segments[0].segment.text, std::string("key is [masked:token], ok"));
    }
    const auto body
        = toStorable(BodyPart::Request, {segmentOf("key is secret, ok")}, evaluation, Capture::Metadata);
    QCOMPARE(body.segments.size(), std::size_t{1});
    QCOMPARE(body.segments[0].segment.text, std::string());
}

void TestStorable::originalsAreKeptToBeSealedOnly()
{
    Evaluation evaluation;
    evaluation.masks = {span(0, 3, "word")};
    evaluation.sensitive = {span(7, 13, "token")};
    const std::vector<Segment> text{segmentOf("key is secret, ok")};
    for (const Capture capture : {Capture::Full, Capture::Masked, Capture::Metadata})
        QVERIFY(toStorable(BodyPart::Request, text, evaluation, capture).originals.empty());
    const auto body = toStorable(BodyPart::Request, text, evaluation, Capture::Sealed);
    QCOMPARE(body.segments[0].segment.text, std::string("[masked:word] is [masked:token], ok"));
    QCOMPARE(body.originals.size(), std::size_t{2});
    const Original &token = body.originals[1];
    QCOMPARE(std::string(token.text.reveal()), std::string("secret"));
    QVERIFY((token.range == ByteRange{7, 13}));
    QCOMPARE(body.segments[0].segment.text.substr(token.stored.start, token.stored.size()),
        std::string("[masked:token]"));
    QCOMPARE(token.label, std::string("token"));
}

void TestStorable::unreadTextIsNotKept()
{
    Evaluation evaluation;
    CheckResult denied = failedCheck("credentials", "secrets", Action::Mask, false);
    denied.outcome = CheckOutcome::NotRun;
    denied.reason = "denied";
    evaluation.verdict.checks = {failedCheck("models", "model_allow", Action::Block), denied};
    for (const Capture capture : {Capture::Masked, Capture::Full}) {
        const auto body
            = toStorable(BodyPart::Request, {segmentOf("nobody looked at this")}, evaluation, capture);
        QCOMPARE(body.segments[0].segment.text, std::string());
        QCOMPARE(snippetOf(body), std::string());
    }
}

void TestStorable::maskRulesMaskUnlessCapturedInFull()
{
    Evaluation evaluation;
    evaluation.masks = {span(0, 3, "word")};
    evaluation.sensitive = {span(7, 13, "token")};
    const auto masked
        = toStorable(BodyPart::Request, {segmentOf("key is secret")}, evaluation, Capture::Masked);
    QCOMPARE(masked.segments[0].segment.text, std::string("[masked:word] is [masked:token]"));
    const auto full = toStorable(BodyPart::Request, {segmentOf("key is secret")}, evaluation, Capture::Full);
    QCOMPARE(full.segments[0].segment.text, std::string("key is [masked:token]"));
}

void TestStorable::overlappingSpansBecomeOne()
{
    Evaluation evaluation;
    evaluation.masks = {span(0, 9, "word"), span(12, 13, "end")};
    evaluation.sensitive = {span(7, 13, "token")};
    const auto body
        = toStorable(BodyPart::Request, {segmentOf("key is secret!")}, evaluation, Capture::Masked);
    QCOMPARE(body.segments[0].segment.text, std::string("[masked:word]!"));
}

void TestStorable::evidenceFollowsItsText_data()
{
    QTest::addColumn<int>("start");
    QTest::addColumn<int>("end");
    QTest::addColumn<QString>("stored"); // the text that is highlighted in what is stored
    // "aa SECRET bb SECRET cc" with both masked as [m].
    QTest::newRow("before") << 0 << 2 << "aa";
    QTest::newRow("a mask") << 3 << 9 << "[m]";
    QTest::newRow("inside a mask") << 4 << 6 << "[m]";
    QTest::newRow("between") << 10 << 12 << "bb";
    QTest::newRow("into a mask") << 10 << 15 << "bb [m]";
    QTest::newRow("out of a mask") << 5 << 12 << "[m] bb";
    QTest::newRow("over both") << 3 << 19 << "[m] bb [m]";
    QTest::newRow("after") << 20 << 22 << "cc";
    QTest::newRow("everything") << 0 << 22 << "aa [m] bb [m] cc";
}

void TestStorable::evidenceFollowsItsText()
{
    QFETCH(int, start);
    QFETCH(int, end);
    QFETCH(QString, stored);
    Evaluation evaluation;
    evaluation.sensitive = {span(3, 9, "m"), span(13, 19, "m")};
    for (MaskSpan &each : evaluation.sensitive)
        each.replacement = "[m]";
    CheckResult check = failedCheck("r", "c", Action::Mask);
    check.evidence = {evidenceAt(static_cast<std::size_t>(start), static_cast<std::size_t>(end))};
    evaluation.verdict.checks = {check};
    const auto body
        = toStorable(BodyPart::Request, {segmentOf("aa SECRET bb SECRET cc")}, evaluation, Capture::Masked);
    const auto &place = body.checks[0].evidence[0].stored;
    QVERIFY(place.has_value());
    QCOMPARE(
        QString::fromStdString(body.segments[0].segment.text.substr(place->start, place->size())), stored);
}

void TestStorable::evidenceOfTheOtherBodyIsLeftAlone()
{
    Evaluation evaluation;
    CheckResult check = failedCheck("r", "c", Action::Flag);
    check.evidence = {evidenceAt(0, 1), evidenceAt(0, 1)};
    check.evidence[0].in = BodyPart::Response;
    check.evidence[1].segment = 7;
    evaluation.verdict.checks = {check};
    const auto body = toStorable(BodyPart::Request, {segmentOf("abc")}, evaluation, Capture::Masked);
    QVERIFY(!body.checks[0].evidence[0].stored);
    QVERIFY(!body.checks[0].evidence[1].stored);
}

void TestStorable::failedRulesPutEnforcedFirst()
{
    CheckResult passed = failedCheck("passes", "c", Action::Block, false);
    passed.outcome = CheckOutcome::Pass;
    CheckResult error = failedCheck("broken", "c", Action::Block);
    error.outcome = CheckOutcome::Error;
    QCOMPARE(failedRules({failedCheck("shadow", "c", Action::Block, false), passed,
                 failedCheck("real", "c", Action::Flag), error}),
        (std::vector<std::string>{"real", "broken", "shadow"}));
}

void TestStorable::topCheckIsTheStrongest()
{
    QCOMPARE(topCheck({}), std::string());
    QCOMPARE(topCheck({failedCheck("a", "length", Action::Flag), failedCheck("b", "secrets", Action::Mask),
                 failedCheck("c", "pii", Action::Mask), failedCheck("d", "regex", Action::Block, false)}),
        std::string("secrets"));
}

void TestStorable::snippetShowsTheEvidence()
{
    Evaluation evaluation;
    evaluation.sensitive = {span(200, 206, "token")};
    CheckResult check = failedCheck("r", "secrets", Action::Mask);
    check.evidence = {evidenceAt(200, 206)};
    evaluation.verdict.checks = {check};
    const std::string text = std::string(200, 'a') + "SECRET" + "\nnext line " + std::string(200, 'b');
    const auto body = toStorable(BodyPart::Request, {segmentOf(text)}, evaluation, Capture::Masked);
    const std::string snippet = snippetOf(body);
    QCOMPARE(snippet.size(), std::size_t{120});
    QVERIFY(snippet.find("[masked:token] next line") != std::string::npos);
    QVERIFY(snippet.find("SECRET") == std::string::npos);
}

void TestStorable::snippetKeepsCharactersWhole()
{
    Evaluation evaluation;
    std::string text;
    for (int i = 0; i < 300; ++i)
        text += "é";
    CheckResult check = failedCheck("r", "keywords", Action::Flag);
    check.evidence = {evidenceAt(300, 302)};
    evaluation.verdict.checks = {check};
    const auto body = toStorable(BodyPart::Request, {segmentOf(text)}, evaluation, Capture::Masked);
    const QString snippet = QString::fromStdString(snippetOf(body));
    QCOMPARE(snippet, QString(120, QChar(0xe9)));
}

void TestStorable::snippetOfNothingFoundIsTheLastUserText()
{
    Segment system = segmentOf("be kind");
    system.zone = TrustZone::System;
    const auto body = toStorable(
        BodyPart::Request, {segmentOf("first"), segmentOf("last\tone"), system}, {}, Capture::Masked);
    QCOMPARE(snippetOf(body), std::string("last one"));
    QCOMPARE(snippetOf({}), std::string());
}

QTEST_GUILESS_MAIN(TestStorable)
#include "tst_storable.moc"
