// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/section_title.h"

#include "ui/theme/theme.h"

#include <QFrame>
#include <QPainter>
#include <QStyle>

namespace gatehouse::console {

SectionTitle::SectionTitle(const QString &text, QWidget *parent)
    : QLabel(text, parent)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(false);
    restyle();
    connect(&Theme::instance(), &Theme::changed, this, &SectionTitle::restyle);
}

void SectionTitle::restyle()
{
    setFont(titleFont());
}

void SectionTitle::paintEvent(QPaintEvent *event)
{
    const QRect room = contentsRect();
    const QString cut = fontMetrics().elidedText(text(), Qt::ElideRight, room.width());
    if (cut == text()) {
        QLabel::paintEvent(event);
        return;
    }
    QPainter painter(this);
    const Qt::Alignment where = QStyle::visualAlignment(layoutDirection(), alignment());
    style()->drawItemText(
        &painter, room, static_cast<int>(where), palette(), isEnabled(), cut, foregroundRole());
}

QWidget *newLine(QWidget *parent)
{
    auto *line = new QFrame(parent);
    line->setProperty("look", QStringLiteral("line"));
    line->setFixedHeight(1);
    return line;
}

} // namespace gatehouse::console
