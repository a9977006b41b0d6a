// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What decisions are called once they are made.
#include "models/review/decisions.h"

namespace gatehouse::console {

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

} // namespace gatehouse::console
