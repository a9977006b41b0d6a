// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What decisions are called once they are made, by oneself or by somebody who was first.
#include "models/review/decisions.h"

#include "models/text.h"
#include "store/earlier_decision.h"

#include <chrono>

namespace gatehouse::console {

namespace {

QString timeAgo(Timestamp at, Timestamp now)
{
    using std::chrono::duration_cast;
    const auto past = now - at;
    if (past < std::chrono::minutes(1))
        return Decisions::tr("just now");
    if (past < std::chrono::hours(1))
        return Decisions::tr(
            "%n minute(s) ago", nullptr, static_cast<int>(duration_cast<std::chrono::minutes>(past).count()));
    if (past < std::chrono::days(1))
        return Decisions::tr(
            "%n hour(s) ago", nullptr, static_cast<int>(duration_cast<std::chrono::hours>(past).count()));
    return Decisions::tr(
        "%n day(s) ago", nullptr, static_cast<int>(duration_cast<std::chrono::days>(past).count()));
}

} // namespace

QString pastWords(DecisionKind kind, qint64 count)
{
    const auto n = static_cast<int>(count);
    switch (kind) {
    case DecisionKind::Confirm:
        return Decisions::tr("confirmed %n", nullptr, n);
    case DecisionKind::Dismiss:
        return Decisions::tr("dismissed %n", nullptr, n);
    case DecisionKind::Benign:
        return Decisions::tr("marked %n benign", nullptr, n);
    case DecisionKind::Duplicate:
        return Decisions::tr("marked %n duplicate", nullptr, n);
    case DecisionKind::Escalate:
        return Decisions::tr("escalated %n", nullptr, n);
    case DecisionKind::Reopen:
        return Decisions::tr("reopened %n", nullptr, n);
    case DecisionKind::Note:
        return Decisions::tr("noted %n", nullptr, n);
    case DecisionKind::Unassign:
        return Decisions::tr("gave %n back", nullptr, n);
    case DecisionKind::Assign:
        break;
    }
    return Decisions::tr("assigned %n", nullptr, n);
}

QString stateAfter(DecisionKind kind)
{
    switch (kind) {
    case DecisionKind::Escalate:
        return QStringLiteral("escalated");
    case DecisionKind::Reopen:
        return QStringLiteral("open");
    case DecisionKind::Assign:
    case DecisionKind::Unassign:
    case DecisionKind::Note:
        return {};
    default:
        return QStringLiteral("resolved");
    }
}

QString earlierWords(const store::EarlierDecision &earlier, Timestamp now)
{
    const QString who = earlier.who.empty() ? Decisions::tr("somebody") : toQString(earlier.who);
    const QString when = earlier.at ? timeAgo(*earlier.at, now) : Decisions::tr("meanwhile");
    using store::EarlierDeed;
    switch (earlier.deed) {
    case EarlierDeed::Took:
        return Decisions::tr("%1 took it %2").arg(who, when);
    case EarlierDeed::Gave:
        return Decisions::tr("%1 gave it to %3 %2").arg(who, when, toQString(earlier.to));
    case EarlierDeed::GaveBack:
        return Decisions::tr("%1 gave it back %2").arg(who, when);
    case EarlierDeed::Closed:
        if (earlier.disposition == store::Disposition::None)
            return Decisions::tr("%1 closed it %2").arg(who, when);
        return Decisions::tr("%1 marked it %3 %2")
            .arg(who, when, dispositionWord(toQString(store::name(earlier.disposition))));
    case EarlierDeed::Escalated:
        return Decisions::tr("%1 escalated it %2").arg(who, when);
    case EarlierDeed::Reopened:
        return Decisions::tr("%1 opened it again %2").arg(who, when);
    case EarlierDeed::Released:
        return Decisions::tr("%1 released it %2").arg(who, when);
    case EarlierDeed::Denied:
        return Decisions::tr("%1 denied it %2").arg(who, when);
    case EarlierDeed::Changed:
        break;
    }
    return Decisions::tr("%1 changed it %2").arg(who, when);
}

} // namespace gatehouse::console
