// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/handover_line.h"

#include "models/review/handovers.h"
#include "models/text.h"
#include "ui/settings/preferences.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace gatehouse::console {

namespace {
constexpr int mostCharacters = 100;
const QString dismissedKey = QStringLiteral("handover_dismissed");

QString momentOf(const HandoverEntry &entry)
{
    return QString::number(entry.at.toMSecsSinceEpoch());
}
} // namespace

HandoverLine::HandoverLine(Handovers &handovers, Preferences &preferences, QString store, QWidget *parent)
    : QWidget(parent)
    , m_handovers(handovers)
    , m_preferences(preferences)
    , m_store(std::move(store))
    , m_text(new QPushButton)
{
    m_text->setProperty("look", QStringLiteral("link"));
    auto *away = new QPushButton(tr("Dismiss"));
    away->setProperty("look", QStringLiteral("link"));
    away->setToolTip(tr("Hide this line for yourself, until the next hand-over"));
    away->setAccessibleName(tr("Dismiss the hand-over"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::between, space::inside, space::between, space::inside);
    row->addWidget(m_text);
    row->addStretch(1);
    row->addWidget(away);
    connect(m_text, &QPushButton::clicked, this, &HandoverLine::opened);
    connect(away, &QPushButton::clicked, this, &HandoverLine::dismiss);
    connect(&handovers, &Handovers::changed, this, &HandoverLine::refresh);
    connect(&m_minute, &QTimer::timeout, this, &HandoverLine::refresh);
    m_minute.start(std::chrono::minutes(1));
    refresh();
}

void HandoverLine::refresh()
{
    const auto &newest = m_handovers.newest();
    const bool isNews
        = newest && !newest->own && momentOf(*newest) != m_preferences.ofStore(m_store, dismissedKey);
    setVisible(isNews);
    if (!isNews)
        return;
    const QString first = newest->text.section(QLatin1Char('\n'), 0, 0);
    const QString begin
        = first.size() > mostCharacters ? first.left(mostCharacters) + QStringLiteral("…") : first;
    QString text = tr("Hand-over by %1, %2").arg(newest->author, relativeTime(newest->at));
    if (!begin.isEmpty())
        text += QStringLiteral(": ") + begin;
    // An ampersand would become a mnemonic.
    m_text->setText(QString(text).replace(QLatin1Char('&'), QStringLiteral("&&")));
    m_text->setAccessibleName(text);
    m_text->setToolTip(absoluteTime(newest->at));
}

void HandoverLine::dismiss()
{
    if (const auto &newest = m_handovers.newest())
        m_preferences.setOfStore(m_store, dismissedKey, momentOf(*newest));
    refresh();
}

} // namespace gatehouse::console
