// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Writes a conversation into a text document: headings, texts with numbered marks, what stands beside them.

#include "models/evidence.h"

#include <QHash>
#include <QTextCursor>
#include <QTextFormat>

namespace gatehouse::console {

struct Tokens;

// Properties of what the writer puts in.
constexpr int markerProperty = QTextFormat::UserProperty + 1; // characters that are ours, not the text's
constexpr int zoneProperty = QTextFormat::UserProperty + 2; // block: its trust zone

[[nodiscard]] bool isUntrusted(TrustZone zone);

// Where an object or an array of a part stands in the document.
struct FoldPlace {
    int part = 0;
    int fold = 0; // of the part
    int from = 0, to = 0;
};

class EvidenceWriter {
public:
    enum class Medium { Screen, Paper }; // on paper marks are tinted in the text itself, and nothing unfolds
    // `cursor` stands in an empty block of its document; `look` outlives the writer.
    EvidenceWriter(QTextCursor &cursor, const QList<EvidencePart> &parts, const QList<EvidenceMark> &marks,
        const Tokens &look, Medium medium = Medium::Screen);

    // Gives the document positions of each mark; {-1, -1} while it is folded away.
    [[nodiscard]] QList<std::pair<int, int>> write();
    // Of those that were written, by where they begin.
    [[nodiscard]] const QList<FoldPlace> &foldPlaces() const { return m_foldPlaces; }

private:
    [[nodiscard]] bool isFolded(const EvidencePart &part) const
    {
        return part.folded && m_medium == Medium::Screen;
    }
    void tint(int from, Severity severity);
    void writeHeading(int part);
    void writeText(int part);
    void writeMark(int part, int mark, qsizetype &done);
    void writeUpTo(const EvidencePart &part, qsizetype &done, qsizetype end);
    void writePlain(const EvidencePart &part, qsizetype from, qsizetype to);
    void writeToken(const EvidencePart &part, const JsonToken &token, qsizetype start, qsizetype end);
    void writeOpening(const EvidencePart &part, int fold);
    [[nodiscard]] const JsonFold *foldedAround(const EvidencePart &part, qsizetype at) const;
    void writeReceived();
    void writeAsides(const EvidencePart &part);
    void writeSide(const EvidencePart &part, QTextCursor cell, const QString &title,
        const EvidenceAside &aside, bool isRight);

    [[nodiscard]] QFont textFace() const;
    [[nodiscard]] QFont monoFace() const;
    [[nodiscard]] QTextCharFormat plainFormat() const;
    [[nodiscard]] QTextCharFormat formatOf(JsonToken::Kind kind) const;
    [[nodiscard]] QTextCharFormat oursFormat(const QColor &colour) const;

    QTextCursor &m_cursor;
    const QList<EvidencePart> &m_parts;
    const QList<EvidenceMark> &m_marks;
    const Tokens &m_look;
    const Medium m_medium;
    QList<std::pair<int, int>> m_places;
    qsizetype m_token = 0; // the next one of the part that is written
    int m_part = 0; // that is written
    QHash<qsizetype, int> m_opens, m_closes; // its folds by their brackets
    QHash<int, int> m_openPlaces; // of its folds, in m_foldPlaces
    QList<FoldPlace> m_foldPlaces;
    bool m_isBehindTable = false;
};

} // namespace gatehouse::console
