// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/policy/compiled_parts.h"
#include "core/policy/compiled_policy.h"
#include "core/policy/replacements.h"
#include "core/policy/span_set.h"

#include <algorithm>
#include <chrono>
#include <set>

namespace gatehouse {

namespace {

using SteadyClock = std::chrono::steady_clock;

double microsSince(SteadyClock::time_point start)
{
    return std::chrono::duration<double, std::micro>(SteadyClock::now() - start).count();
}

// One body made ready: its segments with what the one scan saw in each.
struct ScannedBody {
    std::vector<PatternHits> hits;
    std::vector<ScannedSegment> segments;
    std::vector<bool> read; // by at least one check
};

ScannedBody scanBody(const PatternSet &patterns, const std::vector<Segment> &segments, BodyPart in)
{
    ScannedBody body;
    body.hits.reserve(segments.size());
    body.segments.reserve(segments.size());
    body.read.resize(segments.size());
    for (const Segment &segment : segments) {
        body.hits.push_back(patterns.scan(segment.text));
        body.segments.push_back(
            {&segment, static_cast<int>(body.segments.size()), in, &body.hits.back(), segment.text, nullptr});
    }
    return body;
}

class Evaluator {
public:
    Evaluator(const CompiledPolicy::Parts &parts, const EvaluationInput &input)
        : m_parts(parts)
        , m_input(input)
        , m_denied(input.deniedInAccess)
    {
    }

    Evaluation run();

private:
    [[nodiscard]] std::string reasonNotToRun(const CompiledRule &rule) const;
    [[nodiscard]] CheckResult blankResult(const CompiledRule &rule) const;
    void runStage(Stage stage);
    void runRule(const CompiledRule &rule, CheckResult &result);
    void take(const CompiledRule &rule, const CheckReport &report, CheckResult &result);
    void addSpans(
        const CompiledRule &rule, const CheckFinding &finding, const ScannedSegment &place, bool applied);
    void addCoverage(const ScannedBody &body, const std::vector<UnreadPart> &unread, BodyPart in);
    void gatherContent();
    void nameMasks();
    void conclude();

    ScannedBody &bodyOf(Stage stage) { return stage == Stage::Response ? m_response : m_request; }

    const CompiledPolicy::Parts &m_parts;
    const EvaluationInput &m_input;
    bool m_denied = false;
    ScannedBody m_request, m_response;
    CallContent m_content;
    std::set<std::string> m_failedRules; // enforced ones
    Evaluation m_out;
};

std::string Evaluator::reasonNotToRun(const CompiledRule &rule) const
{
    const bool present
        = rule.document.stage == Stage::Response ? m_input.response != nullptr : m_input.request != nullptr;
    if (!present)
        return "not_this_stage";
    if (rule.document.mode == Mode::Off)
        return "off";
    if (rule.document.stage == Stage::Request && m_denied)
        return "denied";
    if (rule.document.when && !holds(*rule.document.when, m_input.call, m_failedRules))
        return "condition";
    return {};
}

CheckResult Evaluator::blankResult(const CompiledRule &rule) const
{
    CheckResult result;
    result.rule = rule.document.id;
    result.check = rule.document.checkKind;
    result.stage = rule.document.stage;
    result.mode = rule.document.mode;
    result.action = rule.document.action;
    result.severity = rule.document.severity;
    return result;
}

void Evaluator::addSpans(
    const CompiledRule &rule, const CheckFinding &finding, const ScannedSegment &place, bool applied)
{
    const std::string_view original
        = std::string_view(place.segment->text).substr(finding.range.start, finding.range.size());
    const auto span = [&](MaskStyle style, bool restore) {
        return MaskSpan{place.in, place.index, finding.range, finding.label,
            maskReplacement(style, finding.label, original), rule.document.severity, style, restore};
    };
    if (applied && rule.document.action == Action::Mask)
        m_out.masks.push_back(span(rule.document.maskStyle, rule.document.maskRestore));
    if (rule.kind->sensitive)
        m_out.sensitive.push_back(span(MaskStyle::Label, false));
}

// Once their final ranges are known: what stands for a value depends on all of it.
void Evaluator::nameMasks()
{
    Replacements ofThisCall;
    Replacements &replacements = m_input.replacements ? *m_input.replacements : ofThisCall;
    for (MaskSpan &span : m_out.masks) {
        const auto &segments = (span.in == BodyPart::Request ? m_request : m_response).segments;
        const std::string_view text = segments[static_cast<std::size_t>(span.segment)].segment->text;
        span.replacement
            = replacements.replacementFor(span, text.substr(span.range.start, span.range.size()));
    }
}

void Evaluator::take(const CompiledRule &rule, const CheckReport &report, CheckResult &result)
{
    constexpr std::size_t mostEvidence = 1000;
    result.outcome = report.outcome;
    result.reason = report.reason;
    result.score = report.score;
    result.bytesRead = report.bytesRead;
    const bool failed = report.outcome == CheckOutcome::Fail
        || (report.outcome == CheckOutcome::Error && rule.document.onError == Action::Block);
    result.applied = failed && rule.document.mode == Mode::Enforce;
    if (report.outcome == CheckOutcome::Error)
        result.action = rule.document.onError;
    for (const CheckFinding &finding : report.findings) {
        const ScannedSegment &place = *finding.place;
        if (!finding.supporting)
            addSpans(rule, finding, place, result.applied);
        if (result.evidence.size() < mostEvidence)
            result.evidence.push_back({place.in, place.index, place.segment->pointer, place.segment->zone,
                finding.range, finding.label, {}, {}});
    }
    if (report.findings.size() > mostEvidence)
        result.reason = "evidence_truncated";
    if (result.applied)
        m_failedRules.insert(rule.document.id);
}

void Evaluator::runRule(const CompiledRule &rule, CheckResult &result)
{
    result.reason = reasonNotToRun(rule);
    if (!result.reason.empty())
        return;
    ScannedBody &body = bodyOf(rule.document.stage);
    std::vector<ScannedSegment> segments;
    if (rule.kind->readsSegments) {
        std::copy_if(body.segments.begin(), body.segments.end(), std::back_inserter(segments),
            [&](const ScannedSegment &item) { return rule.wantsZone(item.segment->zone); });
    }
    const auto start = SteadyClock::now();
    const CheckReport report = rule.check->run({segments, m_input.call, m_content});
    take(rule, report, result);
    result.durationUs = microsSince(start);
    if (report.outcome == CheckOutcome::Pass || report.outcome == CheckOutcome::Fail) {
        for (const ScannedSegment &item : segments)
            body.read[static_cast<std::size_t>(item.index)] = true;
    }
}

void Evaluator::runStage(Stage stage)
{
    for (std::size_t i = 0; i < m_parts.rules.size(); ++i) {
        const CompiledRule &rule = m_parts.rules[i];
        if (rule.document.stage != stage)
            continue;
        CheckResult &result = m_out.verdict.checks[i];
        runRule(rule, result);
        if (stage == Stage::Access && result.applied && result.action == Action::Block)
            m_denied = true;
    }
}

void Evaluator::addCoverage(const ScannedBody &body, const std::vector<UnreadPart> &unread, BodyPart in)
{
    Coverage &coverage = m_out.verdict.coverage;
    for (std::size_t i = 0; i < body.segments.size(); ++i) {
        const Segment &segment = *body.segments[i].segment;
        coverage.bytes += segment.text.size();
        if (body.read[i])
            coverage.read += segment.text.size();
        else
            coverage.notRead.push_back(
                {in, segment.pointer, "text", m_denied ? "denied" : "no_rule", segment.text.size()});
    }
    for (const UnreadPart &part : unread) {
        coverage.bytes += part.bytes;
        coverage.notRead.push_back({in, part.pointer, part.kind, part.reason, part.bytes});
    }
}

void Evaluator::gatherContent()
{
    const RequestMessage *request = m_input.request ? m_input.request : m_input.answeredRequest;
    m_content.request = m_request.segments;
    m_content.response = m_response.segments;
    if (request)
        m_content.unreadRequest = request->unread;
    if (m_input.response)
        m_content.unreadResponse = m_input.response->unread;
}

void Evaluator::conclude()
{
    Verdict &verdict = m_out.verdict;
    for (const CheckResult &result : verdict.checks) {
        if (!result.applied || result.action == Action::Allow)
            continue;
        verdict.kind = std::max(verdict.kind, static_cast<VerdictKind>(result.action));
        verdict.severity = std::max(verdict.severity, result.severity);
    }
    m_out.masks = withoutOverlaps(std::move(m_out.masks));
    nameMasks();
    m_out.sensitive = withoutOverlaps(std::move(m_out.sensitive));
}

Evaluation Evaluator::run()
{
    Verdict &verdict = m_out.verdict;
    verdict.policyName = m_parts.document.name;
    verdict.policyVersion = m_parts.document.version;
    verdict.coreVersion = GATEHOUSE_VERSION;
    verdict.coreResources = coreResourcesDigest(); // the first call computes it: not a part of judging
    const auto start = SteadyClock::now();
    verdict.checks.reserve(m_parts.rules.size());
    for (const CompiledRule &rule : m_parts.rules)
        verdict.checks.push_back(blankResult(rule));
    if (m_input.request)
        m_request = scanBody(*m_parts.patterns, m_input.request->segments, BodyPart::Request);
    if (m_input.response)
        m_response = scanBody(*m_parts.patterns, m_input.response->segments, BodyPart::Response);
    if (!m_input.request && m_input.answeredRequest)
        m_request = scanBody(*m_parts.patterns, m_input.answeredRequest->segments, BodyPart::Request);
    gatherContent();
    for (const Stage stage : {Stage::Access, Stage::Request, Stage::Response})
        runStage(stage);
    if (m_input.request)
        addCoverage(m_request, m_input.request->unread, BodyPart::Request);
    if (m_input.response)
        addCoverage(m_response, m_input.response->unread, BodyPart::Response);
    conclude();
    verdict.durationUs = microsSince(start);
    return std::move(m_out);
}

} // namespace

Evaluation CompiledPolicy::evaluate(const EvaluationInput &input) const
{
    return Evaluator(*m_parts, input).run();
}

Verdict joinVerdicts(const Verdict &request, const Verdict &response)
{
    Verdict joined = request;
    joined.kind = std::max(request.kind, response.kind);
    joined.severity = std::max(request.severity, response.severity);
    joined.durationUs += response.durationUs;
    joined.coverage.bytes += response.coverage.bytes;
    joined.coverage.read += response.coverage.read;
    joined.coverage.notRead.insert(
        joined.coverage.notRead.end(), response.coverage.notRead.begin(), response.coverage.notRead.end());
    for (std::size_t i = 0; i < joined.checks.size() && i < response.checks.size(); ++i) {
        if (joined.checks[i].stage == Stage::Response)
            joined.checks[i] = response.checks[i];
    }
    return joined;
}

} // namespace gatehouse
