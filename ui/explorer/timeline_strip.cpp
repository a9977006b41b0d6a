// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explorer/timeline_strip.h"

#include "models/text.h"
#include "ui/theme/theme.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace gatehouse::console {

namespace {

constexpr int barsHeight = 44;
// From the ground up.
constexpr VerdictKind stacked[] = {
    VerdictKind::Blocked, VerdictKind::Held, VerdictKind::Masked, VerdictKind::Flagged, VerdictKind::Allowed};

QColor colourOf(VerdictKind kind)
{
    return kind == VerdictKind::Allowed ? tokens().line : tokens().of(kind);
}

QString shortTime(const QDateTime &at)
{
    return QLocale().toString(at.toLocalTime(), QStringLiteral("d MMM HH:mm"));
}

} // namespace

TimelineStrip::TimelineStrip(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("timeline"));
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Calls over time"));
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
    describe();
}

void TimelineStrip::setSteps(std::vector<VerdictStep> steps, bool isCounting)
{
    const bool sameGrid
        = m_steps.size() == steps.size() && (steps.empty() || m_steps.front().start == steps.front().start);
    m_steps = std::move(steps);
    m_isCounting = isCounting;
    if (!sameGrid) {
        m_anchor.reset();
        m_cursor = m_steps.empty() ? -1 : static_cast<int>(m_steps.size()) - 1;
        m_isDragging = false;
    }
    describe();
    update();
}

QSize TimelineStrip::sizeHint() const
{
    return {400, barsHeight + fontMetrics().height() + space::between + space::inside};
}

QRect TimelineStrip::bars() const
{
    return {space::around, space::inside, width() - 2 * space::around, barsHeight};
}

QRectF TimelineStrip::columnOf(int step) const
{
    const QRectF area = bars();
    const qreal each = area.width() / static_cast<qreal>(m_steps.size());
    return {area.left() + each * step, area.top(), each, area.height()};
}

int TimelineStrip::stepAt(int x) const
{
    if (m_steps.empty())
        return -1;
    const QRect area = bars();
    const int count = static_cast<int>(m_steps.size());
    return std::clamp((x - area.left()) * count / std::max(area.width(), 1), 0, count - 1);
}

void TimelineStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setFont(textFont());
    if (m_steps.empty()) {
        painter.setPen(tokens().muted);
        painter.drawText(rect(), Qt::AlignCenter, m_isCounting ? tr("counting…") : tr("No calls"));
        return;
    }
    drawBars(painter);
    drawChoice(painter);
    drawTimes(painter);
}

void TimelineStrip::drawBars(QPainter &painter) const
{
    qint64 highest = 1;
    for (const VerdictStep &step : m_steps)
        highest = std::max(highest, step.calls());
    for (int i = 0; i < static_cast<int>(m_steps.size()); ++i) {
        const VerdictStep &step = m_steps[static_cast<std::size_t>(i)];
        QRectF column = columnOf(i);
        column.setWidth(std::max<qreal>(column.width() - 1, 1));
        qreal ground = column.bottom();
        for (const VerdictKind kind : stacked) {
            if (step.of(kind) == 0)
                continue;
            // What was stopped is seen however many were not.
            const qreal tall = std::max<qreal>(
                column.height() * static_cast<qreal>(step.of(kind)) / static_cast<qreal>(highest), 1);
            ground -= tall;
            painter.fillRect(QRectF(column.left(), ground, column.width(), tall), colourOf(kind));
        }
    }
    painter.setPen(tokens().line);
    painter.drawLine(bars().bottomLeft(), bars().bottomRight());
}

void TimelineStrip::drawChoice(QPainter &painter) const
{
    if (m_cursor < 0 || (!hasFocus() && !m_anchor))
        return;
    const int first = std::min(m_anchor.value_or(m_cursor), m_cursor);
    const int last = std::max(m_anchor.value_or(m_cursor), m_cursor);
    const QRectF area = columnOf(first).united(columnOf(last));
    if (m_anchor) {
        QColor fill = tokens().accent;
        fill.setAlphaF(0.25);
        painter.fillRect(area, fill);
    }
    painter.setPen(tokens().accent);
    painter.drawRect(area.adjusted(0, 0, -1, -1));
}

void TimelineStrip::drawTimes(QPainter &painter) const
{
    const QRect line(bars().left(), bars().bottom() + space::inside, bars().width(), fontMetrics().height());
    painter.setPen(tokens().muted);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, shortTime(m_steps.front().start));
    painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, shortTime(m_steps.back().end));
    if (m_isCounting)
        painter.drawText(line, Qt::AlignCenter, tr("counting…"));
    else if (m_anchor || hasFocus()) {
        painter.setPen(tokens().text);
        painter.drawText(line, Qt::AlignCenter,
            wordsOf(std::min(m_anchor.value_or(m_cursor), m_cursor),
                std::max(m_anchor.value_or(m_cursor), m_cursor)));
    }
}

QString TimelineStrip::wordsOf(int first, int last) const
{
    if (first < 0 || last >= static_cast<int>(m_steps.size()))
        return {};
    qint64 calls = 0;
    for (int i = first; i <= last; ++i)
        calls += m_steps[static_cast<std::size_t>(i)].calls();
    return tr("%1 to %2: %3")
        .arg(shortTime(m_steps[static_cast<std::size_t>(first)].start),
            shortTime(m_steps[static_cast<std::size_t>(last)].end),
            tr("%n call(s)", nullptr, static_cast<int>(calls)));
}

bool TimelineStrip::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && !m_steps.empty()) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int step = stepAt(help->pos().x());
        QStringList lines{wordsOf(step, step)};
        for (const VerdictKind kind : stacked) {
            const qint64 count = m_steps[static_cast<std::size_t>(step)].of(kind);
            if (count > 0)
                lines.append(word(kind) + QLatin1Char(' ') + QLocale().toString(count));
        }
        lines.append(
            tr("Drag, or Shift with the arrow keys, to choose a time; Enter filters by it, Escape or a "
               "double click shows all of it."));
        QToolTip::showText(help->globalPos(), lines.join(QLatin1Char('\n')), this);
        return true;
    }
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        update();
    return QWidget::event(event);
}

void TimelineStrip::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || m_steps.empty())
        return;
    m_isDragging = true;
    moveTo(stepAt(event->pos().x()), false);
    m_anchor = m_cursor;
    describe();
}

void TimelineStrip::mouseMoveEvent(QMouseEvent *event)
{
    if (m_isDragging)
        moveTo(stepAt(event->pos().x()), true);
}

void TimelineStrip::mouseReleaseEvent(QMouseEvent *event)
{
    if (!m_isDragging || event->button() != Qt::LeftButton)
        return;
    m_isDragging = false;
    // A click names its step; a drag asks for its steps.
    if (m_anchor && *m_anchor != m_cursor) {
        choose();
        return;
    }
    m_anchor.reset();
    update();
}

void TimelineStrip::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_isDragging = false;
    m_anchor.reset();
    Q_EMIT cleared();
}

void TimelineStrip::keyPressEvent(QKeyEvent *event)
{
    const bool extend = event->modifiers().testFlag(Qt::ShiftModifier);
    switch (event->key()) {
    case Qt::Key_Left:
        return moveTo(m_cursor - 1, extend);
    case Qt::Key_Right:
        return moveTo(m_cursor + 1, extend);
    case Qt::Key_Home:
        return moveTo(0, extend);
    case Qt::Key_End:
        return moveTo(static_cast<int>(m_steps.size()) - 1, extend);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return choose();
    case Qt::Key_Escape:
        if (!m_anchor)
            Q_EMIT cleared();
        m_anchor.reset();
        m_isDragging = false;
        describe();
        return update();
    default:
        QWidget::keyPressEvent(event);
    }
}

void TimelineStrip::moveTo(int step, bool extend)
{
    if (m_steps.empty())
        return;
    if (!extend)
        m_anchor.reset();
    else if (!m_anchor)
        m_anchor = m_cursor;
    m_cursor = std::clamp(step, 0, static_cast<int>(m_steps.size()) - 1);
    describe();
    update();
}

void TimelineStrip::choose()
{
    if (m_cursor < 0)
        return;
    const auto first = static_cast<std::size_t>(std::min(m_anchor.value_or(m_cursor), m_cursor));
    const auto last = static_cast<std::size_t>(std::max(m_anchor.value_or(m_cursor), m_cursor));
    const QDateTime from = m_steps[first].start, to = m_steps[last].end;
    m_anchor.reset();
    describe();
    update();
    Q_EMIT chosen(from, to);
}

// What a screen reader says of the step, or of the choice.
void TimelineStrip::describe()
{
    setAccessibleDescription(m_steps.empty() ? (m_isCounting ? tr("counting…") : tr("No calls"))
                                             : wordsOf(std::min(m_anchor.value_or(m_cursor), m_cursor),
                                                 std::max(m_anchor.value_or(m_cursor), m_cursor)));
}

} // namespace gatehouse::console
