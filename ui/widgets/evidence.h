// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What is marked in a text, and how the marks look: tint and underline in the severity's colour, never HTML.

#include "core/policy/verdict.h"

#include <QList>
#include <QString>
#include <QTextEdit>

namespace gatehouse::console {

// A span of one part. Positions count UTF-16 units of the part's text (see utf16Offset in models/text.h).
struct EvidenceMark {
    int part = 0;
    qsizetype start = 0;
    qsizetype length = 0;
    Severity severity = Severity::Medium;
    QString label; // "aws-access-key-id", with the decodings it was seen through
    int number = 0; // from 1, in reading order
};

// One segment of a conversation.
struct EvidencePart {
    TrustZone zone = TrustZone::User;
    QString heading; // "tool result · search_web"
    QString text;
    bool folded = false;
};

// "①" … "⑳", then "(21)".
[[nodiscard]] QString markerOf(int number);

// Highlights for an editor that shows one text only (marks of part 0, positions as they are).
[[nodiscard]] QList<QTextEdit::ExtraSelection> evidenceSelections(
    QTextDocument *document, const QList<EvidenceMark> &marks);

} // namespace gatehouse::console
