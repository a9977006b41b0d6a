// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// One line of text, painted again and again: its glyphs are found once for a font and a width and kept, where
// a style finds them anew for every cell at every paint, three times over.
//
// For the GUI thread, while there is an application.

#include <QFont>
#include <QString>

class QPainter;
class QRect;

namespace gatehouse::console {

struct LineLook {
    QFont font;
    Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignVCenter; // as seen, not mirrored
    Qt::LayoutDirection direction = Qt::LeftToRight;
    Qt::TextElideMode elide = Qt::ElideRight;
};

// In the painter's pen; cut to the width of `area` with an ellipsis. `text` has no line breaks.
void paintLine(QPainter &painter, const QRect &area, const QString &text, const LineLook &look);

} // namespace gatehouse::console
