// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// An interaction as a list shows it, in Qt's types.

#include "core/policy/verdict.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

namespace gatehouse::store {
struct InteractionRow;
struct ServiceLevels;
} // namespace gatehouse::store

namespace gatehouse::console {

struct QueueRow {
    QString id;
    QDateTime at;
    Severity severity = Severity::Info;
    VerdictKind verdict = VerdictKind::Allowed;
    QString check; // kind, "" when none failed
    QString team, environment, useCase, key;
    QString route, model, provider;
    QString outcome; // the store's word
    QString state; // the store's word: open, in_review, escalated, resolved, ""
    QString disposition; // the store's word
    QString assignee;
    QDateTime due; // until when somebody is to decide; null for never
    QStringList rules; // failed ones, enforced first
    QString snippet; // one line
    QString policyName, policyVersion; // version: 64 hex characters
    qint64 tokensIn = 0, tokensOut = 0, costUusd = 0, latencyUs = 0, overheadUs = 0;

    friend bool operator==(const QueueRow &, const QueueRow &) = default;
};

[[nodiscard]] QueueRow queueRowOf(const store::InteractionRow &row, const store::ServiceLevels &levels);

// What a row said of its review when somebody decided by it, in the store's words.
struct SeenReview {
    QString id;
    QString state, disposition, assignee;

    friend bool operator==(const SeenReview &, const SeenReview &) = default;
};
[[nodiscard]] SeenReview seenIn(const QueueRow &row);

// The words on screen for the store's.
[[nodiscard]] QStringList verdictWords(); // all of them
[[nodiscard]] QString stateWord(const QString &state);
[[nodiscard]] QString dispositionWord(const QString &disposition);
[[nodiscard]] QString outcomeWord(const QString &outcome);

} // namespace gatehouse::console
