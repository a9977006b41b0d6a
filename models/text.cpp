// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text.h"

#include <QCoreApplication>
#include <QLocale>

#include <chrono>

namespace gatehouse::console {

namespace {
struct Words {
    Q_DECLARE_TR_FUNCTIONS(Words)
};
} // namespace

QStringList toQStringList(const std::vector<std::string> &texts)
{
    QStringList list;
    for (const std::string &text : texts)
        list.append(toQString(text));
    return list;
}

QString errorText(const Error &error)
{
    QString text = toQString(error.what);
    if (!error.where.empty())
        text += QStringLiteral(": ") + toQString(error.where);
    if (!error.advice.empty())
        text += QStringLiteral(" (") + toQString(error.advice) + QLatin1Char(')');
    return text;
}

QString checkWord(std::string_view kind)
{
    return checkWord(toQString(kind));
}

QString checkWord(const QString &kind)
{
    if (kind == QLatin1String("pii"))
        return QStringLiteral("PII");
    QString words = kind;
    return words.replace(QLatin1Char('_'), QLatin1Char(' '));
}

qsizetype utf16Offset(std::string_view utf8, std::size_t bytes)
{
    qsizetype units = 0;
    const std::size_t end = std::min(bytes, utf8.size());
    for (std::size_t i = 0; i < end; ++i) {
        const auto byte = static_cast<unsigned char>(utf8[i]);
        if ((byte & 0xC0U) == 0x80U)
            continue;
        units += byte >= 0xF0U ? 2 : 1;
    }
    return units;
}

QDateTime toDateTime(Timestamp at)
{
    return QDateTime::fromMSecsSinceEpoch(toMicros(at) / 1000);
}

QString relativeTime(const QDateTime &at, const QDateTime &now)
{
    const QLocale locale;
    const qint64 seconds = at.secsTo(now);
    if (seconds >= 0 && seconds < 10)
        return Words::tr("just now");
    if (seconds >= 0 && seconds < 3600) {
        return seconds < 60 ? Words::tr("%n s ago", nullptr, static_cast<int>(seconds))
                            : Words::tr("%n min ago", nullptr, static_cast<int>(seconds / 60));
    }
    if (at.date() == now.date())
        return locale.toString(at.time(), QStringLiteral("HH:mm"));
    if (at.daysTo(now) < 7 && at <= now)
        return locale.toString(at, QStringLiteral("ddd HH:mm"));
    return locale.toString(at.date(),
        at.date().year() == now.date().year() ? QStringLiteral("d MMM") : QStringLiteral("d MMM yyyy"));
}

QString listTime(const QDateTime &at, const QDateTime &now)
{
    const QLocale locale;
    if (at.date() == now.date())
        return locale.toString(at.time(), QStringLiteral("HH:mm:ss"));
    if (at.daysTo(now) < 7 && at <= now)
        return locale.toString(at, QStringLiteral("ddd HH:mm"));
    const bool thisYear = at.date().year() == now.date().year();
    return locale.toString(at, thisYear ? QStringLiteral("d MMM") : QStringLiteral("MMM yyyy"));
}

bool isOverdue(const QDateTime &due, const QDateTime &now)
{
    return due.isValid() && due <= now;
}

QString dueText(const QDateTime &due, const QDateTime &now)
{
    if (!due.isValid())
        return {};
    constexpr qint64 hour = 60, day = 24 * hour;
    const bool late = isOverdue(due, now);
    const qint64 minutes = std::abs(now.secsTo(due)) / 60;
    if (minutes < hour)
        return late ? Words::tr("%n min late", nullptr, static_cast<int>(minutes))
                    : Words::tr("in %n min", nullptr, static_cast<int>(minutes));
    if (minutes < 2 * day)
        return late ? Words::tr("%n h late", nullptr, static_cast<int>(minutes / hour))
                    : Words::tr("in %n h", nullptr, static_cast<int>(minutes / hour));
    return late ? Words::tr("%n days late", nullptr, static_cast<int>(minutes / day))
                : Words::tr("in %n days", nullptr, static_cast<int>(minutes / day));
}

QString absoluteTime(const QDateTime &at)
{
    return at.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz"));
}

QString durationText(double microseconds)
{
    const QLocale locale;
    if (microseconds < 1000)
        return locale.toString(microseconds, 'f', microseconds < 10 ? 1 : 0) + QStringLiteral(" µs");
    if (microseconds < 1'000'000)
        return locale.toString(microseconds / 1000, 'f', 1) + QStringLiteral(" ms");
    return locale.toString(microseconds / 1'000'000, 'f', 1) + QStringLiteral(" s");
}

QString moneyText(std::int64_t microUsd)
{
    const double dollars = static_cast<double>(microUsd) / 1e6;
    return QLatin1Char('$') + QLocale().toString(dollars, 'f', microUsd < 1'000'000 ? 4 : 2);
}

QString bytesText(std::int64_t bytes)
{
    return QLocale().formattedDataSize(bytes, bytes < 1024 ? 0 : 1);
}

} // namespace gatehouse::console
