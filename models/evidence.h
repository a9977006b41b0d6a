// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A conversation with what was found in it, in Qt's text units.

#include "core/policy/verdict.h"
#include "models/json_layout.h"

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

// Two readings of one mark, side by side: encoded and decoded, written and masked.
struct EvidenceAside {
    int number = 0; // of the mark
    Severity severity = Severity::Medium;
    QString leftTitle, left;
    QString rightTitle, right;
    qsizetype start = 0, length = 0; // what was found, in `right`
};

// One segment of a conversation.
struct EvidencePart {
    TrustZone zone = TrustZone::User;
    QString heading; // "tool result · search_web"
    QString text;
    bool folded = false;
    QList<JsonToken> tokens = {}; // of a text that is JSON, laid out
    QList<JsonFold> folds = {}; // of the same
    QString source = {}; // such a text as it is stored; else empty
    QList<EvidenceAside> asides = {}; // in the order of their marks
    // Of an answer that was cut: where what the caller received ends in `text`; -1 when all of it went out.
    qsizetype received = -1;
};

// The text as it is stored, whatever the part shows.
[[nodiscard]] inline const QString &storedText(const EvidencePart &part)
{
    return part.source.isEmpty() ? part.text : part.source;
}

// Puts marks in reading order, joins those that overlap (labels joined, the severer colour) and numbers them.
[[nodiscard]] QList<EvidenceMark> numberedMarks(QList<EvidenceMark> marks);

// "①" … "⑳", then "(21)".
[[nodiscard]] QString markerOf(int number);

} // namespace gatehouse::console
