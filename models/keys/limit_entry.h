// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A limit and what was used of it, as the console shows it, with its words.

#include "core/access/limit.h"

#include <QDateTime>
#include <QString>

#include <optional>

namespace gatehouse::console {

struct LimitEntry {
    LimitTier tier = LimitTier::Key;
    QString name; // of the team, …; the public id of a key
    Limit limit; // with a raise only while that holds
    qint64 used = 0;
    std::optional<QDateTime> nextReset; // none of calls at once: how many there are, only the gateway knows

    friend bool operator==(const LimitEntry &, const LimitEntry &) = default;
};

// Whose limits: what they are for, and its name.
struct LimitSubject {
    LimitTier tier = LimitTier::Key;
    QString name;

    friend bool operator==(const LimitSubject &, const LimitSubject &) = default;
};

[[nodiscard]] QString word(LimitTier tier); // "team", "use case", …
[[nodiscard]] QString subjectWords(const LimitSubject &subject); // "Team payments"
[[nodiscard]] QString limitWords(
    const Limit &limit); // "60 requests a minute", "10.00 USD a month (Europe/Berlin)"
// "raised by 5.00 USD until 2026-12-01 08:00"; "" while it is not.
[[nodiscard]] QString raiseWords(const LimitEntry &entry);
[[nodiscard]] qint64 amountOf(const LimitEntry &entry); // with its raise
[[nodiscard]] QString usedWords(const LimitEntry &entry); // "12 of 60"; "" of calls at once
[[nodiscard]] QString resetWords(
    const LimitEntry &entry, const QDateTime &now = QDateTime::currentDateTime()); // "next reset in 23 s"

} // namespace gatehouse::console
