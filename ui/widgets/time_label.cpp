// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/time_label.h"

#include "models/text.h"

#include <QTimer>

namespace gatehouse::console {

namespace {
constexpr int refreshMs = 15000;
}

TimeLabel::TimeLabel(QWidget *parent)
    : QLabel(parent)
{
    auto *timer = new QTimer(this);
    timer->setInterval(refreshMs);
    connect(timer, &QTimer::timeout, this, &TimeLabel::refresh);
    timer->start();
}

void TimeLabel::setTime(const QDateTime &at)
{
    m_at = at;
    setToolTip(absoluteTime(at));
    refresh();
}

void TimeLabel::refresh()
{
    setText(m_at.isValid() ? relativeTime(m_at) : QString());
}

} // namespace gatehouse::console
