// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/evidence.h"

#include "ui/theme/theme.h"

namespace gatehouse::console {

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
