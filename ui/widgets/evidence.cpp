// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/evidence.h"

#include "ui/theme/theme.h"

namespace gatehouse::console {

QString markerOf(int number)
{
    constexpr int circled = 20;
    constexpr char16_t first = 0x2460;
    if (number >= 1 && number <= circled)
        return QString(QChar(static_cast<char16_t>(first + number - 1)));
    return QStringLiteral("(%1)").arg(number);
}

QList<QTextEdit::ExtraSelection> evidenceSelections(QTextDocument *document, const QList<EvidenceMark> &marks)
{
    QList<QTextEdit::ExtraSelection> selections;
    const int last = document->characterCount() - 1;
    for (const EvidenceMark &mark : marks) {
        const int start = std::min(static_cast<int>(mark.start), last);
        const int end = std::min(static_cast<int>(mark.start + mark.length), last);
        QTextEdit::ExtraSelection selection;
        selection.cursor = QTextCursor(document);
        selection.cursor.setPosition(start);
        selection.cursor.setPosition(end, QTextCursor::KeepAnchor);
        selection.format.setBackground(tokens().tint(mark.severity));
        selection.format.setUnderlineStyle(QTextCharFormat::SingleUnderline);
        selection.format.setUnderlineColor(tokens().of(mark.severity));
        selections.append(selection);
    }
    return selections;
}

} // namespace gatehouse::console
