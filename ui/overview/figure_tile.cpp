// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/figure_tile.h"

#include "ui/theme/theme.h"

#include <QPainter>

namespace gatehouse::console {

namespace {
constexpr int usualWidth = 180;
}

FigureTile::FigureTile(const QString &name, QWidget *parent)
    : QAbstractButton(parent)
    , m_name(name)
    , m_figure(QStringLiteral("–"))
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setAccessibleName(name);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void FigureTile::setFigure(const QString &figure, const QString &note)
{
    m_figure = figure;
    m_note = note;
    setAccessibleName(tr("%1: %2, %3").arg(m_name, figure, note));
    setToolTip(tr("Show what is counted here"));
    update();
}

QSize FigureTile::sizeHint() const
{
    const int text = QFontMetrics(textFont()).height();
    const int figure = QFontMetrics(figureFont()).height();
    return {usualWidth, 2 * text + figure + 2 * space::between + 2 * space::inside};
}

void FigureTile::paintEvent(QPaintEvent * /*event*/)
{
    const Tokens &t = tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF frame = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    const bool lit = hasFocus() || underMouse();
    painter.setPen(lit ? t.accent : t.line);
    painter.setBrush(isDown() ? t.selection : t.panel);
    painter.drawRoundedRect(frame, space::radius, space::radius);
    const int side = space::around;
    QRect line = rect().adjusted(side, space::between, -side, 0);
    const auto write = [&](const QString &text, const QFont &font, const QColor &colour) {
        painter.setFont(font);
        painter.setPen(colour);
        const QFontMetrics metrics(font);
        line.setHeight(metrics.height());
        painter.drawText(line, Qt::AlignLeading | Qt::AlignVCenter,
            metrics.elidedText(text, Qt::ElideRight, line.width()));
        line.translate(0, metrics.height() + space::inside / 2);
    };
    write(m_name, textFont(), t.muted);
    write(m_figure, figureFont(), t.text);
    write(m_note, textFont(), t.muted);
}

} // namespace gatehouse::console
