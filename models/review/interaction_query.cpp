// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/review/interaction_query.h"

#include "models/review/judging_policy.h"
#include "models/store_session.h"
#include "models/text.h"
#include "store/interactions.h"
#include "store/service_levels.h"

namespace gatehouse::console {

namespace {

constexpr int keptAhead = 4;
constexpr std::chrono::milliseconds pause{
    40}; // whoever decides one call after another sees the next one first

Result<InteractionView> readView(store::Store &store, JudgingPolicies &policies, const QString &id)
{
    const auto detail = store::showInteraction(store, InteractionId{id.toStdString()});
    if (!detail)
        return tl::unexpected<Error>(detail.error());
    const auto levels = store::serviceLevels(store);
    if (!levels)
        return tl::unexpected<Error>(levels.error());
    InteractionView view = interactionViewOf(*detail);
    view.row = queueRowOf(detail->row, *levels);
    if (const auto facts = policies.of(store, detail->row.policyVersion))
        explain(view, *facts);
    return view;
}

} // namespace

InteractionQuery::InteractionQuery(StoreSession &session, QObject *parent)
    : QObject(parent)
    , m_permissions(session.permissions())
    , m_policies(std::make_shared<JudgingPolicies>())
    , m_reader(session.newReader(this))
    , m_prefetcher(session.newReader(this))
    , m_ahead(keptAhead)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pause);
    connect(&m_pause, &QTimer::timeout, this, &InteractionQuery::refresh);
    connect(&session, &StoreSession::changed, this, &InteractionQuery::refreshSoon);
    connect(&m_permissions, &Permissions::changed, this, &InteractionQuery::refresh);
}

void InteractionQuery::show(const QString &id, const QString &ahead)
{
    m_current = id;
    m_next = ahead;
    m_reader->cancel();
    if (const InteractionView *known = m_ahead.object(id))
        Q_EMIT shown(*known);
    else
        read(id, true);
    readAhead();
}

void InteractionQuery::clear()
{
    m_current.clear();
    m_next.clear();
    m_reader->cancel();
}

void InteractionQuery::refresh()
{
    m_prefetcher->cancel();
    m_ahead.clear();
    if (!m_current.isEmpty())
        read(m_current, true);
    readAhead();
}

void InteractionQuery::refreshSoon()
{
    if (!m_pause.isActive())
        m_pause.start();
}

void InteractionQuery::readAhead()
{
    if (!m_next.isEmpty() && !m_ahead.contains(m_next))
        read(m_next, false);
}

void InteractionQuery::read(const QString &id, bool show)
{
    if (const QString why = m_permissions.whyNot(Right::ReadContent); !why.isEmpty()) {
        if (show)
            Q_EMIT failed(
                id, tr("What this call said, and why it was judged so, is not shown to you. %1").arg(why));
        return;
    }
    (show ? m_reader : m_prefetcher)
        ->ask(
            this, [id, policies = m_policies](store::Store &store) { return readView(store, *policies, id); },
            [this, id, show](Result<InteractionView> view) {
                if (!show) {
                    if (view)
                        m_ahead.insert(id, new InteractionView(std::move(*view)));
                    return;
                }
                if (id != m_current)
                    return;
                if (view)
                    Q_EMIT shown(*view);
                else
                    Q_EMIT failed(id, errorText(view.error()));
            });
}

} // namespace gatehouse::console
