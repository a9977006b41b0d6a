// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/state_bar.h"

#include "models/system/gateway_status.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QStyle>

namespace gatehouse::console {

namespace {
constexpr int dotSize = 8;
constexpr int dotRoom = 28;
} // namespace

StateBar::StateBar(QWidget *parent)
    : QWidget(parent)
    , m_words(new QLabel)
    , m_undo(new QLabel)
    , m_toggle(new QPushButton)
    , m_dismiss(new QPushButton(tr("Dismiss")))
{
    setAccessibleName(tr("Status"));
    m_words->setTextFormat(Qt::PlainText);
    m_words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_words->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_undo->setProperty("look", QStringLiteral("muted"));
    for (QPushButton *button : {m_toggle, m_dismiss}) {
        button->setProperty("look", QStringLiteral("link"));
        button->setFocusPolicy(Qt::TabFocus);
    }
    m_toggle->setObjectName(QStringLiteral("gateway"));
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(space::between, 2, space::around, 2);
    line->setSpacing(space::around);
    line->addSpacing(dotRoom - space::between);
    line->addWidget(m_words, 1);
    line->addWidget(m_dismiss);
    line->addWidget(m_undo);
    line->addWidget(m_toggle);
    connect(m_toggle, &QPushButton::clicked, this, &StateBar::gatewayToggleWanted);
    connect(m_dismiss, &QPushButton::clicked, this, [this] { sayTrouble({}); });
    connect(&Theme::instance(), &Theme::changed, this, &StateBar::refresh);
    refresh();
}

void StateBar::setStatus(const GatewayStatus &status)
{
    const QLocale locale;
    m_alive = !status.gateways().isEmpty();
    QStringList parts;
    for (const GatewayView &gateway : status.gateways())
        parts.append(
            tr("Gateway %1 · %2 req/s · journal %3")
                .arg(gateway.address,
                    locale.toString(gateway.requestsPerSecond, 'f', gateway.requestsPerSecond < 10 ? 1 : 0),
                    locale.toString(gateway.journalDepth)));
    m_gatewayText = parts.join(QStringLiteral("  ·  "));
    m_policyText
        = status.policy().isEmpty() ? tr("no policy published") : tr("policy %1").arg(status.policy());
    m_trouble = status.trouble();
    refresh();
}

void StateBar::setOwnGateway(OwnGateway state, const QString &words)
{
    m_own = state;
    m_ownWords = words;
    refresh();
}

void StateBar::setUndoText(const QString &text, const QString &key)
{
    m_undo->setText(text.isEmpty() ? QString() : tr("undo (%1): %2").arg(key, text));
}

void StateBar::sayTrouble(const QString &text)
{
    m_passing = text;
    refresh();
}

QString StateBar::calmText() const
{
    if (m_own == OwnGateway::Starting)
        return tr("Gateway is starting") + QStringLiteral(" · ") + m_policyText;
    if (m_own == OwnGateway::Stopping)
        return tr("Gateway is stopping; calls in flight are finished") + QStringLiteral(" · ") + m_policyText;
    const QString gateway = m_alive    ? m_gatewayText
        : m_own == OwnGateway::Running ? m_ownWords
                                       : tr("No gateway is running");
    return gateway + QStringLiteral(" · ") + m_policyText;
}

void StateBar::refresh()
{
    const QString failed = m_own == OwnGateway::Failed ? m_ownWords : QString();
    const QString trouble = !m_trouble.isEmpty() ? m_trouble : !m_passing.isEmpty() ? m_passing : failed;
    m_words->setText(trouble.isEmpty() ? calmText() : trouble);
    m_words->setToolTip(m_words->text());
    m_words->setProperty("look", trouble.isEmpty() ? QVariant() : QVariant(QStringLiteral("warning")));
    m_words->style()->unpolish(m_words);
    m_words->style()->polish(m_words);
    m_dismiss->setVisible(m_trouble.isEmpty() && !m_passing.isEmpty());
    m_undo->setVisible(trouble.isEmpty());
    const bool on = m_own == OwnGateway::Running || m_own == OwnGateway::Starting;
    m_toggle->setText(on ? tr("Stop gateway") : tr("Start gateway"));
    m_toggle->setAccessibleName(m_toggle->text());
    m_toggle->setEnabled(m_own != OwnGateway::Stopping);
    m_toggle->setVisible(on || m_own == OwnGateway::Stopping || !m_alive);
    update();
}

void StateBar::paintEvent(QPaintEvent * /*event*/)
{
    const Tokens &t = tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool troubled = m_words->property("look").isValid();
    painter.fillRect(rect(), troubled ? t.tint(Severity::High) : t.bg);
    const bool up = m_alive || m_own == OwnGateway::Running;
    const QColor dot = troubled ? t.of(Severity::High) : up ? t.of(Severity::Low) : t.muted;
    const QRect place(space::between, (height() - dotSize) / 2, dotSize, dotSize);
    painter.setPen(up || troubled ? QPen(Qt::NoPen) : QPen(dot, 1.5));
    painter.setBrush(up || troubled ? QBrush(dot) : QBrush(Qt::NoBrush));
    painter.drawEllipse(QStyle::visualRect(layoutDirection(), rect(), place));
}

} // namespace gatehouse::console
