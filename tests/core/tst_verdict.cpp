// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/policy/span_set.h"
#include "core/policy/verdict_json.h"
#include "core/policy/verdict_rows.h"

#include <QTest>

using namespace gatehouse;

namespace {

MaskSpan span(int segment, std::size_t start, std::size_t end, const char *label)
{
    return {BodyPart::Request, segment, {start, end}, label, std::string("[masked:") + label + "]"};
}

} // namespace

class TestVerdict : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void wordsAndValuesMatch()
    {
        for (const TrustZone zone : {TrustZone::System, TrustZone::User, TrustZone::Tool, TrustZone::Document,
                 TrustZone::Assistant, TrustZone::ToolCall, TrustZone::ToolDefinition})
            QCOMPARE(fromName<TrustZone>(name(zone)), std::optional(zone));
        for (const VerdictKind kind : {VerdictKind::Allowed, VerdictKind::Flagged, VerdictKind::Masked,
                 VerdictKind::Held, VerdictKind::Blocked})
            QCOMPARE(fromName<VerdictKind>(name(kind)), std::optional(kind));
        QCOMPARE(name(CheckOutcome::NotRun), std::string_view("not_run"));
        QVERIFY(!fromName<Action>("explode"));
    }

    void masksAndTellsWhere()
    {
        std::vector<ByteRange> places;
        const std::string masked
            = applyMasks("one two three", {span(0, 4, 7, "x"), span(0, 8, 13, "long")}, &places);
        QCOMPARE(masked, std::string("one [masked:x] [masked:long]"));
        QCOMPARE(places.size(), std::size_t(2));
        QCOMPARE(masked.substr(places[1].start, places[1].size()), std::string("[masked:long]"));
    }

    void overlappingSpansBecomeOne()
    {
        const auto spans = withoutOverlaps(
            {span(1, 5, 9, "b"), span(0, 4, 8, "short"), span(0, 2, 7, "longer"), span(0, 8, 9, "next")});
        QCOMPARE(spans.size(), std::size_t(3));
        QCOMPARE(spans[0].range, (ByteRange{2, 8}));
        QCOMPARE(spans[0].label, std::string("longer"));
        QCOMPARE(spans[1].label, std::string("next"));
        QCOMPARE(spans[2].segment, 1);
    }

    void theSeverestNamesAnOverlap()
    {
        MaskSpan secret = span(0, 4, 7, "password");
        secret.severity = Severity::High;
        const auto spans = withoutOverlaps({span(0, 2, 12, "email"), secret});
        QCOMPARE(spans.size(), std::size_t(1));
        QCOMPARE(spans[0].label, std::string("password"));
        QCOMPARE(spans[0].range, (ByteRange{2, 12}));
    }

    void jsonComesBackAsItWas()
    {
        CheckResult check;
        check.rule = "r";
        check.check = "secrets";
        check.outcome = CheckOutcome::Fail;
        check.score = 0.993;
        check.applied = true;
        check.action = Action::Mask;
        check.evidence.push_back({BodyPart::Response, 2, "/choices/0/message/content", TrustZone::Assistant,
            {3, 9}, "jwt", {"base64"}, ByteRange{3, 20}});
        check.mode = Mode::Shadow;
        check.reason = "seen \"often\"";
        for (const auto &back : {checksFromJson(checksToJson({check})), checksFromRows(checksToRows({check})),
                 checksFromRows(checksToJson({check}))}) {
            QVERIFY(back.has_value());
            QCOMPARE(back->size(), std::size_t(1));
            const Evidence &evidence = back->front().evidence.at(0);
            QCOMPARE(evidence.range, (ByteRange{3, 9}));
            QCOMPARE(*evidence.stored, (ByteRange{3, 20}));
            QCOMPARE(evidence.via.at(0), std::string("base64"));
            QCOMPARE(*back->front().score, 0.993);
            QCOMPARE(back->front().mode, Mode::Shadow);
            QCOMPARE(back->front().reason, check.reason);
            QVERIFY(back->front().applied);
        }
    }

    void anOrdinaryResultIsAShortRow()
    {
        CheckResult check;
        check.rule = "credentials-out";
        check.check = "secrets";
        check.outcome = CheckOutcome::Pass;
        check.action = Action::Mask;
        check.severity = Severity::High;
        check.durationUs = 2.94;
        check.bytesRead = 64;
        QCOMPARE(checksToRows({check}),
            std::string(R"([["credentials-out","secrets","request","pass","mask","high",null,2.9,64]])"));
        const auto back = checksFromRows(checksToRows({check, check}));
        QVERIFY(back.has_value());
        QCOMPARE(checksToJson(*back), checksToJson({check, check}));
        QCOMPARE(checksToRows({}), std::string("[]"));
    }

    void aDamagedRowIsAnError()
    {
        for (const char *text :
            {"", "{", "[{}]", R"([{"rule":1}])", "null", "[[]]", R"([["r","secrets",1]])"}) {
            QVERIFY2(!checksFromRows(text).has_value(), text);
            QVERIFY2(!checksFromJson(text).has_value(), text);
            QVERIFY2(!segmentsFromJson(text).has_value(), text);
            QVERIFY2(!coverageFromJson(text).has_value(), text);
        }
    }

    void segmentsComeBackAsTheyWere()
    {
        StoredSegment segment{BodyPart::Request,
            {TrustZone::Tool, "tool", "/messages/1/content", "caf\u00e9 \"q\"", "look_up", true}};
        const auto back = segmentsFromJson(segmentsToJson({segment}));
        QVERIFY(back.has_value());
        QCOMPARE(back->at(0).segment.text, segment.segment.text);
        QCOMPARE(back->at(0).segment.toolName, std::string("look_up"));
        QVERIFY(back->at(0).segment.unclaimed);
    }
};

QTEST_GUILESS_MAIN(TestVerdict)
#include "tst_verdict.moc"
