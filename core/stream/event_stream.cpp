// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/stream/event_stream.h"

#include "core/message/replace_strings.h"
#include "core/policy/compiled_parts.h"

#include <algorithm>

namespace gatehouse {

namespace dom = simdjson::dom;

namespace {

// The stream was stopped on a finding of this rule; the judgement of the text so far must say so as well.
void assertCut(const CompiledPolicy &policy, const StreamFinding &finding, Evaluation &evaluation)
{
    Verdict &verdict = evaluation.verdict;
    CheckResult &result = verdict.checks[finding.rule];
    const RuleDocument &rule = policy.parts().rules[finding.rule].document;
    result.outcome = result.outcome == CheckOutcome::Error ? CheckOutcome::Error : CheckOutcome::Fail;
    result.applied = true;
    result.action = Action::Block;
    verdict.kind = VerdictKind::Blocked;
    verdict.severity = std::max(verdict.severity, rule.severity);
    evaluation.capture = strictest(evaluation.capture, rule.capture);
}

} // namespace

Evaluation judgeWhole(
    const StreamSubject &subject, const ResponseMessage &response, const std::optional<StreamFinding> &cutBy)
{
    EvaluationInput input;
    input.call = subject.call;
    input.answeredRequest = subject.answered;
    input.replacements = subject.replacements;
    input.response = &response;
    input.exceptions = subject.exceptions;
    Evaluation evaluation = subject.policy->evaluate(input);
    if (cutBy)
        assertCut(*subject.policy, *cutBy, evaluation);
    return evaluation;
}

std::string verdictComment(const Verdict &verdict)
{
    return ": gatehouse verdict=" + std::string(name(verdict.kind))
        + " severity=" + std::string(name(verdict.severity)) + "\n\n";
}

EventStream::EventStream(StreamSubject subject)
    : m_subject(std::move(subject))
    , m_rules(*m_subject.policy, m_subject.call, m_subject.answered, m_subject.exceptions)
{
}

Result<std::string> EventStream::feed(std::string_view bytes)
{
    std::string out;
    if (m_cut || m_done)
        return out;
    m_reader.append(bytes);
    while (!m_cut && !m_done) {
        const auto data = m_reader.next();
        if (!data)
            return tl::unexpected(data.error());
        if (!*data)
            break;
        if (auto status = takeData(**data, out); !status)
            return tl::unexpected(status.error());
    }
    return out;
}

Status EventStream::takeData(std::string_view data, std::string &out)
{
    auto root = parseStrictJson(data);
    std::optional<MarkedJson> marked;
    if (!root) {
        marked = markHalves(data);
        if (marked)
            root = parseStrictJson(marked->text);
    }
    if (!root)
        return fail(ErrorKind::InvalidInput, "the upstream sent an event that is not JSON");
    m_marked = marked.has_value();
    m_marksTaken = 0;
    if (auto status = takeEvent(*root, out); !status)
        return status;
    if (marked && m_marksTaken != marked->marks)
        return fail(ErrorKind::InvalidInput, "the upstream sent half a character outside of text");
    return {};
}

AnswerPart &EventStream::addPart(Segment place, AnswerPart::Release release)
{
    return m_parts.emplace_back(m_rules, std::move(place), m_subject.replacements, release);
}

void EventStream::noteCut(const AnswerPart &part)
{
    if (!m_cutBy && part.channel().cutBy()) {
        m_cutBy = part.channel().cutBy();
        m_cut = true;
    }
}

std::string EventStream::appendTo(AnswerPart &part, std::string_view piece)
{
    if (m_marked)
        m_marksTaken += countMarks(piece);
    std::string given = part.append(piece, m_marked);
    noteCut(part);
    return given;
}

std::string EventStream::completePart(AnswerPart &part)
{
    std::string given = part.complete();
    noteCut(part);
    return given;
}

void EventStream::addTexts(RawPart &raw, std::vector<Segment> texts, std::size_t prefix, bool held)
{
    for (Segment &segment : texts) {
        const std::string text = std::move(segment.text);
        segment.text.clear();
        const std::string pointer = segment.pointer.substr(prefix);
        AnswerPart &part = addPart(
            std::move(segment), held ? AnswerPart::Release::AtTheEnd : AnswerPart::Release::WhenComplete);
        (void)appendTo(part, text);
        (void)completePart(part);
        raw.texts.emplace_back(pointer, &part);
        if (m_cut)
            return;
    }
}

Result<std::string> EventStream::rawJson(const RawPart &raw) const
{
    StringsByPointer replaced;
    for (const auto &[pointer, part] : raw.texts) {
        (void)finishPart(*part);
        if (part->given() != part->channel().text())
            replaced[pointer] = part->given();
    }
    return replaced.empty() ? raw.json : replaceStrings(raw.json, replaced);
}

std::uint64_t EventStream::releasedBytes() const
{
    std::uint64_t bytes = 0;
    for (const AnswerPart &part : m_parts)
        bytes += part.channel().receivedBytes();
    return bytes;
}

StreamEnd EventStream::finish()
{
    StreamEnd end;
    for (AnswerPart &part : m_parts) {
        part.end();
        if (part.empty())
            continue;
        part.setIndex(static_cast<int>(end.response.segments.size()));
        end.response.segments.push_back(part.segment());
    }
    addTo(end.response);
    judgeAgain(end);
    return end;
}

void EventStream::judgeAgain(StreamEnd &end)
{
    end.evaluation = judgeWhole(m_subject, end.response, m_cutBy);
    end.cut = m_cut = m_cutBy || end.evaluation.verdict.kind == VerdictKind::Blocked;
    end.receivedBytes = 0;
    for (const AnswerPart &part : m_parts) {
        const TextChannel &text = part.channel();
        end.longestHoldBack = std::max(end.longestHoldBack, text.longestHoldBack());
        end.receivedBytes += text.receivedBytes();
        if (!end.cut && text.zone() != TrustZone::ToolCall)
            end.receivedBytes += text.text().size() - text.receivedBytes();
    }
    m_masks = end.evaluation.masks;
}

std::string EventStream::finishPart(AnswerPart &part) const
{
    return part.finish(spansOf(m_masks, BodyPart::Response, part.index()));
}

} // namespace gatehouse
