// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/evidence_view.h"

#include "models/review/revealed_call.h"
#include "models/text.h"
#include "ui/theme/theme.h"
#include "ui/widgets/copy_button.h"

#include <QAbstractTextDocumentLayout>
#include <QHelpEvent>
#include <QMimeData>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStyle>
#include <QTextBlock>
#include <QTextDocumentFragment>
#include <QTextTable>
#include <QToolTip>

namespace gatehouse::console {

namespace {

constexpr int barWidth = 2;

// What stands beside the text, which is copied only by itself.
bool isAside(QTextDocument *document, int position)
{
    QTextCursor cursor(document);
    cursor.setPosition(position);
    return cursor.currentTable() != nullptr;
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

void EvidenceView::setContent(QList<EvidencePart> parts, QList<EvidenceMark> marks, bool secret)
{
    if (std::exchange(m_secret, secret))
        wipe(m_parts);
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
    clear();
    QTextCursor cursor(document());
    EvidenceWriter writer(cursor, m_parts, m_marks, tokens());
    m_places = writer.write();
    m_folds = writer.foldPlaces();
    moveCursor(QTextCursor::Start);
    refreshMarks();
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
    if (m_places[m_current].first < 0) {
        part.folded = false;
        for (JsonFold &fold : part.folds)
            fold.folded = fold.folded
                && (m_marks[m_current].start < fold.start || m_marks[m_current].start >= fold.end());
        rebuild();
    }
    refreshMarks();
    QTextCursor cursor(document());
    cursor.setPosition(m_places[m_current].second);
    setTextCursor(cursor);
    cursor.setPosition(m_places[m_current].first);
    setTextCursor(cursor);
    ensureCursorVisible();
    // What stands beside a mark is below it: there must be room for that.
    if (const int below = cursorRect().top() - viewport()->height() / 3; below > 0)
        verticalScrollBar()->setValue(verticalScrollBar()->value() + below);
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

bool EvidenceView::foldHere()
{
    const int here = textCursor().position();
    int found = -1;
    for (int place = 0; place < m_folds.size(); ++place) {
        const FoldPlace &fold = m_folds[place];
        if (fold.from <= here && here <= fold.to && !m_parts[fold.part].folds[fold.fold].folded)
            found = place;
    }
    if (found >= 0)
        setFolded(found, true);
    return found >= 0;
}

bool EvidenceView::unfoldHere()
{
    const QTextBlock line = textCursor().block();
    for (int place = 0; place < m_folds.size(); ++place) {
        const FoldPlace &fold = m_folds[place];
        if (line.contains(fold.from) && m_parts[fold.part].folds[fold.fold].folded) {
            setFolded(place, false);
            return true;
        }
    }
    return false;
}

// What is read stays where it is.
void EvidenceView::setFolded(int place, bool folded)
{
    const FoldPlace fold = m_folds[place];
    const int scrolled = verticalScrollBar()->value();
    m_parts[fold.part].folds[fold.fold].folded = folded;
    rebuild();
    QTextCursor cursor(document());
    cursor.setPosition(fold.from);
    setTextCursor(cursor);
    verticalScrollBar()->setValue(scrolled);
    ensureCursorVisible();
}

QMimeData *EvidenceView::createMimeDataFromSelection() const
{
    auto *mime = new QMimeData;
    mime->setText(selectedText());
    if (m_secret) {
        // What clipboard managers look for before they remember a text.
        mime->setData(QStringLiteral("x-kde-passwordManagerHint"), "secret");
        takeOffClipboardLater(mime->text(), CopyButton::secretSeconds * 1000);
    }
    return mime;
}

QString EvidenceView::selectedText() const
{
    const QTextCursor selection = textCursor();
    if (isAside(document(), selection.selectionStart()))
        return selection.selection().toPlainText();
    QString text;
    for (QTextBlock block = document()->findBlock(selection.selectionStart());
         block.isValid() && block.position() < selection.selectionEnd(); block = block.next()) {
        if (isAside(document(), block.position()))
            continue;
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
    return text.replace(QChar::LineSeparator, QLatin1Char('\n'));
}

void EvidenceView::mouseReleaseEvent(QMouseEvent *event)
{
    QTextEdit::mouseReleaseEvent(event);
    const QString anchor = anchorAt(event->pos());
    if (textCursor().hasSelection())
        return;
    if (anchor.startsWith(QLatin1String("json:"))) {
        const int place = anchor.mid(5).toInt();
        setFolded(place, !m_parts[m_folds[place].part].folds[m_folds[place].fold].folded);
        return;
    }
    if (!anchor.startsWith(QLatin1String("fold:")))
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
