// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/keys/limit_meter.h"

#include "models/text.h"
#include "ui/theme/theme.h"

#include <QLabel>
#include <QProgressBar>
#include <QStyle>
#include <QVBoxLayout>

namespace gatehouse::console {

namespace {

constexpr int whole = 1000;
constexpr int nearlyFull = 900; // from here on a person should look
constexpr int barHeight = 4;

int shareOf(const LimitEntry &entry)
{
    const qint64 amount = amountOf(entry);
    if (amount <= 0)
        return whole;
    const double share = static_cast<double>(entry.used) / static_cast<double>(amount);
    return static_cast<int>(std::min(share, 1.0) * whole);
}

} // namespace

LimitMeter::LimitMeter(QWidget *parent)
    : QWidget(parent)
    , m_limit(new QLabel)
    , m_used(new QLabel)
    , m_bar(new QProgressBar)
    , m_reset(new QLabel)
{
    m_limit->setWordWrap(true);
    m_reset->setProperty("look", QStringLiteral("muted"));
    m_reset->setWordWrap(true);
    m_bar->setRange(0, whole);
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(barHeight);
    auto *line = new QHBoxLayout;
    line->setSpacing(space::between);
    line->addWidget(m_limit, 1);
    line->addWidget(m_used, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::inside);
    column->addLayout(line);
    column->addWidget(m_bar);
    column->addWidget(m_reset);
}

void LimitMeter::setEntry(const LimitEntry &entry)
{
    const QString raise = raiseWords(entry);
    m_limit->setText(limitWords(entry.limit) + (raise.isEmpty() ? QString() : QStringLiteral(", ") + raise));
    m_used->setText(usedWords(entry));
    m_reset->setText(resetWords(entry));
    m_reset->setToolTip(entry.nextReset ? absoluteTime(*entry.nextReset) : QString());
    const int share = shareOf(entry);
    m_bar->setVisible(entry.nextReset.has_value());
    m_bar->setValue(share);
    m_bar->setAccessibleName(m_limit->text());
    m_bar->setAccessibleDescription(m_used->text() + QStringLiteral(", ") + m_reset->text());
    m_bar->setProperty("look", share >= nearlyFull ? QVariant(QStringLiteral("full")) : QVariant());
    m_bar->style()->unpolish(m_bar);
    m_bar->style()->polish(m_bar);
}

} // namespace gatehouse::console
