// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What is marked in a text, and how the marks look: tint and underline in the severity's colour, never HTML.

#include "models/evidence.h"

#include <QTextEdit>

namespace gatehouse::console {

// Highlights for an editor that shows one text only (marks of part 0, positions as they are).
[[nodiscard]] QList<QTextEdit::ExtraSelection> evidenceSelections(
    QTextDocument *document, const QList<EvidenceMark> &marks);

} // namespace gatehouse::console
