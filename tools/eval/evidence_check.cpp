// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "tools/eval/evidence_check.h"

#include "core/checks/check.h"

namespace gatehouse::tools {

namespace {

bool isInsideCharacter(std::string_view text, std::size_t at)
{
    return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
}

const Segment *segmentOf(const Evidence &evidence, const EvaluationInput &input)
{
    const RequestMessage *request = input.request ? input.request : input.answeredRequest;
    const std::vector<Segment> *segments = nullptr;
    if (evidence.in == BodyPart::Request && request)
        segments = &request->segments;
    if (evidence.in == BodyPart::Response && input.response)
        segments = &input.response->segments;
    const auto index = static_cast<std::size_t>(evidence.segment);
    return segments && evidence.segment >= 0 && index < segments->size() ? &(*segments)[index] : nullptr;
}

std::string problemOf(const Evidence &evidence, const EvaluationInput &input)
{
    const Segment *segment = segmentOf(evidence, input);
    if (!segment)
        return "names a segment that is not there";
    const ByteRange &range = evidence.range;
    if (range.end > segment->text.size())
        return "reaches beyond the text";
    if (range.start >= range.end)
        return "is empty";
    if (isInsideCharacter(segment->text, range.start) || isInsideCharacter(segment->text, range.end))
        return "cuts a character";
    if (evidence.pointer != segment->pointer || evidence.zone != segment->zone)
        return "tells another place than its segment";
    return {};
}

} // namespace

void verifyEvidence(
    const std::string &row, const Verdict &verdict, const EvaluationInput &input, EvidenceTally &tally)
{
    for (const CheckResult &check : verdict.checks) {
        const CheckKind *kind = findCheckKind(check.check);
        if (kind && !kind->findsSpans)
            continue;
        for (const Evidence &evidence : check.evidence) {
            const std::string problem = problemOf(evidence, input);
            if (problem.empty()) {
                ++tally.verified;
                tally.throughViews += evidence.via.empty() ? 0 : 1;
            } else {
                std::string where = row;
                where.append(" ").append(check.check).append(" ").append(evidence.label);
                where.append(" [").append(std::to_string(evidence.range.start)).append(", ");
                where.append(std::to_string(evidence.range.end)).append("): ").append(problem);
                tally.wrong.push_back(std::move(where));
            }
        }
    }
}

} // namespace gatehouse::tools
