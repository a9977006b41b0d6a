// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Between the house's UTF-8 and Qt's UTF-16, and the words shown for the house's enums (translated).

#include "core/base/error.h"
#include "core/base/time.h"
#include "core/policy/verdict.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <string_view>
#include <vector>

namespace gatehouse::console {

[[nodiscard]] inline QString toQString(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}
[[nodiscard]] QStringList toQStringList(const std::vector<std::string> &texts);

// "What failed: where. What to do next."
[[nodiscard]] QString errorText(const Error &error);

// Words on screen ("Blocked", "Critical", "Tool result", …).
[[nodiscard]] QString word(Severity value);
[[nodiscard]] QString word(VerdictKind value);
[[nodiscard]] QString word(TrustZone value);
[[nodiscard]] QString word(CheckOutcome value);
[[nodiscard]] QString word(Stage value);
[[nodiscard]] QString word(Mode value);
[[nodiscard]] QString word(Action value);
// A check kind in words: "prompt_injection" → "prompt injection".
[[nodiscard]] QString checkWord(const QString &kind);
[[nodiscard]] QString checkWord(std::string_view kind);

// Where byte offset `bytes` of `utf8` stands in the UTF-16 of the same text; past the end gives the length.
[[nodiscard]] qsizetype utf16Offset(std::string_view utf8, std::size_t bytes);

[[nodiscard]] QDateTime toDateTime(Timestamp at); // local time
// "just now", "4 min ago", "12:04:07" (today), "Mon 12:04", "3 Nov", "3 Nov 2025".
[[nodiscard]] QString relativeTime(const QDateTime &at, const QDateTime &now = QDateTime::currentDateTime());
// For rows of a list: "12:04:07" (today), "Mon 12:04", "3 Nov", "Nov 2025".
[[nodiscard]] QString listTime(const QDateTime &at, const QDateTime &now = QDateTime::currentDateTime());
// Until when something is to be done: "in 3 h", "20 min late"; "" for never.
[[nodiscard]] QString dueText(const QDateTime &due, const QDateTime &now = QDateTime::currentDateTime());
[[nodiscard]] bool isOverdue(const QDateTime &due, const QDateTime &now = QDateTime::currentDateTime());
// "2026-11-23 12:04:07.123", for tooltips and facts.
[[nodiscard]] QString absoluteTime(const QDateTime &at);
// "18 µs", "1.4 ms", "2.1 s".
[[nodiscard]] QString durationText(double microseconds);
// "$0.0042" from micro-USD.
[[nodiscard]] QString moneyText(std::int64_t microUsd);
// "812 B", "12.4 KiB".
[[nodiscard]] QString bytesText(std::int64_t bytes);

} // namespace gatehouse::console
