// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/alert_pace.h"

#include "models/text.h"

#include <QCoreApplication>

#include <algorithm>

namespace gatehouse::console {

namespace {

constexpr qsizetype mostKnown = 100'000; // ids; some 10 MiB

struct Words {
    Q_DECLARE_TR_FUNCTIONS(AlertPace)
};

QString titleOf(const std::vector<Alert> &waiting)
{
    const auto count = static_cast<int>(waiting.size());
    const bool allCritical = std::all_of(waiting.begin(), waiting.end(),
        [](const Alert &alert) { return alert.severity == Severity::Critical; });
    return allCritical ? Words::tr("%n critical calls wait", nullptr, count)
                       : Words::tr("%n serious calls wait", nullptr, count);
}

QString textOf(const Alert &alert, bool oldestOfMany)
{
    const QString rule = alert.rule.isEmpty() ? Words::tr("no rule") : alert.rule;
    const QString text = oldestOfMany ? Words::tr("The oldest: %1, rule %2, key %3 of %4")
                                      : Words::tr("%1, rule %2, key %3 of %4");
    return text.arg(word(alert.severity), rule, alert.key, alert.team);
}

} // namespace

void AlertPace::add(const std::vector<Alert> &alerts)
{
    if (m_known.size() > mostKnown)
        m_known.clear();
    for (const Alert &alert : alerts) {
        if (m_known.contains(alert.id))
            continue;
        m_known.insert(alert.id);
        m_waiting.push_back(alert);
    }
    std::sort(m_waiting.begin(), m_waiting.end(), [](const Alert &a, const Alert &b) { return a.id < b.id; });
}

void AlertPace::drop(const QStringList &ids)
{
    std::erase_if(m_waiting, [&](const Alert &alert) { return ids.contains(alert.id); });
}

void AlertPace::clear()
{
    m_waiting.clear();
}

std::optional<AlertNotice> AlertPace::take(Timestamp now)
{
    if (wait(now) != Micros::zero())
        return {};
    AlertNotice notice{
        titleOf(m_waiting), textOf(m_waiting.front(), m_waiting.size() > 1), m_waiting.front().id};
    m_waiting.clear();
    m_last = now;
    return notice;
}

std::optional<Micros> AlertPace::wait(Timestamp now) const
{
    if (m_waiting.empty())
        return {};
    // A clock that was set back holds nothing up.
    if (!m_last || now < *m_last)
        return Micros::zero();
    return std::max(Micros::zero(), Micros(*m_last + betweenNotices - now));
}

} // namespace gatehouse::console
