// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/offline_banner.h"

#include "models/store_session.h"
#include "models/text.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

#include <algorithm>

namespace gatehouse::console {

namespace {
constexpr int secondMs = 1000;
}

OfflineBanner::OfflineBanner(StoreSession &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_why(new QLabel)
    , m_state(new QLabel)
    , m_tryNow(new QPushButton(tr("Try now")))
{
    setAccessibleName(tr("State of the store"));
    m_why->setObjectName(QStringLiteral("why"));
    m_state->setObjectName(QStringLiteral("state"));
    for (QLabel *label : {m_why, m_state}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_why->setProperty("look", QStringLiteral("warning"));
    m_tryNow->setToolTip(tr("Ask the store again at once"));
    auto *words = new QVBoxLayout;
    words->setSpacing(space::inside);
    words->addWidget(m_why);
    words->addWidget(m_state);
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(space::around, space::between, space::around, space::between);
    line->setSpacing(space::around);
    line->addLayout(words, 1);
    line->addWidget(m_tryNow);
    m_second.setInterval(secondMs);
    connect(&m_second, &QTimer::timeout, this, &OfflineBanner::count);
    connect(&session, &StoreSession::troubleChanged, this, &OfflineBanner::refresh);
    connect(&session, &StoreSession::readOnlyReasonChanged, this, &OfflineBanner::refresh);
    connect(&session, &StoreSession::nextTryChanged, this, &OfflineBanner::count);
    connect(m_tryNow, &QPushButton::clicked, &session, &StoreSession::tryNow);
    refresh();
}

void OfflineBanner::refresh()
{
    const bool offline = !m_session.isOnline();
    setVisible(!m_session.refusal().isEmpty());
    m_state->setVisible(offline);
    m_tryNow->setVisible(offline);
    m_why->setText(offline ? tr("The store cannot be reached: %1").arg(m_session.trouble())
                           : m_session.readOnlyReason());
    if (offline) {
        m_second.start();
        count();
    } else {
        m_second.stop();
    }
}

void OfflineBanner::count()
{
    const QDateTime loaded = m_session.lastAnswer();
    const QString shown = loaded.isValid()
        ? tr("What is shown was read %1; nothing can be changed until the store is back.")
              .arg(relativeTime(loaded))
        : tr("Nothing could be read yet, and nothing can be changed.");
    const auto left = std::max<qint64>(
        0, (QDateTime::currentDateTime().msecsTo(m_session.nextTry()) + secondMs - 1) / secondMs);
    const QString next
        = left == 0 ? tr("Trying again.") : tr("Trying again in %n s.", nullptr, static_cast<int>(left));
    m_state->setText(shown + QLatin1Char(' ') + next);
}

void OfflineBanner::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokens().tint(Severity::High));
    painter.fillRect(QRect(0, height() - 1, width(), 1), tokens().line);
}

} // namespace gatehouse::console
