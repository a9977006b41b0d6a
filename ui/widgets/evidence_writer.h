// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Writes a conversation into a text document: headings, texts with numbered marks, what stands beside them.

#include "models/evidence.h"

#include <QTextCursor>
#include <QTextFormat>

namespace gatehouse::console {

// Properties of what the writer puts in.
constexpr int markerProperty = QTextFormat::UserProperty + 1; // characters that are ours, not the text's
constexpr int zoneProperty = QTextFormat::UserProperty + 2; // block: its trust zone

[[nodiscard]] bool isUntrusted(TrustZone zone);

class EvidenceWriter {
public:
    // `cursor` stands in an empty document.
    EvidenceWriter(QTextCursor &cursor, const QList<EvidencePart> &parts, const QList<EvidenceMark> &marks);

    // Gives the document positions of each mark; {-1, -1} while it is folded away.
    [[nodiscard]] QList<std::pair<int, int>> write();

private:
    void writeHeading(int part);
    void writeText(int part);
    void writeMark(int part, int mark, qsizetype &done);
    void writeUpTo(const EvidencePart &part, qsizetype &done, qsizetype end);
    void writePlain(const EvidencePart &part, qsizetype from, qsizetype to);
    void writeReceived();
    void writeAsides(const EvidencePart &part);
    void writeSide(const EvidencePart &part, QTextCursor cell, const QString &title,
        const EvidenceAside &aside, bool isRight);

    QTextCursor &m_cursor;
    const QList<EvidencePart> &m_parts;
    const QList<EvidenceMark> &m_marks;
    QList<std::pair<int, int>> m_places;
    qsizetype m_token = 0; // the next one of the part that is written
    bool m_isBehindTable = false;
};

} // namespace gatehouse::console
