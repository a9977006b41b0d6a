// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/storable.h"

#include "core/policy/span_set.h"

#include <algorithm>

namespace gatehouse::store {

namespace {

constexpr std::size_t snippetCharacters = 120;
// Of them, so many stand before the evidence.
constexpr std::size_t snippetLead = 30;

std::vector<MaskSpan> spansToMask(BodyPart in, int segment, const Evaluation &evaluation, Capture capture)
{
    std::vector<MaskSpan> spans = spansOf(evaluation.sensitive, in, segment);
    if (capture != Capture::Full) {
        for (MaskSpan &span : spansOf(evaluation.masks, in, segment))
            spans.push_back(std::move(span));
    }
    return withoutOverlaps(std::move(spans));
}

// A segment's text as stored, and where each original byte went.
struct Masked {
    std::string text;
    std::vector<MaskSpan> spans;
    std::vector<ByteRange> places;

    // The place of an original offset; one inside a mask is at the mask's start or end.
    [[nodiscard]] std::size_t place(std::size_t offset, bool isEnd) const
    {
        std::size_t shiftFrom = 0, shiftTo = 0;
        for (std::size_t i = 0; i < spans.size(); ++i) {
            const ByteRange &range = spans[i].range;
            if (isEnd ? offset <= range.start : offset < range.start)
                break;
            if (isEnd ? offset <= range.end : offset < range.end)
                return isEnd ? places[i].end : places[i].start;
            shiftFrom = range.end;
            shiftTo = places[i].end;
        }
        return offset - shiftFrom + shiftTo;
    }
};

Masked mask(const Segment &segment, BodyPart in, int index, const Evaluation &evaluation, Capture capture)
{
    Masked masked;
    masked.spans = spansToMask(in, index, evaluation, capture);
    masked.text = applyMasks(segment.text, masked.spans, &masked.places);
    return masked;
}

void placeEvidence(std::vector<CheckResult> &checks, BodyPart in, const std::vector<Masked> &masked)
{
    for (CheckResult &check : checks) {
        for (Evidence &evidence : check.evidence) {
            if (evidence.in != in || evidence.segment < 0
                || static_cast<std::size_t>(evidence.segment) >= masked.size())
                continue;
            const Masked &text = masked[static_cast<std::size_t>(evidence.segment)];
            evidence.stored
                = ByteRange{text.place(evidence.range.start, false), text.place(evidence.range.end, true)};
        }
    }
}

void keepOriginals(std::vector<Original> &originals, const Segment &segment, int index, const Masked &masked)
{
    for (std::size_t i = 0; i < masked.spans.size(); ++i) {
        const ByteRange &range = masked.spans[i].range;
        originals.push_back({index, range, masked.places[i], masked.spans[i].label,
            SecretString(std::string_view(segment.text).substr(range.start, range.size()))});
    }
}

bool isContinuation(char c)
{
    return (static_cast<unsigned char>(c) & 0xc0) == 0x80;
}

// `count` characters back from `at`, never into the middle of one, and on to the next word when that cut one
// in two.
std::size_t back(const std::string &text, std::size_t at, std::size_t count)
{
    const std::size_t from = at;
    while (at > 0 && (count > 0 || isContinuation(text[at]))) {
        --at;
        if (!isContinuation(text[at]) && count > 0)
            --count;
    }
    const std::size_t space = text.find(' ', at);
    return at > 0 && text[at - 1] != ' ' && space < from ? space + 1 : at;
}

std::string cut(const std::string &text, std::size_t start)
{
    std::string snippet;
    std::size_t characters = 0;
    for (std::size_t at = start; at < text.size(); ++at) {
        if (!isContinuation(text[at]) && ++characters > snippetCharacters)
            break;
        const auto byte = static_cast<unsigned char>(text[at]);
        snippet += byte < 0x20 || byte == 0x7f ? ' ' : text[at];
    }
    return snippet;
}

const Evidence *firstEvidence(const StorableBody &body, bool applied)
{
    if (body.segments.empty())
        return nullptr;
    for (const CheckResult &check : body.checks) {
        if (check.outcome != CheckOutcome::Fail || check.applied != applied)
            continue;
        for (const Evidence &evidence : check.evidence) {
            if (evidence.in == body.segments.front().in && evidence.stored)
                return &evidence;
        }
    }
    return nullptr;
}

// No check reads the text of a call that was denied in access: what is in it is not known, so it is not kept.
bool isUnread(const Evaluation &evaluation)
{
    const auto &checks = evaluation.verdict.checks;
    return std::any_of(checks.begin(), checks.end(), [](const CheckResult &check) {
        return check.outcome == CheckOutcome::NotRun && check.reason == "denied";
    });
}

auto strength(const CheckResult &check)
{
    return std::pair(check.action, check.severity);
}

} // namespace

StorableBody toStorable(
    BodyPart in, const std::vector<Segment> &segments, const Evaluation &evaluation, Capture capture)
{
    StorableBody body;
    body.checks = evaluation.verdict.checks;
    const bool textKept = capture != Capture::Metadata && !isUnread(evaluation);
    std::vector<Masked> masked;
    for (std::size_t i = 0; i < segments.size(); ++i) {
        StoredSegment stored{in, segments[i]};
        if (textKept) {
            masked.push_back(mask(segments[i], in, static_cast<int>(i), evaluation, capture));
            stored.segment.text = masked.back().text;
            if (capture == Capture::Sealed)
                keepOriginals(body.originals, segments[i], static_cast<int>(i), masked.back());
        } else {
            stored.segment.text.clear();
        }
        body.segments.push_back(std::move(stored));
    }
    if (textKept)
        placeEvidence(body.checks, in, masked);
    return body;
}

std::vector<std::string> failedRules(const std::vector<CheckResult> &checks)
{
    std::vector<std::string> rules;
    for (const bool applied : {true, false}) {
        for (const CheckResult &check : checks) {
            if (check.applied == applied && (check.applied || check.outcome == CheckOutcome::Fail))
                rules.push_back(check.rule);
        }
    }
    return rules;
}

std::string topCheck(const std::vector<CheckResult> &checks)
{
    const CheckResult *top = nullptr;
    for (const CheckResult &check : checks) {
        if (check.applied && (!top || strength(check) > strength(*top)))
            top = &check;
    }
    return top ? top->check : std::string();
}

std::string snippetOf(const StorableBody &body)
{
    const Evidence *evidence = firstEvidence(body, true);
    if (!evidence)
        evidence = firstEvidence(body, false);
    if (evidence && static_cast<std::size_t>(evidence->segment) < body.segments.size()) {
        const std::string &text = body.segments[static_cast<std::size_t>(evidence->segment)].segment.text;
        return cut(text, back(text, std::min(evidence->stored->start, text.size()), snippetLead));
    }
    const auto lastUser = std::find_if(body.segments.rbegin(), body.segments.rend(),
        [](const StoredSegment &each) { return each.segment.zone == TrustZone::User; });
    return lastUser == body.segments.rend() ? std::string() : cut(lastUser->segment.text, 0);
}

} // namespace gatehouse::store
