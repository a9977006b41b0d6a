// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/policy/budgeted_run.h"
#include "core/policy/compiled_parts.h"
#include "core/policy/compiled_policy.h"
#include "core/policy/exceptions.h"
#include "core/policy/replacements.h"
#include "core/policy/scanned_body.h"
#include "core/policy/span_set.h"

#include <algorithm>
#include <chrono>
#include <set>
#include <span>

namespace gatehouse {

namespace {

using SteadyClock = std::chrono::steady_clock;

double microsSince(SteadyClock::time_point start)
{
    return std::chrono::duration<double, std::micro>(SteadyClock::now() - start).count();
}

class Evaluator {
public:
    Evaluator(const CompiledPolicy::Parts &parts, const EvaluationInput &input)
        : m_parts(parts)
        , m_input(input)
        , m_denied(input.deniedInAccess)
        , m_outOfScope(!parts.document.scope.covers(input.call.identity))
        , m_failedRules(input.call.failedBefore.enforced)
        , m_failedAnyhow(input.call.failedBefore.shadow)
    {
        m_failedAnyhow.insert(m_failedRules.begin(), m_failedRules.end());
    }

    Evaluation run();

private:
    [[nodiscard]] std::string reasonNotToRun(const CompiledRule &rule) const;
    [[nodiscard]] CheckResult blankResult(const CompiledRule &rule) const;
    [[nodiscard]] std::vector<ExceptionId> liftedBy(
        const CompiledRule &rule, const CheckReport &report) const;
    void runStage(Stage stage);
    void runRule(const CompiledRule &rule, CheckResult &result);
    void take(const CompiledRule &rule, const CheckReport &report, CheckResult &result);
    void takeFinding(const CompiledRule &rule, const CheckFinding &finding, CheckResult &result);
    void addSpans(const CompiledRule &rule, const CheckFinding &finding, const Origin &origin, bool applied);
    void addCoverage(const ScannedBody &body, const std::vector<bool> &read,
        const std::vector<UnreadPart> &unread, BodyPart in);
    [[nodiscard]] std::string reasonUnread() const
    {
        return m_outOfScope ? "scope" : m_denied ? "denied" : "no_rule";
    }
    void gatherContent();
    void nameMasks();
    void conclude();

    [[nodiscard]] std::span<const Segment> requestTexts() const
    {
        const RequestMessage *request = m_input.request ? m_input.request : m_input.answeredRequest;
        return request ? std::span<const Segment>(request->segments) : std::span<const Segment>();
    }
    [[nodiscard]] const ScannedBody &bodyOf(BodyPart in) const
    {
        return in == BodyPart::Response ? m_response : m_request;
    }
    std::vector<bool> &readOf(BodyPart in)
    {
        return in == BodyPart::Response ? m_readResponse : m_readRequest;
    }

    const CompiledPolicy::Parts &m_parts;
    const EvaluationInput &m_input;
    bool m_denied = false;
    bool m_outOfScope = false;
    SteadyClock::time_point m_ruleStart; // where the one before ended: reading the clock costs as well
    ScannedBody m_request, m_response;
    std::vector<bool> m_readRequest, m_readResponse; // segments read by at least one check
    CallContent m_content;
    std::set<std::string> m_failedRules; // enforced ones
    std::set<std::string> m_failedAnyhow; // and those in shadow, which only rules in shadow see
    Evaluation m_out;
};

std::string Evaluator::reasonNotToRun(const CompiledRule &rule) const
{
    const bool present
        = rule.document.stage == Stage::Response ? m_input.response != nullptr : m_input.request != nullptr;
    if (!present)
        return "not_this_stage";
    if (m_outOfScope)
        return "scope";
    if (rule.document.mode == Mode::Off)
        return "off";
    if (rule.document.stage == Stage::Request && m_denied)
        return "denied";
    if (rule.document.when
        && !holds(*rule.document.when, m_input.call,
            rule.document.mode == Mode::Shadow ? m_failedAnyhow : m_failedRules, requestTexts()))
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
    const CompiledRule &rule, const CheckFinding &finding, const Origin &origin, bool applied)
{
    const BodyPart in = finding.place->in;
    const Segment &segment = *bodyOf(in).plain()[static_cast<std::size_t>(origin.segment)].segment;
    const std::string_view original
        = std::string_view(segment.text).substr(origin.range.start, origin.range.size());
    const auto span = [&](MaskStyle style, bool restore) {
        return MaskSpan{in, origin.segment, origin.range, finding.label,
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
        const std::string_view text
            = bodyOf(span.in).plain()[static_cast<std::size_t>(span.segment)].segment->text;
        span.replacement
            = replacements.replacementFor(span, text.substr(span.range.start, span.range.size()));
    }
}

// What a view shows again is known already: the same label at the same place, or, read across a border, any
// finding that needs only one of the segments.
bool isKnown(
    const CheckFinding &finding, const std::vector<Origin> &origins, const std::vector<Evidence> &evidence)
{
    if (!finding.place->view)
        return false;
    const bool needsBoth = origins.size() > 1;
    return std::any_of(evidence.begin(), evidence.end(), [&](const Evidence &known) {
        return known.in == finding.place->in
            && std::any_of(origins.begin(), origins.end(), [&](const Origin &origin) {
                   if (origin.segment != known.segment)
                       return false;
                   const bool same = known.label == finding.label && known.range.overlaps(origin.range);
                   return needsBoth ? same && known.range == origin.range
                                    : same || finding.place->view->isJoined();
               });
    });
}

void Evaluator::takeFinding(const CompiledRule &rule, const CheckFinding &finding, CheckResult &result)
{
    constexpr std::size_t mostEvidence = 1000;
    const bool full = result.evidence.size() >= mostEvidence;
    const bool spans = !finding.supporting
        && (rule.kind->sensitive || (result.applied && rule.document.action == Action::Mask));
    if (full)
        result.reason = "evidence_truncated";
    if (full && !spans)
        return;
    const std::vector<Origin> origins = originsOf(finding);
    // With all the evidence that is kept, twice found is twice masked, which is once.
    if (!full && isKnown(finding, origins, result.evidence))
        return;
    const std::vector<std::string> via
        = finding.place->view ? finding.place->view->via() : std::vector<std::string>();
    for (const Origin &origin : origins) {
        if (spans)
            addSpans(rule, finding, origin, result.applied);
        if (result.evidence.size() >= mostEvidence) {
            result.reason = "evidence_truncated";
            continue;
        }
        const Segment &segment
            = *bodyOf(finding.place->in).plain()[static_cast<std::size_t>(origin.segment)].segment;
        result.evidence.push_back({finding.place->in, origin.segment, segment.pointer, segment.zone,
            origin.range, finding.label, via, {}});
    }
}

std::vector<ExceptionId> Evaluator::liftedBy(const CompiledRule &rule, const CheckReport &report) const
{
    if (m_input.exceptions == nullptr || report.outcome != CheckOutcome::Fail)
        return {};
    return m_input.exceptions->covering(rule.document, report.findings);
}

void Evaluator::take(const CompiledRule &rule, const CheckReport &report, CheckResult &result)
{
    result.outcome = report.outcome;
    result.reason = report.reason;
    result.score = report.score;
    result.bytesRead = report.bytesRead;
    const Action ofError = rule.document.meaningOfError(report.reason);
    const std::vector<ExceptionId> lifted = liftedBy(rule, report);
    const bool failed = (report.outcome == CheckOutcome::Fail && lifted.empty())
        || (report.outcome == CheckOutcome::Error && ofError == Action::Block);
    result.applied = failed && rule.document.mode == Mode::Enforce;
    if (report.outcome == CheckOutcome::Error)
        result.action = ofError;
    for (const CheckFinding &finding : report.findings)
        takeFinding(rule, finding, result);
    if (!lifted.empty())
        result.reason = liftedReason(lifted, result.reason);
    if (result.applied) {
        m_failedRules.insert(rule.document.id);
        m_out.capture = strictest(m_out.capture, rule.document.capture);
    }
    if (failed)
        m_failedAnyhow.insert(rule.document.id);
}

void Evaluator::runRule(const CompiledRule &rule, CheckResult &result)
{
    result.reason = reasonNotToRun(rule);
    if (!result.reason.empty())
        return;
    const BodyPart in = rule.document.stage == Stage::Response ? BodyPart::Response : BodyPart::Request;
    thread_local std::vector<ScannedSegment> texts; // keeps its memory from rule to rule
    gatherTexts(rule, bodyOf(in), texts);
    const CheckReport report = runWithinBudget(rule, {texts, m_input.call, m_content, rule.document.stage});
    take(rule, report, result);
    const auto end = SteadyClock::now();
    result.durationUs
        = report.durationUs.value_or(std::chrono::duration<double, std::micro>(end - m_ruleStart).count());
    m_ruleStart = end;
    if (report.outcome == CheckOutcome::Pass || report.outcome == CheckOutcome::Fail) {
        for (const ScannedSegment &item : texts)
            readOf(in)[static_cast<std::size_t>(item.index)] = true;
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

void Evaluator::addCoverage(const ScannedBody &body, const std::vector<bool> &read,
    const std::vector<UnreadPart> &unread, BodyPart in)
{
    Coverage &coverage = m_out.verdict.coverage;
    for (std::size_t i = 0; i < body.plain().size(); ++i) {
        const Segment &segment = *body.plain()[i].segment;
        coverage.bytes += segment.text.size();
        if (read[i])
            coverage.read += segment.text.size();
        else
            coverage.notRead.push_back({in, segment.pointer, "text", reasonUnread(), segment.text.size()});
    }
    // The text itself was read; encodings nested deeper, or more of them, were not followed.
    for (const int index : body.stopped()) {
        const Segment &segment = *body.plain()[static_cast<std::size_t>(index)].segment;
        coverage.notRead.push_back({in, segment.pointer, "encoding", "decode_bound", 0});
    }
    for (const UnreadPart &part : unread) {
        coverage.bytes += part.bytes;
        coverage.notRead.push_back({in, part.pointer, part.kind, part.reason, part.bytes});
    }
}

void Evaluator::gatherContent()
{
    const RequestMessage *request = m_input.request ? m_input.request : m_input.answeredRequest;
    m_content.request = m_request.plain();
    m_content.response = m_response.plain();
    m_content.undecodedRequest = m_request.stopped();
    m_content.undecodedResponse = m_response.stopped();
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
        m_request.scan(*m_parts.patterns, m_input.request->segments, BodyPart::Request, m_parts.readsViews);
    else if (m_input.answeredRequest)
        m_request.list(m_input.answeredRequest->segments, BodyPart::Request);
    if (m_input.response)
        m_response.scan(
            *m_parts.patterns, m_input.response->segments, BodyPart::Response, m_parts.readsViews);
    m_readRequest.resize(m_request.plain().size());
    m_readResponse.resize(m_response.plain().size());
    gatherContent();
    m_ruleStart = SteadyClock::now();
    for (const Stage stage : {Stage::Access, Stage::Request, Stage::Response})
        runStage(stage);
    if (m_input.request)
        addCoverage(m_request, m_readRequest, m_input.request->unread, BodyPart::Request);
    if (m_input.response)
        addCoverage(m_response, m_readResponse, m_input.response->unread, BodyPart::Response);
    conclude();
    verdict.durationUs = microsSince(start);
    return std::move(m_out);
}

} // namespace

Evaluation CompiledPolicy::evaluate(const EvaluationInput &input) const
{
    return Evaluator(*m_parts, input).run();
}

} // namespace gatehouse
