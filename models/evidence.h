// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A conversation with what was found in it, in Qt's text units.

#include "core/policy/verdict.h"

#include <QList>
#include <QString>

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

// Puts marks in reading order, joins those that overlap (labels joined, the severer colour) and numbers them.
[[nodiscard]] QList<EvidenceMark> numberedMarks(QList<EvidenceMark> marks);

// "①" … "⑳", then "(21)".
[[nodiscard]] QString markerOf(int number);

} // namespace gatehouse::console
