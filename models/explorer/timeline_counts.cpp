// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/explorer/timeline_counts.h"

#include "models/store_session.h"
#include "models/text.h"

namespace gatehouse::console {

namespace {
constexpr int pauseMs = 2000;
}

TimelineCounts::TimelineCounts(StoreSession &session, QObject *parent)
    : QObject(parent)
    , m_reader(session.newReader(this))
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    connect(&m_pause, &QTimer::timeout, this, &TimelineCounts::begin);
    // What had to be counted call by call is not counted again for every new one.
    connect(&session, &StoreSession::changed, this, [this] {
        if ((m_timeline.isRolledUp || m_timeline.steps.empty()) && !m_pause.isActive())
            m_pause.start();
    });
}

void TimelineCounts::setFilter(const QString &filter)
{
    auto read = store::parseFilter(filter.toStdString());
    if (!read)
        return;
    m_filter = std::move(*read);
    m_pause.stop();
    m_reader->cancel();
    begin();
}

std::vector<VerdictStep> TimelineCounts::steps() const
{
    std::vector<VerdictStep> steps;
    for (std::size_t i = 0; i < m_timeline.steps.size(); ++i) {
        VerdictStep step{
            toDateTime(m_timeline.startOf(i)).toUTC(), toDateTime(m_timeline.startOf(i + 1)).toUTC(), {}};
        for (std::size_t kind = 0; kind < step.counts.size(); ++kind)
            step.counts[kind] = m_timeline.steps[i].verdicts[kind];
        steps.push_back(std::move(step));
    }
    return steps;
}

void TimelineCounts::begin()
{
    m_reader->ask(
        this, [filter = m_filter](store::Store &store) { return store::beginTimeline(store, filter); },
        [this](Result<store::Timeline> timeline) { take(std::move(timeline)); });
}

void TimelineCounts::goOn()
{
    m_reader->ask(
        this,
        [filter = m_filter, timeline = m_timeline](
            store::Store &store) { return store::continueTimeline(store, filter, timeline); },
        [this](Result<store::Timeline> timeline) { take(std::move(timeline)); });
}

void TimelineCounts::take(Result<store::Timeline> &&timeline)
{
    if (!timeline) {
        Q_EMIT failed(errorText(timeline.error()));
        return;
    }
    const bool isNews = m_timeline != *timeline;
    m_timeline = std::move(*timeline);
    if (isNews)
        Q_EMIT changed();
    if (m_timeline.uncounted > 0)
        goOn();
}

} // namespace gatehouse::console
