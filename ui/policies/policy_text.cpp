// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/policies/policy_text.h"

#include "models/policies/json_location.h"
#include "ui/theme/theme.h"

#include <QTextBlock>

namespace gatehouse::console {

namespace {

// What two texts have in common at their start and, apart from that, at their end.
std::pair<qsizetype, qsizetype> commonEnds(const QString &a, const QString &b)
{
    const qsizetype most = std::min(a.size(), b.size());
    qsizetype front = 0;
    while (front < most && a[front] == b[front])
        ++front;
    qsizetype back = 0;
    while (back < most - front && a[a.size() - 1 - back] == b[b.size() - 1 - back])
        ++back;
    return {front, back};
}

} // namespace

PolicyText::PolicyText(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setObjectName(QStringLiteral("json"));
    setAccessibleName(tr("Policy as JSON text"));
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setTabChangesFocus(true);
    restyle();
    connect(&Theme::instance(), &Theme::changed, this, &PolicyText::restyle);
}

QByteArray PolicyText::json() const
{
    return toPlainText().toUtf8();
}

void PolicyText::load(const QByteArray &json)
{
    m_problems.clear();
    setPlainText(QString::fromUtf8(json));
    document()->clearUndoRedoStacks();
}

void PolicyText::apply(const QByteArray &json)
{
    const QString before = toPlainText();
    const QString after = QString::fromUtf8(json);
    const auto [front, back] = commonEnds(before, after);
    QTextCursor cursor(document());
    cursor.setPosition(static_cast<int>(front));
    cursor.setPosition(static_cast<int>(before.size() - back), QTextCursor::KeepAnchor);
    cursor.insertText(after.mid(front, after.size() - front - back));
}

void PolicyText::markProblems(const std::vector<std::pair<QString, bool>> &pointersAndWarnings)
{
    m_problems = pointersAndWarnings;
    const QString text = toPlainText();
    QList<QTextEdit::ExtraSelection> selections;
    for (const auto &[pointer, warning] : m_problems) {
        const TextSpan span = locatePointer(text, pointer);
        const QColor colour = tokens().of(warning ? Severity::Medium : Severity::Critical);
        QTextEdit::ExtraSelection selection;
        selection.cursor = QTextCursor(document());
        selection.cursor.setPosition(static_cast<int>(span.start));
        // Only the first line of a long value: an underlined page says nothing.
        const int lineEnd = selection.cursor.block().position() + selection.cursor.block().length() - 1;
        const int end = std::min(static_cast<int>(span.start + span.length), lineEnd);
        selection.cursor.setPosition(end, QTextCursor::KeepAnchor);
        selection.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        selection.format.setUnderlineColor(colour);
        selection.format.setBackground(tokens().tint(warning ? Severity::Medium : Severity::Critical));
        selections.append(selection);
    }
    setExtraSelections(selections);
}

void PolicyText::goToPointer(const QString &pointer)
{
    const TextSpan span = locatePointer(toPlainText(), pointer);
    QTextCursor cursor(document());
    cursor.setPosition(static_cast<int>(span.start));
    setTextCursor(cursor);
    centerCursor();
    setFocus(Qt::OtherFocusReason);
}

void PolicyText::restyle()
{
    setFont(monoFont());
    markProblems(m_problems);
}

} // namespace gatehouse::console
