// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/evidence_writer.h"

#include "ui/theme/paper.h"
#include "ui/theme/theme.h"
#include "ui/widgets/evidence_view.h"

#include <QTextTable>

#include <algorithm>

namespace gatehouse::console {

namespace {

constexpr int textIndent = 12;

QTextBlockFormat blockOf(TrustZone zone, int above)
{
    QTextBlockFormat format;
    format.setProperty(zoneProperty, static_cast<int>(zone));
    format.setLeftMargin(textIndent);
    format.setRightMargin(space::between);
    format.setTopMargin(above);
    return format;
}

} // namespace

bool isUntrusted(TrustZone zone)
{
    return zone == TrustZone::User || zone == TrustZone::Tool || zone == TrustZone::Document;
}

EvidenceWriter::EvidenceWriter(QTextCursor &cursor, const QList<EvidencePart> &parts,
    const QList<EvidenceMark> &marks, const Tokens &look, Medium medium)
    : m_cursor(cursor)
    , m_parts(parts)
    , m_marks(marks)
    , m_look(look)
    , m_medium(medium)
    , m_places(marks.size(), {-1, -1})
{
}

QList<std::pair<int, int>> EvidenceWriter::write()
{
    m_cursor.beginEditBlock();
    for (int part = 0; part < m_parts.size(); ++part) {
        writeHeading(part);
        if (!isFolded(m_parts[part])) {
            writeText(part);
            writeAsides(m_parts[part]);
        }
    }
    m_cursor.endEditBlock();
    return m_places;
}

QFont EvidenceWriter::textFace() const
{
    return m_medium == Medium::Paper ? onPaper(textFont()) : textFont();
}

QFont EvidenceWriter::monoFace() const
{
    return m_medium == Medium::Paper ? onPaper(monoFont()) : monoFont();
}

QTextCharFormat EvidenceWriter::plainFormat() const
{
    QTextCharFormat format;
    format.setFont(monoFace());
    format.setForeground(m_look.text);
    return format;
}

QTextCharFormat EvidenceWriter::formatOf(JsonToken::Kind kind) const
{
    QTextCharFormat format = plainFormat();
    if (kind == JsonToken::Kind::Key)
        format.setForeground(m_look.accent);
    else if (kind == JsonToken::Kind::Sign)
        format.setForeground(m_look.muted);
    else
        format.setFontWeight(QFont::DemiBold);
    return format;
}

// What we put in, which nobody wrote.
QTextCharFormat EvidenceWriter::oursFormat(const QColor &colour) const
{
    QTextCharFormat format;
    format.setFont(textFace());
    format.setForeground(colour);
    format.setProperty(markerProperty, true);
    return format;
}

void EvidenceWriter::writeHeading(int part)
{
    const EvidencePart &p = m_parts[part];
    const QTextBlockFormat block = blockOf(p.zone, part == 0 ? 0 : space::between);
    QTextCharFormat format;
    QFont font = textFace();
    font.setWeight(QFont::DemiBold);
    format.setFont(font);
    format.setForeground(isUntrusted(p.zone) ? m_look.accent : m_look.muted);
    format.setAnchor(true);
    format.setAnchorHref(QStringLiteral("fold:%1").arg(part));
    // Behind a table there is a block already.
    if (part == 0 || std::exchange(m_isBehindTable, false))
        m_cursor.setBlockFormat(block);
    else
        m_cursor.insertBlock(block);
    if (m_medium == Medium::Screen)
        m_cursor.insertText(isFolded(p) ? QStringLiteral("▸ ") : QStringLiteral("▾ "), format);
    m_cursor.insertText(p.heading, format);
    font.setWeight(QFont::Normal);
    format.setFont(font);
    format.setForeground(m_look.muted);
    if (isFolded(p))
        m_cursor.insertText(QStringLiteral("  ")
                + EvidenceView::tr("%n characters, folded", nullptr, static_cast<int>(p.text.size())),
            format);
    else if (isUntrusted(p.zone))
        m_cursor.insertText(QStringLiteral("  ") + EvidenceView::tr("untrusted"), format);
}

void EvidenceWriter::writeText(int part)
{
    const EvidencePart &p = m_parts[part];
    m_cursor.insertBlock(blockOf(p.zone, 0), plainFormat());
    m_token = 0;
    m_part = part;
    m_opens.clear();
    m_closes.clear();
    m_openPlaces.clear();
    for (int fold = 0; fold < p.folds.size(); ++fold) {
        m_opens.insert(p.folds[fold].start, fold);
        m_closes.insert(p.folds[fold].end() - 1, fold);
    }
    qsizetype done = 0;
    for (int i = 0; i < m_marks.size(); ++i) {
        if (m_marks[i].part == part)
            writeMark(part, i, done);
    }
    writeUpTo(p, done, p.text.size());
}

void EvidenceWriter::writeMark(int part, int mark, qsizetype &done)
{
    const EvidencePart &p = m_parts[part];
    const EvidenceMark &m = m_marks[mark];
    const qsizetype start = std::clamp(m.start, done, p.text.size());
    const qsizetype end = std::clamp(m.start + m.length, start, p.text.size());
    writeUpTo(p, done, start);
    const int from = m_cursor.position();
    writeUpTo(p, done, end);
    if (!foldedAround(p, start))
        m_places[mark] = {from, m_cursor.position()};
    if (m_medium == Medium::Paper)
        tint(from, m.severity);
    const QTextCharFormat ours = oursFormat(m_look.of(m.severity));
    m_cursor.insertText(markerOf(m.number), ours);
    // A label that the mark before had too would be noise.
    const bool isNew = mark == 0 || m_marks[mark - 1].part != part || m_marks[mark - 1].label != m.label;
    if (isNew)
        m_cursor.insertText(m.label + QLatin1Char(' '), ours);
}

void EvidenceWriter::tint(int from, Severity severity)
{
    QTextCharFormat found;
    found.setBackground(m_look.tint(severity));
    found.setUnderlineStyle(QTextCharFormat::SingleUnderline);
    found.setUnderlineColor(m_look.of(severity));
    QTextCursor span(m_cursor);
    span.setPosition(from, QTextCursor::KeepAnchor);
    span.mergeCharFormat(found);
}

void EvidenceWriter::writeUpTo(const EvidencePart &part, qsizetype &done, qsizetype end)
{
    if (part.received >= done && part.received < end) {
        writePlain(part, done, part.received);
        done = part.received;
        writeReceived();
    }
    writePlain(part, done, end);
    done = std::max(done, end);
}

void EvidenceWriter::writePlain(const EvidencePart &part, qsizetype from, qsizetype to)
{
    while (from < to) {
        if (const JsonFold *hidden = foldedAround(part, from)) {
            from = std::min(to, hidden->end() - 1);
            continue;
        }
        while (
            m_token < part.tokens.size() && part.tokens[m_token].start + part.tokens[m_token].length <= from)
            ++m_token;
        if (m_token == part.tokens.size() || part.tokens[m_token].start >= to) {
            m_cursor.insertText(part.text.mid(from, to - from), plainFormat());
            return;
        }
        const JsonToken &token = part.tokens[m_token];
        if (token.start > from)
            m_cursor.insertText(part.text.mid(from, token.start - from), plainFormat());
        const qsizetype start = std::max(from, token.start);
        const qsizetype end = std::min(token.start + token.length, to);
        writeToken(part, token, start, end);
        from = end;
    }
}

// The outermost that is folded and hides what stands at `at`, its brackets not.
const JsonFold *EvidenceWriter::foldedAround(const EvidencePart &part, qsizetype at) const
{
    if (m_medium == Medium::Paper)
        return nullptr;
    for (const JsonFold &fold : part.folds) {
        if (fold.start >= at)
            break;
        if (fold.folded && at < fold.end() - 1)
            return &fold;
    }
    return nullptr;
}

void EvidenceWriter::writeToken(
    const EvidencePart &part, const JsonToken &token, qsizetype start, qsizetype end)
{
    if (token.kind == JsonToken::Kind::Sign && m_medium == Medium::Screen) {
        if (const auto opens = m_opens.constFind(start); opens != m_opens.cend()) {
            writeOpening(part, *opens);
            return;
        }
    }
    m_cursor.insertText(part.text.mid(start, end - start), formatOf(token.kind));
    if (const auto closes = m_closes.constFind(start);
        closes != m_closes.cend() && m_openPlaces.contains(*closes))
        m_foldPlaces[m_openPlaces.value(*closes)].to = m_cursor.position();
}

void EvidenceWriter::writeOpening(const EvidencePart &part, int fold)
{
    const JsonFold &shown = part.folds[fold];
    m_openPlaces.insert(fold, static_cast<int>(m_foldPlaces.size()));
    m_foldPlaces.append({m_part, fold, m_cursor.position(), m_cursor.position()});
    const QString href = QStringLiteral("json:%1").arg(m_foldPlaces.size() - 1);
    QTextCharFormat ours = oursFormat(m_look.muted), sign = formatOf(JsonToken::Kind::Sign);
    for (QTextCharFormat *format : {&ours, &sign}) {
        format->setAnchor(true);
        format->setAnchorHref(href);
    }
    m_cursor.insertText(shown.folded ? QStringLiteral("▸ ") : QStringLiteral("▾ "), ours);
    m_cursor.insertText(part.text.mid(shown.start, 1), sign);
    if (shown.folded)
        m_cursor.insertText(
            QStringLiteral(" ") + EvidenceView::tr("%n lines", nullptr, shown.lines) + QStringLiteral(" "),
            ours);
}

void EvidenceWriter::writeReceived()
{
    m_cursor.insertText(
        EvidenceView::tr(" ▲ the caller received what stands before this; the rest never left "),
        oursFormat(m_look.of(Severity::High)));
}

void EvidenceWriter::writeAsides(const EvidencePart &part)
{
    if (part.asides.isEmpty())
        return;
    QTextTableFormat format;
    format.setBorder(1);
    format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
    format.setBorderBrush(m_look.line);
    format.setBorderCollapse(true);
    format.setCellPadding(space::inside);
    format.setCellSpacing(0);
    format.setLeftMargin(textIndent);
    format.setTopMargin(space::inside);
    format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
    format.setColumnWidthConstraints(
        {QTextLength(QTextLength::PercentageLength, 50), QTextLength(QTextLength::PercentageLength, 50)});
    QTextTable *table = m_cursor.insertTable(static_cast<int>(part.asides.size()), 2, format);
    for (int row = 0; row < part.asides.size(); ++row) {
        const EvidenceAside &aside = part.asides[row];
        writeSide(part, table->cellAt(row, 0).firstCursorPosition(),
            QStringLiteral("%1 %2").arg(markerOf(aside.number), aside.leftTitle), aside, false);
        writeSide(part, table->cellAt(row, 1).firstCursorPosition(), QStringLiteral("→ ") + aside.rightTitle,
            aside, true);
    }
    m_cursor.movePosition(QTextCursor::End);
    m_isBehindTable = true;
}

void EvidenceWriter::writeSide(const EvidencePart &part, QTextCursor cell, const QString &title,
    const EvidenceAside &aside, bool isRight)
{
    QTextBlockFormat block;
    block.setProperty(zoneProperty, static_cast<int>(part.zone));
    cell.setBlockFormat(block);
    cell.insertText(title, oursFormat(m_look.muted));
    QTextCharFormat text = plainFormat();
    text.setProperty(markerProperty, true);
    cell.insertBlock(block, text);
    if (!isRight) {
        cell.insertText(aside.left, text);
        return;
    }
    QTextCharFormat found = text;
    found.setBackground(m_look.tint(aside.severity));
    found.setUnderlineStyle(QTextCharFormat::SingleUnderline);
    found.setUnderlineColor(m_look.of(aside.severity));
    cell.insertText(aside.right.left(aside.start), text);
    cell.insertText(aside.right.mid(aside.start, aside.length), found);
    cell.insertText(aside.right.mid(aside.start + aside.length), text);
}

} // namespace gatehouse::console
