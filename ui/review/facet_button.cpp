// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/facet_button.h"

#include "ui/theme/theme.h"

#include <QLocale>
#include <QPainter>
#include <QStyle>

namespace gatehouse::console {

namespace {
constexpr int barWidth = 3;
}

FacetButton::FacetButton(QWidget *parent)
    : QAbstractButton(parent)
{
    setCheckable(true);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
}

void FacetButton::setFacet(const QString &value, const QString &word, qint64 count)
{
    if (m_value == value && m_count == count && text() == word)
        return;
    m_value = value;
    m_count = count;
    setText(word);
    setAccessibleName(tr("%1, %2").arg(word, QLocale().toString(count)));
    setToolTip(tr("Filter by %1").arg(word));
    update();
}

QSize FacetButton::sizeHint() const
{
    return {space::around * 4, std::max(space::row - space::inside, fontMetrics().height() + space::inside)};
}

void FacetButton::paintEvent(QPaintEvent * /*event*/)
{
    const Tokens &t = tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    if (isChecked() || underMouse() || hasFocus()) {
        painter.setBrush(isChecked() ? t.selection : t.tint(Severity::Info));
        painter.drawRoundedRect(rect(), space::radius, space::radius);
    }
    if (isChecked() || hasFocus()) {
        const QRect bar(0, space::inside, barWidth, height() - 2 * space::inside);
        painter.fillRect(QStyle::visualRect(layoutDirection(), rect(), bar), t.accent);
    }
    const QRect inner = rect().adjusted(space::between, 0, -space::between, 0);
    const QString count = QLocale().toString(m_count);
    const int countWidth = fontMetrics().horizontalAdvance(count);
    const Qt::Alignment end = QStyle::visualAlignment(layoutDirection(), Qt::AlignRight) | Qt::AlignVCenter;
    const Qt::Alignment begin = QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft) | Qt::AlignVCenter;
    painter.setPen(t.muted);
    painter.drawText(inner, static_cast<int>(end), count);
    painter.setPen(t.text);
    const QRect words
        = QStyle::visualRect(layoutDirection(), inner, inner.adjusted(0, 0, -countWidth - space::between, 0));
    painter.drawText(
        words, static_cast<int>(begin), fontMetrics().elidedText(text(), Qt::ElideRight, words.width()));
}

} // namespace gatehouse::console
