// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/spark_bars.h"

#include "models/text.h"
#include "ui/theme/theme.h"

#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

#include <algorithm>

namespace gatehouse::console {

namespace {
constexpr int stripHeight = 40;
constexpr int leastBar = 2; // px; one call among thousands is still seen
} // namespace

SparkBars::SparkBars(const QString &accessibleName, QWidget *parent)
    : QWidget(parent)
{
    setAccessibleName(accessibleName);
    setFixedHeight(stripHeight);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void SparkBars::setCounts(const QList<qint64> &counts, const QDateTime &from, const QDateTime &to)
{
    m_counts = counts;
    m_from = from;
    m_to = to;
    QStringList lines;
    for (qsizetype step = 0; step < counts.size(); ++step) {
        if (counts[step] > 0)
            lines.append(stepText(step));
    }
    setAccessibleDescription(lines.isEmpty() ? tr("None") : lines.join(QStringLiteral("; ")));
    update();
}

QSize SparkBars::sizeHint() const
{
    return {200, stripHeight};
}

QString SparkBars::stepText(qsizetype step) const
{
    const qint64 span = m_from.msecsTo(m_to);
    const QDateTime at = m_from.addMSecs(span * step / std::max<qsizetype>(m_counts.size(), 1));
    return QStringLiteral("%1: %2").arg(absoluteTime(at), QLocale().toString(m_counts[step]));
}

void SparkBars::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(0, height() - 1, width(), 1, tokens().line);
    const qint64 most = m_counts.isEmpty() ? 0 : *std::max_element(m_counts.begin(), m_counts.end());
    if (most == 0)
        return;
    const double step = width() / static_cast<double>(m_counts.size());
    for (qsizetype i = 0; i < m_counts.size(); ++i) {
        if (m_counts[i] == 0)
            continue;
        const int high = std::max(leastBar, static_cast<int>(m_counts[i] * (height() - 1) / most));
        const int left = static_cast<int>(static_cast<double>(i) * step);
        const QRect bar(left, height() - 1 - high, std::max(1, static_cast<int>(step) - 1), high);
        painter.fillRect(QStyle::visualRect(layoutDirection(), rect(), bar), tokens().accent);
    }
}

bool SparkBars::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip || m_counts.isEmpty())
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int x = layoutDirection() == Qt::RightToLeft ? width() - help->pos().x() : help->pos().x();
    const qsizetype step
        = std::clamp<qsizetype>(x * m_counts.size() / std::max(width(), 1), 0, m_counts.size() - 1);
    QToolTip::showText(help->globalPos(), stepText(step), this);
    return true;
}

} // namespace gatehouse::console
