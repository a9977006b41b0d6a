// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/keys/raise_fields.h"

#include "models/text.h"
#include "ui/theme/theme.h"

#include <QDateTimeEdit>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>

namespace gatehouse::console {

namespace {

constexpr int amountCharacters = 9;
constexpr int usualDays = 1;

// As far as the field shows it.
QDateTime toTheMinute(const QDateTime &at)
{
    return QDateTime(at.date(), QTime(at.time().hour(), at.time().minute()));
}

} // namespace

RaiseFields::RaiseFields(int number, QWidget *parent)
    : QWidget(parent)
    , m_amount(new QLineEdit)
    , m_until(new QDateTimeEdit(toTheMinute(QDateTime::currentDateTime().addDays(usualDays))))
{
    m_amount->setObjectName(QStringLiteral("raise_amount"));
    m_amount->setAccessibleName(tr("Raise of limit %1").arg(number));
    m_amount->setToolTip(tr("How much more, in the same unit"));
    m_amount->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    m_amount->setFixedWidth(
        amountCharacters * QFontMetrics(textFont()).horizontalAdvance(QLatin1Char('0')) + 2 * space::around);
    m_until->setObjectName(QStringLiteral("raise_until"));
    m_until->setAccessibleName(tr("End of the raise of limit %1").arg(number));
    m_until->setToolTip(tr("From then on the limit is what it was, by itself"));
    m_until->setCalendarPopup(true);
    m_until->setDisplayFormat(QStringLiteral("yyyy-MM-dd HH:mm"));
    m_until->setMinimumDateTime(toTheMinute(QDateTime::currentDateTime()));
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(space::between);
    line->addWidget(m_amount);
    line->addWidget(new QLabel(tr("more, until")));
    line->addWidget(m_until);
    line->addStretch();
    connect(m_amount, &QLineEdit::textEdited, this, &RaiseFields::edited);
    connect(m_until, &QDateTimeEdit::dateTimeChanged, this, &RaiseFields::edited);
}

void RaiseFields::setRaise(const LimitRaise &raise, LimitUnit unit)
{
    const QSignalBlocker quiet(this);
    m_amount->setText(unit == LimitUnit::MicroUsd ? toQString(usdText(raise.by)) : QString::number(raise.by));
    m_given = raise.until;
    m_until->setDateTime(toTheMinute(toDateTime(raise.until)));
}

std::string RaiseFields::text() const
{
    const bool kept = m_given && toTheMinute(toDateTime(*m_given)) == m_until->dateTime();
    const Timestamp until = kept ? *m_given : fromMicros(m_until->dateTime().toMSecsSinceEpoch() * 1000);
    return "+" + m_amount->text().trimmed().toStdString() + " until " + toRfc3339(until);
}

void RaiseFields::focusAmount()
{
    m_amount->setFocus(Qt::OtherFocusReason);
}

} // namespace gatehouse::console
