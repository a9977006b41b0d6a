// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/alert_watch.h"

#include "models/matching_count.h"
#include "models/store_session.h"
#include "models/text.h"
#include "store/interactions.h"

namespace gatehouse::console {

namespace {

constexpr std::size_t mostChanges = 2000; // read in one step
constexpr std::size_t mostRead = 200; // calls, when the changes themselves are forgotten
constexpr qint64 restFactor = 10, longestRestMs = 60'000;

Alert alertOf(const store::InteractionRow &row)
{
    return {toQString(row.id.value), row.severity,
        row.rules.empty() ? QString() : toQString(row.rules.front()), toQString(row.key.value),
        toQString(row.team)};
}

std::vector<Alert> alertsOf(const std::vector<store::InteractionRow> &rows)
{
    std::vector<Alert> alerts;
    for (const store::InteractionRow &row : rows)
        alerts.push_back(alertOf(row));
    return alerts;
}

} // namespace

AlertWatch::AlertWatch(StoreSession &session, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_reader(session.newReader(this))
    , m_clock(clock)
{
    m_rest.setSingleShot(true);
    m_due.setSingleShot(true);
    connect(&m_rest, &QTimer::timeout, this, [this] {
        if (std::exchange(m_again, false))
            look();
    });
    connect(&m_due, &QTimer::timeout, this, &AlertWatch::sayWhatIsDue);
    connect(&session, &StoreSession::changed, this, &AlertWatch::look);
    look();
}

QString AlertWatch::filter() const
{
    return m_level == AlertLevel::High ? QStringLiteral("state:open severity>=high")
                                       : QStringLiteral("state:open severity:critical");
}

void AlertWatch::setLevel(AlertLevel level)
{
    m_level = level;
    m_pace.clear();
}

void AlertWatch::setWatched(bool watched)
{
    m_watched = watched;
    m_pace.clear();
}

Result<AlertWatch::News> AlertWatch::readNews(
    store::Store &store, const std::string &filter, std::int64_t since)
{
    News news;
    const auto count = countMatching(store, "state:open severity:critical");
    const auto latest = store::latestChange(store);
    const auto parsed = store::parseFilter(filter);
    if (!count || !latest || !parsed)
        return tl::unexpected<Error>(!count ? count.error() : !latest ? latest.error() : parsed.error());
    news.openCritical = *count;
    news.upTo = *latest;
    if (since < 0)
        return news;
    const auto changes = store::changesSince(store, *parsed, since, mostChanges);
    if (!changes)
        return tl::unexpected<Error>(changes.error());
    if (changes->overrun) {
        const auto rows = store::listInteractions(store, *parsed, mostRead);
        if (!rows)
            return tl::unexpected<Error>(rows.error());
        news.arrived = alertsOf(*rows);
        return news;
    }
    news.upTo = changes->upTo;
    news.more = static_cast<std::size_t>(changes->upTo - since) >= mostChanges;
    news.arrived = alertsOf(changes->matching);
    QSet<QString> stay;
    for (const Alert &alert : news.arrived)
        stay.insert(alert.id);
    for (const InteractionId &id : changes->ids) {
        if (const QString changed = toQString(id.value); !stay.contains(changed))
            news.gone.append(changed);
    }
    return news;
}

void AlertWatch::look()
{
    if (m_asking || m_rest.isActive()) {
        m_again = true;
        return;
    }
    m_asking = true;
    m_asked.start();
    m_reader->ask(
        this,
        [filter = filter().toStdString(), since = m_since](
            store::Store &store) { return readNews(store, filter, since); },
        [this, level = m_level](const Result<News> &news) {
            m_asking = false;
            m_rest.start(static_cast<int>(std::min(m_asked.elapsed() * restFactor, longestRestMs)));
            if (!news)
                return; // what is wrong with the store is said elsewhere
            m_again = m_again || news->more;
            m_since = news->upTo;
            if (level == m_level)
                take(*news);
        });
}

void AlertWatch::take(const News &news)
{
    m_pace.drop(news.gone);
    m_pace.add(news.arrived);
    if (m_watched || m_level == AlertLevel::Off)
        m_pace.clear();
    if (std::exchange(m_openCritical, news.openCritical) != news.openCritical)
        Q_EMIT openCriticalChanged(m_openCritical);
    sayWhatIsDue();
}

void AlertWatch::sayWhatIsDue()
{
    if (const auto notice = m_pace.take(m_clock.now()))
        Q_EMIT noticed(*notice);
    if (const auto wait = m_pace.wait(m_clock.now()))
        m_due.start(std::chrono::ceil<std::chrono::milliseconds>(*wait));
}

} // namespace gatehouse::console
