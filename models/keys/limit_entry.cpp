// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/keys/limit_entry.h"

#include "models/text.h"

#include <QCoreApplication>
#include <QLocale>

namespace gatehouse::console {

namespace {

constexpr qint64 minuteSeconds = 60;
constexpr qint64 hourSeconds = 60 * minuteSeconds;
constexpr qint64 daySeconds = 24 * hourSeconds;

struct LimitWords {
    Q_DECLARE_TR_FUNCTIONS(LimitWords)
};

QString amountText(LimitUnit unit, qint64 amount)
{
    return unit == LimitUnit::MicroUsd ? toQString(usdText(amount)) : QLocale().toString(amount);
}

QString amountWords(LimitUnit unit, qint64 of)
{
    const QString amount = amountText(unit, of);
    switch (unit) {
    case LimitUnit::Requests:
        return LimitWords::tr("%1 requests").arg(amount);
    case LimitUnit::Tokens:
        return LimitWords::tr("%1 tokens").arg(amount);
    case LimitUnit::Parallel:
        return LimitWords::tr("%1 calls at once").arg(amount);
    case LimitUnit::MicroUsd:
        return LimitWords::tr("%1 USD").arg(amount);
    case LimitUnit::BudgetTokens:
        break;
    }
    return LimitWords::tr("%1 tokens of budget").arg(amount);
}

QString calendarWords(CalendarPeriod period)
{
    switch (period) {
    case CalendarPeriod::Hour:
        return LimitWords::tr("a calendar hour");
    case CalendarPeriod::Day:
        return LimitWords::tr("a calendar day");
    case CalendarPeriod::Week:
        return LimitWords::tr("a calendar week");
    case CalendarPeriod::Month:
        return LimitWords::tr("a month");
    case CalendarPeriod::Year:
        break;
    }
    return LimitWords::tr("a year");
}

QString rollingWords(Micros length)
{
    const auto seconds
        = static_cast<qint64>(std::chrono::duration_cast<std::chrono::seconds>(length).count());
    if (seconds == minuteSeconds)
        return LimitWords::tr("a minute");
    if (seconds == hourSeconds)
        return LimitWords::tr("an hour");
    if (seconds == daySeconds)
        return LimitWords::tr("a day");
    if (seconds == 7 * daySeconds)
        return LimitWords::tr("a week");
    if (seconds % daySeconds == 0)
        return LimitWords::tr("in %n days", nullptr, static_cast<int>(seconds / daySeconds));
    if (seconds % hourSeconds == 0)
        return LimitWords::tr("in %n hours", nullptr, static_cast<int>(seconds / hourSeconds));
    return LimitWords::tr("in %n minutes", nullptr, static_cast<int>(seconds / minuteSeconds));
}

QString untilText(const QDateTime &at, const QDateTime &now)
{
    const qint64 seconds = std::max<qint64>(1, now.secsTo(at));
    if (seconds < minuteSeconds)
        return LimitWords::tr("in %n s", nullptr, static_cast<int>(seconds));
    if (seconds < hourSeconds)
        return LimitWords::tr("in %n min", nullptr, static_cast<int>(seconds / minuteSeconds));
    if (seconds < daySeconds)
        return LimitWords::tr("in %n h", nullptr, static_cast<int>(seconds / hourSeconds));
    return LimitWords::tr("in %n days", nullptr, static_cast<int>(seconds / daySeconds));
}

} // namespace

QString word(LimitTier tier)
{
    switch (tier) {
    case LimitTier::Key:
        return LimitWords::tr("key");
    case LimitTier::UseCase:
        return LimitWords::tr("use case");
    case LimitTier::Environment:
        return LimitWords::tr("environment");
    case LimitTier::Team:
        break;
    }
    return LimitWords::tr("team");
}

QString subjectWords(const LimitSubject &subject)
{
    switch (subject.tier) {
    case LimitTier::Key:
        return LimitWords::tr("Key %1").arg(subject.name);
    case LimitTier::UseCase:
        return LimitWords::tr("Use case %1").arg(subject.name);
    case LimitTier::Environment:
        return LimitWords::tr("Environment %1").arg(subject.name);
    case LimitTier::Team:
        break;
    }
    return LimitWords::tr("Team %1").arg(subject.name);
}

QString limitWords(const Limit &limit)
{
    QString amount = amountWords(limit.unit, limit.amount);
    if (limit.unit == LimitUnit::Parallel)
        return amount;
    if (limit.period.zone.empty())
        return LimitWords::tr("%1 %2", "an amount, then a time")
            .arg(amount, rollingWords(limit.period.rolling));
    return LimitWords::tr("%1 %2 (%3)", "an amount, then a time, its time zone")
        .arg(amount, calendarWords(limit.period.calendar), toQString(limit.period.zone));
}

QString raiseWords(const LimitEntry &entry)
{
    if (!entry.limit.raise)
        return {};
    return LimitWords::tr("raised by %1 until %2")
        .arg(amountWords(entry.limit.unit, entry.limit.raise->by),
            absoluteTime(toDateTime(entry.limit.raise->until)).left(16));
}

qint64 amountOf(const LimitEntry &entry)
{
    return entry.limit.amount + (entry.limit.raise ? entry.limit.raise->by : 0);
}

QString usedWords(const LimitEntry &entry)
{
    if (entry.limit.unit == LimitUnit::Parallel)
        return {};
    return LimitWords::tr("%1 of %2", "used of a limit")
        .arg(amountText(entry.limit.unit, entry.used), amountText(entry.limit.unit, amountOf(entry)));
}

QString resetWords(const LimitEntry &entry, const QDateTime &now)
{
    if (!entry.nextReset)
        return LimitWords::tr("how many there are, only the gateway knows");
    if (entry.used == 0)
        return LimitWords::tr("nothing used");
    return entry.limit.period.zone.empty()
        ? LimitWords::tr("next reset %1").arg(untilText(*entry.nextReset, now))
        : LimitWords::tr("begins anew %1").arg(untilText(*entry.nextReset, now));
}

} // namespace gatehouse::console
