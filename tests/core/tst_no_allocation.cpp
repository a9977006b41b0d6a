// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/policy/compiled_parts.h"
#include "tests/core/allocation_counter.h"

#include <QTest>
#include <algorithm>
#include <memory>

using namespace gatehouse;

namespace {

// Clean texts that touch many anchors all the same: figures, assignments, addresses of machines, code.
const std::string &text(int which)
{
    static const std::string prose
        = "The order was shipped yesterday and should arrive before noon; please "
          "check invoice 4711 again. Ignore the header row and forget the totals. ";
    static const std::string code
        = "def total(rows, token=None):\n    key = rows[0][\"id\"]\n    return sum(r.price * 1250 for r in "
          "rows if r.key != token)\n\nif (a[i] == 42 && b->next) { password = readLine(); }\n";
    static const std::string json
        = R"({"id":"7","integrity":"sha512-OfX7E2oUDYxtBvsuS4e/jSn4Q9Qb6Dz","secret":null,"lines":[1,22,333]})"
          "\n";
    static const std::string texts[] = {prose + prose + prose, code + code, json + json + prose + code};
    return texts[which];
}

} // namespace

class TestNoAllocation : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void theCounterCounts();
    void scanningAllocatesNothing();
    void aCheckOnCleanTextAllocatesNothing_data();
    void aCheckOnCleanTextAllocatesNothing();
    void judgingAllocatesForItsVerdict();

private:
    std::shared_ptr<const CompiledPolicy> m_policy;
};

void TestNoAllocation::initTestCase()
{
    auto policy = CompiledPolicy::fromJson(baselinePolicyJson());
    QVERIFY(policy.has_value());
    m_policy = *policy;
}

void TestNoAllocation::theCounterCounts()
{
    const test::AllocationCounter counter;
    const auto kept = std::make_unique<std::string>(100, 'x');
    QVERIFY(counter.count() >= 2);
    QCOMPARE(kept->size(), std::size_t{100});
}

void TestNoAllocation::scanningAllocatesNothing()
{
    PatternHits hits;
    const PatternSet &patterns = *m_policy->parts().patterns;
    for (int which = 0; which < 3; ++which)
        patterns.scan(text(which), hits);
    QVERIFY2(!hits.empty(), "a text that touches no anchor shows little");
    const test::AllocationCounter counter;
    for (int which = 0; which < 3; ++which)
        patterns.scan(text(which), hits);
    QCOMPARE(counter.count(), std::size_t{0});
}

void TestNoAllocation::aCheckOnCleanTextAllocatesNothing_data()
{
    QTest::addColumn<int>("rule");
    QTest::addColumn<int>("which");
    const auto &rules = m_policy->parts().rules;
    for (std::size_t rule = 0; rule < rules.size(); ++rule) {
        // Checks that compare parts of a call work on calls that have such parts: tool calls, answers.
        static constexpr std::string_view comparing[] = {"egress", "system_prompt_leak", "tainted_tool_call"};
        const bool compares = std::find(std::begin(comparing), std::end(comparing), rules[rule].kind->kind)
            != std::end(comparing);
        for (int which = 0; which < 3 && rules[rule].kind->readsSegments && !compares; ++which)
            QTest::addRow("%s, text %d", rules[rule].document.id.c_str(), which)
                << static_cast<int>(rule) << which;
    }
}

void TestNoAllocation::aCheckOnCleanTextAllocatesNothing()
{
    QFETCH(int, rule);
    QFETCH(int, which);
    const CompiledRule &compiled = m_policy->parts().rules[static_cast<std::size_t>(rule)];
    Segment segment;
    segment.zone = compiled.document.zones.empty() ? TrustZone::User : compiled.document.zones.front();
    segment.text = text(which);
    const BodyPart in = compiled.document.stage == Stage::Response ? BodyPart::Response : BodyPart::Request;
    const PatternHits hits = m_policy->parts().patterns->scan(segment.text);
    const ScannedSegment scanned{&segment, 0, in, &hits, segment.text, nullptr};
    RequestFacts facts;
    CallFacts call;
    call.request = &facts;
    CallContent content;
    (in == BodyPart::Request ? content.request : content.response) = {&scanned, 1};
    const CheckInput input{{&scanned, 1}, call, content};
    const CheckReport first = compiled.check->run(input);
    QVERIFY2(first.outcome == CheckOutcome::Pass && first.findings.empty(), "the text is not clean");
    std::size_t allocations = 0;
    {
        const test::AllocationCounter counter;
        const CheckReport again = compiled.check->run(input);
        allocations = counter.count();
    }
    QCOMPARE(allocations, std::size_t{0});
}

// The verdict itself, a place for each segment, and lists of what is read: as written, with views, by any
// check, and of anchors that were touched.
void TestNoAllocation::judgingAllocatesForItsVerdict()
{
    constexpr std::size_t lists = 4, segments = 2;
    RequestMessage request;
    request.segments.resize(segments);
    request.segments[0].zone = TrustZone::System;
    request.segments[0].text = "You answer questions about orders.";
    request.segments[1].text = text(0);
    EvaluationInput input;
    input.call.request = &request.facts;
    input.request = &request;
    (void)m_policy->evaluate(input);
    const test::AllocationCounter whole;
    const Evaluation evaluation = m_policy->evaluate(input);
    const std::size_t judging = whole.count();
    std::size_t copying = 0;
    {
        const test::AllocationCounter part;
        const Verdict copy = evaluation.verdict;
        copying = part.count();
        QCOMPARE(copy.kind, VerdictKind::Allowed);
    }
    QVERIFY2(judging <= copying + segments + lists,
        qPrintable(QString("%1, of which %2 for the verdict").arg(judging).arg(copying)));
}

QTEST_GUILESS_MAIN(TestNoAllocation)
#include "tst_no_allocation.moc"
