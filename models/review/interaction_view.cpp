// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/review/interaction_view.h"

#include "core/policy/exceptions.h"
#include "models/review/check_reasons.h"
#include "models/review/conversation.h"
#include "models/text.h"
#include "store/records.h"
#include "store/service_levels.h"

#include <QCoreApplication>

#include <algorithm>

namespace gatehouse::console {

namespace {

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

CheckLineView lineOf(const CheckResult &check)
{
    CheckLineView line;
    line.rule = toQString(check.rule);
    line.check = toQString(check.check);
    line.stage = check.stage;
    line.mode = check.mode;
    line.outcome = check.outcome;
    line.reason = toQString(check.reason);
    for (const ExceptionId &id : liftedBy(check))
        line.exceptions.append(toQString(id.value));
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

void addChecks(
    InteractionView &view, const std::vector<CheckResult> &checks, const std::vector<QList<int>> &marks)
{
    for (std::size_t i = 0; i < checks.size(); ++i) {
        CheckLineView line = lineOf(checks[i]);
        line.place = static_cast<int>(i) + 1;
        line.marks = marks[i];
        view.checks.append(line);
    }
    std::stable_sort(view.checks.begin(), view.checks.end(),
        [](const CheckLineView &a, const CheckLineView &b) { return rankOf(a) < rankOf(b); });
}

QString notReadText(const NotRead &missed)
{
    QString text = checkWord(missed.kind);
    if (!missed.pointer.empty())
        text = InteractionWords::tr("%1 at %2").arg(text, toQString(missed.pointer));
    text += QStringLiteral(", ") + bytesText(static_cast<std::int64_t>(missed.bytes));
    return QStringLiteral("%1: %2").arg(text, whyNotRead(toQString(missed.reason)));
}

} // namespace

InteractionView interactionViewOf(const store::InteractionDetail &detail)
{
    InteractionView view;
    view.row = queueRowOf(detail.row, {});
    Conversation conversation = conversationOf(detail);
    view.parts = std::move(conversation.parts);
    view.marks = std::move(conversation.marks);
    addChecks(view, detail.checks, conversation.numbers);
    for (const store::ReviewNote &note : detail.notes)
        view.notes.append({toDateTime(note.at), toQString(note.author), toQString(note.text)});
    for (const NotRead &missed : detail.coverage.notRead)
        view.notRead.append(notReadText(missed));
    view.decidedBy = toQString(detail.decidedBy).section(QLatin1Char(':'), 1);
    if (detail.decidedAt)
        view.decidedAt = toDateTime(*detail.decidedAt);
    view.heldState = toQString(detail.heldState);
    view.sourceAddress = toQString(detail.sourceAddress);
    view.conversation = toQString(detail.conversation);
    if (detail.receivedBytes)
        view.receivedBytes = *detail.receivedBytes;
    view.sealed = detail.sealed;
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
