// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/rail_button.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QLocale>
#include <QPainter>
#include <QStyle>

namespace gatehouse::console {

namespace {
constexpr int railWidth = 76;
constexpr int barWidth = 3;
constexpr int mostShown = 999;
} // namespace

RailButton::RailButton(QString icon, const QString &word, QWidget *parent)
    : QAbstractButton(parent)
    , m_icon(std::move(icon))
{
    setText(word);
    setAccessibleName(word);
    setCheckable(true);
    setAutoExclusive(true);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void RailButton::setBadge(int count)
{
    m_badge = count;
    setAccessibleDescription(count > 0 ? tr("%n waiting", nullptr, count) : QString());
    update();
}

QSize RailButton::sizeHint() const
{
    const int words = fontMetrics().horizontalAdvance(text()) + 2 * space::between;
    return {std::max(railWidth, words),
        space::icon + fontMetrics().height() + space::inside + 2 * space::between};
}

void RailButton::paintEvent(QPaintEvent * /*event*/)
{
    const Tokens &t = tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (isChecked() || underMouse() || hasFocus())
        painter.fillRect(rect(), isChecked() ? t.selection : t.tint(Severity::Info));
    if (isChecked() || hasFocus())
        painter.fillRect(
            QStyle::visualRect(layoutDirection(), rect(), QRect(0, 0, barWidth, height())), t.accent);
    const QRect icon((width() - space::icon) / 2, space::between, space::icon, space::icon);
    themedIcon(m_icon, isChecked() ? t.accent : t.muted).paint(&painter, icon);
    painter.setPen(isChecked() ? t.text : t.muted);
    const QRect words(0, icon.bottom() + space::inside, width(), fontMetrics().height() + space::inside);
    painter.drawText(words, static_cast<int>(Qt::AlignHCenter | Qt::AlignTop), text());
    if (m_badge > 0)
        paintBadge(painter, icon);
}

void RailButton::paintBadge(QPainter &painter, const QRect &icon) const
{
    QFont font = textFont();
    font.setPointSizeF(textFont().pointSizeF() - 2);
    font.setWeight(QFont::DemiBold);
    const QFontMetrics metrics(font);
    const QString count = m_badge > mostShown ? QLocale().toString(mostShown) + QLatin1Char('+')
                                              : QLocale().toString(m_badge);
    const int high = metrics.height();
    const int wide = std::max(high, metrics.horizontalAdvance(count) + space::between);
    QRect pill(icon.right() - space::inside, icon.top() - space::inside, wide, high);
    pill.moveRight(std::min(pill.right(), width() - 2));
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens().accent);
    painter.drawRoundedRect(pill, high / 2.0, high / 2.0);
    painter.setPen(tokens().onAccent);
    painter.setFont(font);
    painter.drawText(pill, static_cast<int>(Qt::AlignCenter), count);
}

} // namespace gatehouse::console
