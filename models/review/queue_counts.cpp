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

constexpr std::chrono::milliseconds pause{100}; // decisions come one after the other
constexpr qint64 restFactor = 10, longestRestMs = 120000;
constexpr qint64 overdueKeptMs = 60000; // it grows by the clock alone

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
    m_pause.setSingleShot(true);
    m_pause.setInterval(pause);
    connect(&m_pause, &QTimer::timeout, this, &QueueCounts::askAll);
    connect(&session, &StoreSession::changed, this, [this] {
        if (!m_pause.isActive())
            m_pause.start();
    });
}

void QueueCounts::askAll()
{
    m_deskIsOld = m_overdueIsOld = true;
    ask();
    askFacets();
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
    m_counted = m_asking = m_again = m_askingFacets = m_facetsAgain = m_begun = false;
}

void QueueCounts::begin()
{
    if (std::exchange(m_begun, true))
        return;
    ask();
    askFacets();
}

void QueueCounts::setActive(bool active)
{
    if (active == m_active)
        return;
    m_active = active;
    setFilter(m_filter);
    begin();
}

void QueueCounts::ask()
{
    if (!m_active || !m_begun)
        return;
    if (m_asking) {
        m_again = true;
        return;
    }
    m_asking = true;
    const auto read = [filter = m_filter, before = m_now.numbers, desk = m_deskIsOld](
                          store::Store &store) -> Result<Numbers> {
        Numbers numbers = before;
        const auto matching = countMatching(store, filter.toStdString());
        if (!matching)
            return tl::unexpected<Error>(matching.error());
        numbers.matching = *matching;
        if (desk) {
            numbers.open = countMatching(store, "state:open").value_or(0);
            numbers.mine = countMatching(store,
                filterWithTerm(QStringLiteral("state:open,in_review,escalated"), QStringLiteral("assignee"),
                    currentUser(), false)
                    .toStdString())
                               .value_or(0);
        }
        return numbers;
    };
    m_reader->ask(this, read, [this](const Result<Numbers> &numbers) {
        m_asking = false;
        const bool again = std::exchange(m_again, false);
        if (numbers) {
            m_now.numbers = *numbers;
            m_deskIsOld = again;
            m_counted = true;
            Q_EMIT changed();
        }
        if (again)
            ask();
    });
}

void QueueCounts::askFacets()
{
    if (!m_active || !m_begun)
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
            if (values && m_now.facets.value(field) != *values) {
                m_now.facets.insert(field, *values);
                Q_EMIT facetChanged(field);
            }
            if (place + 1 < facetFields().size())
                askFacet(place + 1);
            else if (m_overdueIsOld || m_overdueTime.hasExpired(overdueKeptMs))
                askOverdue();
            else
                endFacets();
        });
}

void QueueCounts::askOverdue()
{
    m_facetReader->ask(
        this, [](store::Store &store) { return countMatching(store, "due:overdue"); },
        [this](const Result<qint64> &overdue) {
            m_now.overdue = overdue.value_or(0);
            m_overdueIsOld = m_facetsAgain;
            m_overdueTime.start();
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
