// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/review/interaction_view.h"

#include "models/text.h"
#include "store/records.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

namespace gatehouse::console {

namespace {

// Folded unless they hold evidence: what the operator wrote, and what the checks read without a finding.
constexpr qsizetype longText = 4000;

struct InteractionWords {
    Q_DECLARE_TR_FUNCTIONS(InteractionWords)
};

// Where something was found, as it reads in a sentence.
QString placeWord(TrustZone zone)
{
    switch (zone) {
    case TrustZone::System:
        return InteractionWords::tr("the system text");
    case TrustZone::User:
        return InteractionWords::tr("user text");
    case TrustZone::Tool:
        return InteractionWords::tr("a tool result");
    case TrustZone::Document:
        return InteractionWords::tr("a document");
    case TrustZone::Assistant:
        return InteractionWords::tr("the answer");
    case TrustZone::ToolCall:
        return InteractionWords::tr("a tool call");
    case TrustZone::ToolDefinition:
        return InteractionWords::tr("a tool definition");
    }
    return {};
}

QString headingOf(const StoredSegment &stored)
{
    QString heading = word(stored.segment.zone);
    if (!stored.segment.toolName.empty())
        heading += QStringLiteral(" · ") + toQString(stored.segment.toolName);
    if (stored.segment.unclaimed)
        heading += QStringLiteral(" · ") + toQString(stored.segment.pointer);
    return heading;
}

// Evidence names a segment by its place among the segments of its body.
std::map<std::pair<BodyPart, int>, int> partsByPlace(const std::vector<StoredSegment> &segments)
{
    std::map<std::pair<BodyPart, int>, int> places;
    std::map<BodyPart, int> counts;
    for (std::size_t i = 0; i < segments.size(); ++i)
        places.emplace(std::pair(segments[i].in, counts[segments[i].in]++), static_cast<int>(i));
    return places;
}

std::optional<EvidenceMark> markOf(const Evidence &evidence, Severity severity,
    const store::InteractionDetail &detail, const std::map<std::pair<BodyPart, int>, int> &places)
{
    const auto place = places.find({evidence.in, evidence.segment});
    if (place == places.end())
        return std::nullopt;
    const std::string &text = detail.segments[static_cast<std::size_t>(place->second)].segment.text;
    const ByteRange range = evidence.stored.value_or(evidence.range);
    if (text.empty() || range.start >= text.size())
        return std::nullopt;
    EvidenceMark mark;
    mark.part = place->second;
    mark.start = utf16Offset(text, range.start);
    mark.length = utf16Offset(text, range.end) - mark.start;
    mark.severity = severity;
    mark.label = toQString(evidence.label);
    for (const std::string &through : evidence.via)
        mark.label += QStringLiteral(" ← ") + toQString(through);
    return mark;
}

int numberAt(const QList<EvidenceMark> &marks, const EvidenceMark &wanted)
{
    for (const EvidenceMark &mark : marks) {
        if (mark.part == wanted.part && wanted.start >= mark.start
            && wanted.start < mark.start + std::max<qsizetype>(mark.length, 1))
            return mark.number;
    }
    return 0;
}

CheckLineView lineOf(const CheckResult &check)
{
    CheckLineView line;
    line.rule = toQString(check.rule);
    line.check = toQString(check.check);
    line.stage = check.stage;
    line.mode = check.mode;
    line.outcome = check.outcome;
    line.reason = toQString(check.reason);
    line.score = check.score;
    line.action = check.action;
    line.applied = check.applied;
    line.severity = check.severity;
    line.durationUs = check.durationUs;
    line.bytesRead = check.bytesRead;
    return line;
}

int rankOf(const CheckLineView &line)
{
    if (line.applied)
        return 0;
    switch (line.outcome) {
    case CheckOutcome::Fail:
        return 1;
    case CheckOutcome::Error:
        return 2;
    case CheckOutcome::Pass:
        return 3;
    case CheckOutcome::NotRun:
        break;
    }
    return 4;
}

void addChecks(InteractionView &view, const store::InteractionDetail &detail)
{
    const auto places = partsByPlace(detail.segments);
    for (const CheckResult &check : detail.checks) {
        for (const Evidence &evidence : check.evidence) {
            if (const auto mark = markOf(evidence, check.severity, detail, places))
                view.marks.append(*mark);
        }
    }
    view.marks = numberedMarks(view.marks);
    for (const CheckResult &check : detail.checks) {
        CheckLineView line = lineOf(check);
        for (const Evidence &evidence : check.evidence) {
            const auto mark = markOf(evidence, check.severity, detail, places);
            const int number = mark ? numberAt(view.marks, *mark) : 0;
            if (number > 0 && !line.marks.contains(number))
                line.marks.append(number);
        }
        std::sort(line.marks.begin(), line.marks.end());
        view.checks.append(line);
    }
    std::stable_sort(view.checks.begin(), view.checks.end(),
        [](const CheckLineView &a, const CheckLineView &b) { return rankOf(a) < rankOf(b); });
}

void addParts(InteractionView &view, const store::InteractionDetail &detail)
{
    for (const StoredSegment &stored : detail.segments)
        view.parts.append({stored.segment.zone, headingOf(stored), toQString(stored.segment.text), false});
}

void foldDullParts(InteractionView &view)
{
    for (int i = 0; i < view.parts.size(); ++i) {
        EvidencePart &part = view.parts[i];
        const bool marked = std::any_of(
            view.marks.cbegin(), view.marks.cend(), [i](const EvidenceMark &mark) { return mark.part == i; });
        const bool dull = part.zone == TrustZone::System || part.zone == TrustZone::ToolDefinition;
        part.folded = !marked && view.parts.size() > 1 && (dull || part.text.size() > longText);
    }
}

} // namespace

InteractionView interactionViewOf(const store::InteractionDetail &detail)
{
    InteractionView view;
    view.row = queueRowOf(detail.row);
    addParts(view, detail);
    addChecks(view, detail);
    foldDullParts(view);
    for (const store::ReviewNote &note : detail.notes)
        view.notes.append({toDateTime(note.at), toQString(note.author), toQString(note.text)});
    for (const NotRead &missed : detail.coverage.notRead)
        view.notRead.append(QStringLiteral("%1 %2").arg(toQString(missed.kind), toQString(missed.pointer)));
    view.decidedBy = toQString(detail.decidedBy).section(QLatin1Char(':'), 1);
    if (detail.decidedAt)
        view.decidedAt = toDateTime(*detail.decidedAt);
    view.heldState = toQString(detail.heldState);
    view.sourceAddress = toQString(detail.sourceAddress);
    view.conversation = toQString(detail.conversation);
    if (detail.receivedBytes)
        view.receivedBytes = *detail.receivedBytes;
    view.bytes = detail.coverage.bytes;
    view.bytesRead = detail.coverage.read;
    return view;
}

QString titleOf(const InteractionView &view)
{
    const QString check = checkWord(view.row.check);
    if (check.isEmpty())
        return InteractionWords::tr("Call %1").arg(word(view.row.verdict));
    QString capital = check;
    capital[0] = capital[0].toUpper();
    if (!view.marks.isEmpty())
        return InteractionWords::tr("%1 in %2, %3")
            .arg(capital, placeWord(view.parts[view.marks.first().part].zone), word(view.row.verdict));
    return InteractionWords::tr("%1, %2").arg(capital, word(view.row.verdict));
}

} // namespace gatehouse::console
