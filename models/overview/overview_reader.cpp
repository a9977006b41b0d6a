// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/overview/overview_reader.h"

#include "models/overview/overview_lists.h"
#include "models/store_session.h"
#include "models/text.h"
#include "store/figures.h"
#include "store/interactions.h"

namespace gatehouse::console {

namespace {

constexpr int pauseMs = 2000;

struct Grid {
    Timestamp from, to;
    Micros step;
};

Grid gridOf(Period period, Timestamp now)
{
    using std::chrono::hours;
    const Micros step = period == Period::Day ? hours(1) : period == Period::Week ? hours(6) : hours(24);
    const int steps = period == Period::Day ? 24 : period == Period::Week ? 28 : 30;
    const Timestamp end(now.time_since_epoch() / step * step + step);
    return {end - steps * step, end, step};
}

Result<std::vector<VerdictStep>> readSteps(store::Store &store, const Grid &grid)
{
    const auto buckets = store::verdictsOverTime(store, grid.from, grid.to, grid.step);
    if (!buckets)
        return tl::unexpected<Error>(buckets.error());
    std::vector<VerdictStep> steps;
    for (const auto &bucket : *buckets)
        steps.push_back({toDateTime(bucket.start).toUTC(), toDateTime(bucket.start + grid.step).toUTC(),
            {bucket.allowed, bucket.flagged, bucket.masked, bucket.held, bucket.blocked}});
    return steps;
}

Result<OverviewFigures> readFigures(store::Store &store, Timestamp from)
{
    return store::figuresSince(store, from).map([](const store::Figures &read) {
        return OverviewFigures{read.calls, read.blocked, read.flagged, read.openReviews, read.spendUusd};
    });
}

Result<OverviewData> readOverview(store::Store &store, Period period)
{
    const Grid grid = gridOf(period, store.clock().now());
    auto figures = readFigures(store, grid.from);
    if (!figures)
        return tl::unexpected<Error>(std::move(figures.error()));
    auto steps = readSteps(store, grid);
    if (!steps)
        return tl::unexpected<Error>(std::move(steps.error()));
    OverviewData data;
    data.period = period;
    data.from = toDateTime(grid.from).toUTC();
    data.figures = *figures;
    data.steps = std::move(*steps);
    if (Status read = readLists(store, {grid.from, grid.to}, data); !read)
        return tl::unexpected<Error>(std::move(read.error()));
    return data;
}

} // namespace

QString sinceFilter(const QDateTime &from)
{
    return QStringLiteral("since:") + from.toUTC().toString(Qt::ISODate);
}

QString stepFilter(const VerdictStep &step, VerdictKind kind)
{
    return QStringLiteral("verdict:%1 since:%2 until:%3")
        .arg(toQString(name(kind)), step.start.toUTC().toString(Qt::ISODate),
            step.end.toUTC().toString(Qt::ISODate));
}

OverviewReader::OverviewReader(StoreSession &session, QObject *parent)
    : QObject(parent)
    , m_reader(session.newReader(this))
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    connect(&m_pause, &QTimer::timeout, this, &OverviewReader::refresh);
    connect(&session, &StoreSession::changed, this, [this] {
        if (!m_pause.isActive())
            m_pause.start();
    });
    refresh();
}

void OverviewReader::setPeriod(Period period)
{
    if (period == m_period)
        return;
    m_period = period;
    refresh();
}

void OverviewReader::refresh()
{
    m_reader->ask(
        this, [period = m_period](store::Store &store) { return readOverview(store, period); },
        [this](Result<OverviewData> data) {
            if (!data) {
                Q_EMIT loadFailed(errorText(data.error()));
                return;
            }
            if (data->period != m_period || (m_data && *m_data == *data))
                return;
            m_data = std::move(*data);
            Q_EMIT loaded(*m_data);
        });
}

} // namespace gatehouse::console
