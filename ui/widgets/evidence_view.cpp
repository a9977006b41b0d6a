// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/evidence_view.h"

#include "models/text.h"
#include "ui/theme/theme.h"

#include <QAbstractTextDocumentLayout>
#include <QHelpEvent>
#include <QMimeData>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStyle>
#include <QTextBlock>
#include <QToolTip>

namespace gatehouse::console {

namespace {

constexpr int markerProperty = QTextFormat::UserProperty + 1; // characters that are ours, not the text's
constexpr int zoneProperty = QTextFormat::UserProperty + 2; // block: its trust zone
constexpr int barWidth = 2;
constexpr int textIndent = 12;

bool isUntrusted(TrustZone zone)
{
    return zone == TrustZone::User || zone == TrustZone::Tool || zone == TrustZone::Document;
}

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

EvidenceView::EvidenceView(QWidget *parent)
    : QTextEdit(parent)
{
    setReadOnly(true);
    setUndoRedoEnabled(false);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setAccessibleName(tr("Conversation"));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    document()->setDocumentMargin(space::inside);
    viewport()->setMouseTracking(true);
    connect(&Theme::instance(), &Theme::changed, this, &EvidenceView::rebuild);
}

void EvidenceView::setContent(QList<EvidencePart> parts, QList<EvidenceMark> marks)
{
    m_parts = std::move(parts);
    m_marks = std::move(marks);
    m_current = -1;
    rebuild();
}

void EvidenceView::setAllUnfolded()
{
    for (EvidencePart &part : m_parts)
        part.folded = false;
    rebuild();
}

void EvidenceView::rebuild()
{
    m_places = QList<std::pair<int, int>>(m_marks.size(), {-1, -1});
    clear();
    QTextCursor cursor(document());
    cursor.beginEditBlock();
    for (int part = 0; part < m_parts.size(); ++part) {
        addHeading(cursor, part);
        if (!m_parts[part].folded)
            addText(cursor, part);
    }
    cursor.endEditBlock();
    moveCursor(QTextCursor::Start);
    refreshMarks();
}

void EvidenceView::addHeading(QTextCursor &cursor, int part)
{
    const EvidencePart &p = m_parts[part];
    const QTextBlockFormat block = blockOf(p.zone, part == 0 ? 0 : space::between);
    QTextCharFormat format;
    QFont font = textFont();
    font.setWeight(QFont::DemiBold);
    format.setFont(font);
    format.setForeground(isUntrusted(p.zone) ? tokens().accent : tokens().muted);
    format.setAnchor(true);
    format.setAnchorHref(QStringLiteral("fold:%1").arg(part));
    if (part == 0) {
        cursor.setBlockFormat(block);
    } else {
        cursor.insertBlock(block);
    }
    cursor.insertText(p.folded ? QStringLiteral("▸ ") : QStringLiteral("▾ "), format);
    cursor.insertText(p.heading, format);
    font.setWeight(QFont::Normal);
    format.setFont(font);
    format.setForeground(tokens().muted);
    if (p.folded)
        cursor.insertText(
            QStringLiteral("  ") + tr("%n characters, folded", nullptr, static_cast<int>(p.text.size())),
            format);
    else if (isUntrusted(p.zone))
        cursor.insertText(QStringLiteral("  ") + tr("untrusted"), format);
}

void EvidenceView::addText(QTextCursor &cursor, int part)
{
    const EvidencePart &p = m_parts[part];
    QTextCharFormat plain;
    plain.setFont(monoFont());
    plain.setForeground(tokens().text);
    cursor.insertBlock(blockOf(p.zone, 0));
    qsizetype done = 0;
    for (int i = 0; i < m_marks.size(); ++i) {
        const EvidenceMark &mark = m_marks[i];
        if (mark.part != part)
            continue;
        const qsizetype start = std::clamp(mark.start, done, p.text.size());
        const qsizetype end = std::clamp(mark.start + mark.length, start, p.text.size());
        cursor.insertText(p.text.mid(done, start - done), plain);
        const int from = cursor.position();
        cursor.insertText(p.text.mid(start, end - start), plain);
        m_places[i] = {from, cursor.position()};
        QTextCharFormat marker = plain;
        marker.setForeground(tokens().of(mark.severity));
        marker.setProperty(markerProperty, true);
        cursor.insertText(markerOf(mark.number), marker);
        done = end;
    }
    cursor.insertText(p.text.mid(done), plain);
}

void EvidenceView::refreshMarks()
{
    QList<EvidenceMark> shown;
    for (int i = 0; i < m_marks.size(); ++i) {
        EvidenceMark mark = m_marks[i];
        mark.start = std::max(m_places[i].first, 0);
        mark.length = m_places[i].second - m_places[i].first;
        shown.append(mark);
    }
    auto selections = evidenceSelections(document(), shown);
    if (m_current >= 0 && m_current < selections.size()) {
        selections[m_current].format.setBackground(tokens().of(m_marks[m_current].severity));
        selections[m_current].format.setForeground(tokens().dark ? tokens().onAccent : tokens().panel);
    }
    setExtraSelections(selections);
}

bool EvidenceView::goToMark(int step)
{
    if (m_marks.isEmpty())
        return false;
    const int count = static_cast<int>(m_marks.size());
    const int from = m_current < 0 && step < 0 ? 0 : m_current;
    m_current = ((from + step) % count + count) % count;
    EvidencePart &part = m_parts[m_marks[m_current].part];
    if (part.folded) {
        part.folded = false;
        rebuild();
    }
    refreshMarks();
    QTextCursor cursor(document());
    cursor.setPosition(m_places[m_current].second);
    setTextCursor(cursor);
    cursor.setPosition(m_places[m_current].first);
    setTextCursor(cursor);
    ensureCursorVisible();
    Q_EMIT currentMarkChanged(m_current);
    return true;
}

void EvidenceView::goToNumber(int number)
{
    for (int i = 0; i < m_marks.size(); ++i) {
        if (m_marks[i].number == number) {
            m_current = i - 1;
            goToMark(1);
            return;
        }
    }
}

QMimeData *EvidenceView::createMimeDataFromSelection() const
{
    const QTextCursor selection = textCursor();
    QString text;
    for (QTextBlock block = document()->findBlock(selection.selectionStart());
         block.isValid() && block.position() < selection.selectionEnd(); block = block.next()) {
        if (!text.isEmpty())
            text += QLatin1Char('\n');
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            const QTextFragment fragment = it.fragment();
            if (fragment.charFormat().boolProperty(markerProperty))
                continue;
            const int from = std::max(selection.selectionStart() - fragment.position(), 0);
            const int to = std::min(selection.selectionEnd() - fragment.position(), fragment.length());
            if (to > from)
                text += fragment.text().mid(from, to - from);
        }
    }
    auto *mime = new QMimeData;
    mime->setText(text.replace(QChar::LineSeparator, QLatin1Char('\n')));
    return mime;
}

void EvidenceView::mouseReleaseEvent(QMouseEvent *event)
{
    QTextEdit::mouseReleaseEvent(event);
    const QString anchor = anchorAt(event->pos());
    if (textCursor().hasSelection() || !anchor.startsWith(QLatin1String("fold:")))
        return;
    const int part = anchor.mid(5).toInt();
    m_parts[part].folded = !m_parts[part].folded;
    rebuild();
}

void EvidenceView::mouseMoveEvent(QMouseEvent *event)
{
    QTextEdit::mouseMoveEvent(event);
    viewport()->setCursor(anchorAt(event->pos()).isEmpty() ? Qt::IBeamCursor : Qt::PointingHandCursor);
}

void EvidenceView::paintEvent(QPaintEvent *event)
{
    QTextEdit::paintEvent(event);
    QPainter painter(viewport());
    const int offset = verticalScrollBar()->value();
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        const QRectF box = document()->documentLayout()->blockBoundingRect(block).translated(0, -offset);
        if (box.bottom() < 0 || box.top() > viewport()->height())
            continue;
        const auto zone = static_cast<TrustZone>(block.blockFormat().intProperty(zoneProperty));
        const QRect bar(
            space::inside, static_cast<int>(box.top()), barWidth, static_cast<int>(box.height()) + 1);
        painter.fillRect(QStyle::visualRect(layoutDirection(), viewport()->rect(), bar),
            isUntrusted(zone) ? tokens().accent : tokens().line);
    }
}

int EvidenceView::markAt(int position) const
{
    for (int i = 0; i < m_places.size(); ++i) {
        if (position >= m_places[i].first && position <= m_places[i].second)
            return i;
    }
    return -1;
}

bool EvidenceView::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QTextEdit::event(event);
    auto *help = static_cast<QHelpEvent *>(event);
    const int mark = markAt(cursorForPosition(viewport()->mapFrom(this, help->pos())).position());
    if (mark < 0)
        QToolTip::hideText();
    else
        QToolTip::showText(
            help->globalPos(), markerOf(m_marks[mark].number) + QLatin1Char(' ') + m_marks[mark].label, this);
    return true;
}

} // namespace gatehouse::console
