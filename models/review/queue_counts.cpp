// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/review/queue_counts.h"

#include "models/filter_text.h"
#include "models/matching_count.h"
#include "models/store_session.h"
#include "models/text.h"
#include "store/interactions.h"

namespace gatehouse::console {

namespace {

constexpr qint64 restFactor = 10, longestRestMs = 120000;

Result<QList<FacetValue>> facetOf(store::Store &store, const QString &filterText, const QString &field)
{
    const auto filter = store::parseFilter(filterWithoutField(filterText, field).toStdString());
    if (!filter)
        return tl::unexpected<Error>(filter.error());
    const auto counts = store::facetCounts(store, *filter, field.toStdString());
    if (!counts)
        return tl::unexpected<Error>(counts.error());
    QList<FacetValue> values;
    for (const store::FacetCount &count : *counts) {
        if (!count.value.empty())
            values.append({toQString(count.value), count.count});
    }
    return values;
}

} // namespace

QString currentUser()
{
    const QString user = qEnvironmentVariable("USER", qEnvironmentVariable("LOGNAME"));
    return user.isEmpty() ? QStringLiteral("local") : user;
}

QueueCounts::QueueCounts(StoreSession &session, QObject *parent)
    : QObject(parent)
    , m_reader(session.newReader(this))
    , m_facetReader(session.newReader(this))
{
    m_rest.setSingleShot(true);
    connect(&m_rest, &QTimer::timeout, this, [this] {
        if (m_facetsAgain)
            askFacets();
    });
    connect(&session, &StoreSession::changed, this, [this] {
        ask();
        askFacets();
    });
}

const QStringList &QueueCounts::facetFields()
{
    static const QStringList fields{QStringLiteral("verdict"), QStringLiteral("severity"),
        QStringLiteral("check"), QStringLiteral("team")};
    return fields;
}

void QueueCounts::setFilter(const QString &filter)
{
    m_filter = filter;
    m_reader->cancel();
    m_facetReader->cancel();
    m_rest.stop();
    m_counted = m_asking = m_again = m_askingFacets = m_facetsAgain = false;
    ask();
    askFacets();
}

void QueueCounts::setActive(bool active)
{
    if (active == m_active)
        return;
    m_active = active;
    setFilter(m_filter);
}

void QueueCounts::ask()
{
    if (!m_active)
        return;
    if (m_asking) {
        m_again = true;
        return;
    }
    m_asking = true;
    const auto read = [filter = m_filter](store::Store &store) -> Result<Counts> {
        Counts counts;
        const auto matching = countMatching(store, filter.toStdString());
        const auto open = countMatching(store, "state:open");
        const auto mine = countMatching(store, "-state:resolved assignee:" + currentUser().toStdString());
        if (!matching)
            return tl::unexpected<Error>(matching.error());
        counts.matching = *matching;
        counts.open = open.value_or(0);
        counts.mine = mine.value_or(0);
        return counts;
    };
    m_reader->ask(this, read, [this](Result<Counts> counts) {
        m_asking = false;
        if (counts) {
            counts->facets = std::move(m_now.facets);
            counts->overdue = m_now.overdue;
            m_now = std::move(*counts);
            m_counted = true;
            Q_EMIT changed();
        }
        if (std::exchange(m_again, false))
            ask();
    });
}

void QueueCounts::askFacets()
{
    if (!m_active)
        return;
    if (m_askingFacets || m_rest.isActive()) {
        m_facetsAgain = true;
        return;
    }
    m_askingFacets = true;
    m_facetsAgain = false;
    m_facetTime.start();
    askFacet(0);
}

void QueueCounts::askFacet(int place)
{
    const QString field = facetFields()[place];
    m_facetReader->ask(
        this, [filter = m_filter, field](store::Store &store) { return facetOf(store, filter, field); },
        [this, field, place](const Result<QList<FacetValue>> &values) {
            if (values) {
                m_now.facets.insert(field, *values);
                Q_EMIT changed();
            }
            if (place + 1 < facetFields().size())
                askFacet(place + 1);
            else
                askOverdue();
        });
}

void QueueCounts::askOverdue()
{
    m_facetReader->ask(
        this, [](store::Store &store) { return countMatching(store, "due:overdue"); },
        [this](const Result<qint64> &overdue) {
            m_now.overdue = overdue.value_or(0);
            Q_EMIT changed();
            endFacets();
        });
}

void QueueCounts::endFacets()
{
    m_askingFacets = false;
    m_rest.start(static_cast<int>(std::min<qint64>(m_facetTime.elapsed() * restFactor, longestRestMs)));
}

} // namespace gatehouse::console
