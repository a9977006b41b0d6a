// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/paper.h"

namespace gatehouse::console {

QFont onPaper(QFont font)
{
    QStringList families = font.families();
    families.removeAll(QStringLiteral("Inter"));
    families.removeAll(QStringLiteral("JetBrains Mono"));
    font.setFamilies(families);
    // Letters that are spaced, by however little, are not joined: "fi" stays two of them.
    font.setLetterSpacing(QFont::AbsoluteSpacing, 0.02);
    return font;
}

} // namespace gatehouse::console
