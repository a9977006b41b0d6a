// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "tools/eval/judge.h"

#include "core/message/openai_chat.h"
#include "tools/eval/check_groups.h"
#include "tools/eval/personal_data.h"

#include <algorithm>
#include <ctime>

namespace gatehouse::tools {

namespace {

// Of this thread: what else the machine does is no cost of judging.
double cpuMicros()
{
    timespec now{};
    (void)clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e6 + static_cast<double>(now.tv_nsec) / 1e3;
}

constexpr std::size_t snippetBytes = 160;

std::string snippetOf(const std::string &text)
{
    std::size_t end = std::min(text.size(), snippetBytes);
    while (end < text.size() && end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80)
        --end;
    return text.substr(0, end);
}

RowResult describe(const LabelledRow &row, TrustZone zone)
{
    RowResult result;
    result.id = row.id;
    result.source = row.source;
    result.split = row.split;
    result.kind = row.kind;
    result.file = row.file;
    result.lang = row.lang;
    result.label = row.label;
    result.zone = zone;
    result.transform = row.metaText("transform");
    result.plain = row.metaText("plain");
    result.snippet = snippetOf(row.request ? *row.request : row.text);
    return result;
}

CheckSeen &seenOf(std::vector<CheckSeen> &checks, const std::string &check)
{
    const auto known = std::find_if(
        checks.begin(), checks.end(), [&](const CheckSeen &seen) { return seen.check == check; });
    if (known != checks.end())
        return *known;
    checks.push_back({check, false, false, {}, {}});
    return checks.back();
}

std::vector<CheckSeen> seenIn(const Verdict &verdict)
{
    std::vector<CheckSeen> checks;
    for (const CheckResult &result : verdict.checks) {
        if (result.outcome == CheckOutcome::NotRun)
            continue;
        CheckSeen &seen = seenOf(checks, result.check);
        seen.ran = true;
        // A rule in shadow takes notes; it is no alarm.
        seen.failed = seen.failed || (result.outcome == CheckOutcome::Fail && result.mode == Mode::Enforce);
        if (result.score)
            seen.score = std::max(seen.score.value_or(0), *result.score);
        for (const Evidence &evidence : result.evidence) {
            if (std::find(seen.labels.begin(), seen.labels.end(), evidence.label) == seen.labels.end())
                seen.labels.push_back(evidence.label);
        }
    }
    return checks;
}

} // namespace

Judge::Judge(std::shared_ptr<const CompiledPolicy> policy, ZoneChoice zones)
    : m_policy(std::move(policy))
    , m_zones(std::move(zones))
{
    // What the first call prepares is no part of the time of a row.
    (void)judgeText("warm", TrustZone::User, "");
}

Verdict Judge::judgeText(const std::string &text, TrustZone zone, const std::string &id)
{
    RequestMessage request;
    request.segments.emplace_back();
    request.segments.front().zone = zone;
    request.segments.front().text = text;
    EvaluationInput input;
    input.call.request = &request.facts;
    input.request = &request;
    Evaluation evaluation = m_policy->evaluate(input);
    verifyEvidence(id, evaluation.verdict, input, m_evidence);
    return std::move(evaluation.verdict);
}

Result<Verdict> Judge::judgeContent(const LabelledRow &row, RowResult &result)
{
    if (!row.request && !row.response) {
        result.bytes = row.text.size();
        return judgeText(row.text, result.zone, row.id);
    }
    RequestMessage request;
    ResponseMessage response;
    EvaluationInput input;
    input.call.route = "chat";
    input.call.request = &request.facts;
    if (row.request) {
        auto read = parseOpenAiChatRequest(*row.request);
        if (!read)
            return tl::unexpected<Error>(read.error());
        request = std::move(*read);
        input.request = &request;
        result.bytes += row.request->size();
    }
    if (row.response) {
        auto read = parseOpenAiChatResponse(*row.response);
        if (!read)
            return tl::unexpected<Error>(read.error());
        response = std::move(*read);
        input.response = &response;
        result.bytes += row.response->size();
    }
    Evaluation evaluation = m_policy->evaluate(input);
    verifyEvidence(row.id, evaluation.verdict, input, m_evidence);
    return std::move(evaluation.verdict);
}

bool Judge::plainIsFlagged(const std::string &plain, TrustZone zone)
{
    const auto [known, isNew] = m_plain.try_emplace({zone, plain}, false);
    if (isNew) {
        RowResult result;
        result.checks = seenIn(judgeText(plain, zone, "plain text of a transformed row"));
        known->second = result.flaggedBy(CheckGroup::Injection);
    }
    return known->second;
}

void Judge::markSpans(const LabelledRow &row, const Verdict &verdict, RowResult &result)
{
    for (const PersonalSpan &span : personalSpans(row)) {
        if (!isStructured(span.entity))
            continue;
        result.marked.push_back({span.entity, isFound(span, verdict)});
        const auto broken = withWrongDigit(row.text, span);
        if (!broken)
            continue;
        ++m_invalid.made;
        m_invalid.flagged += isFound(span, judgeText(*broken, result.zone, row.id)) ? 1 : 0;
    }
}

Result<RowResult> Judge::judge(const LabelledRow &row)
{
    RowResult result = describe(row, m_zones.of(row));
    const double start = cpuMicros();
    const auto verdict = judgeContent(row, result);
    result.micros = cpuMicros() - start;
    if (!verdict)
        return tl::unexpected<Error>(verdict.error());
    result.verdict = verdict->kind;
    result.checks = seenIn(*verdict);
    if (!result.plain.empty())
        result.plainFlagged = plainIsFlagged(result.plain, result.zone);
    markSpans(row, *verdict, result);
    return result;
}

} // namespace gatehouse::tools
