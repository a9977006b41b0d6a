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
{
    connect(&session, &StoreSession::changed, this, &QueueCounts::ask);
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
    m_asking = m_again = false;
    ask();
}

void QueueCounts::ask()
{
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
        for (const QString &field : facetFields()) {
            const auto values = facetOf(store, filter, field);
            if (!values)
                return tl::unexpected<Error>(values.error());
            counts.facets.insert(field, *values);
        }
        return counts;
    };
    m_reader->ask(this, read, [this](Result<Counts> counts) {
        m_asking = false;
        if (counts) {
            m_now = std::move(*counts);
            Q_EMIT changed();
        }
        if (std::exchange(m_again, false))
            ask();
    });
}

} // namespace gatehouse::console
