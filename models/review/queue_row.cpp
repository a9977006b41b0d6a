// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/review/queue_row.h"

#include "models/text.h"
#include "store/service_levels.h"

#include <QCoreApplication>

namespace gatehouse::console {

namespace {
struct Words {
    Q_DECLARE_TR_FUNCTIONS(Words)
};
} // namespace

QueueRow queueRowOf(const store::InteractionRow &row, const store::ServiceLevels &levels)
{
    QueueRow out;
    out.id = toQString(row.id.value);
    out.at = toDateTime(row.at);
    out.severity = row.severity;
    out.verdict = row.verdict;
    out.check = toQString(row.topCheck);
    out.team = toQString(row.team);
    out.environment = toQString(row.environment);
    out.useCase = toQString(row.useCase);
    out.key = toQString(row.key.value);
    out.route = toQString(row.route);
    out.model = toQString(row.model);
    out.provider = toQString(row.provider);
    out.outcome = toQString(store::name(row.outcome));
    out.state = toQString(store::name(row.state));
    out.disposition = toQString(store::name(row.disposition));
    out.assignee = toQString(row.assignee);
    if (const auto due = levels.dueAt(row))
        out.due = toDateTime(*due);
    out.rules = toQStringList(row.rules);
    out.snippet = toQString(row.snippet).replace(QLatin1Char('\n'), QLatin1Char(' '));
    out.policyName = toQString(row.policyName);
    out.policyVersion = toQString(row.policyVersion.value);
    out.tokensIn = row.tokensIn;
    out.tokensOut = row.tokensOut;
    out.costUusd = row.costUusd;
    out.latencyUs = row.latencyUs;
    out.overheadUs = row.overheadUs;
    return out;
}

SeenReview seenIn(const QueueRow &row)
{
    return {row.id, row.state, row.disposition, row.assignee};
}

QStringList verdictWords()
{
    QStringList words;
    for (const VerdictKind kind : {VerdictKind::Allowed, VerdictKind::Flagged, VerdictKind::Masked,
             VerdictKind::Held, VerdictKind::Blocked})
        words.append(word(kind));
    return words;
}

QString stateWord(const QString &state)
{
    if (state == QLatin1String("open"))
        return Words::tr("open");
    if (state == QLatin1String("in_review"))
        return Words::tr("in review");
    if (state == QLatin1String("escalated"))
        return Words::tr("escalated");
    if (state == QLatin1String("resolved"))
        return Words::tr("resolved");
    return state;
}

QString dispositionWord(const QString &disposition)
{
    if (disposition == QLatin1String("true_positive"))
        return Words::tr("true positive");
    if (disposition == QLatin1String("false_positive"))
        return Words::tr("false positive");
    if (disposition == QLatin1String("benign"))
        return Words::tr("benign");
    if (disposition == QLatin1String("duplicate"))
        return Words::tr("duplicate");
    return disposition;
}

QString outcomeWord(const QString &outcome)
{
    if (outcome == QLatin1String("pending"))
        return Words::tr("pending");
    if (outcome == QLatin1String("completed"))
        return Words::tr("completed");
    if (outcome == QLatin1String("refused"))
        return Words::tr("refused");
    if (outcome == QLatin1String("upstream_error"))
        return Words::tr("upstream error");
    if (outcome == QLatin1String("client_abort"))
        return Words::tr("left by the client");
    if (outcome == QLatin1String("cut"))
        return Words::tr("cut");
    if (outcome == QLatin1String("interrupted"))
        return Words::tr("interrupted");
    return outcome;
}

} // namespace gatehouse::console
