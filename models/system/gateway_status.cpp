// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/system/gateway_status.h"

#include "models/store_session.h"
#include "models/text.h"
#include "store/maintenance.h"
#include "store/policies.h"

namespace gatehouse::console {

namespace {
constexpr int askMilliseconds = 1000; // gateways write a heartbeat each second
}

GatewayStatus::GatewayStatus(StoreSession &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_reader(session.newReader(this))
{
    connect(&session, &StoreSession::troubleChanged, this, &GatewayStatus::changed);
    connect(&m_timer, &QTimer::timeout, this, &GatewayStatus::ask);
    m_timer.start(askMilliseconds);
    ask();
}

QString GatewayStatus::trouble() const
{
    if (!m_session.trouble().isEmpty())
        return m_session.trouble();
    for (const GatewayView &gateway : m_now.gateways) {
        if (!gateway.degraded.isEmpty())
            return tr("Gateway %1: %2").arg(gateway.address, gateway.degraded);
    }
    return {};
}

void GatewayStatus::ask()
{
    const auto read = [](store::Store &store) -> Result<View> {
        View view;
        const auto live = store::liveGateways(store);
        if (!live)
            return tl::unexpected<Error>(live.error());
        for (const store::Heartbeat &beat : *live)
            view.gateways.append({toQString(beat.gateway), toQString(beat.address), toQString(beat.version),
                QStringLiteral("%1 v%2").arg(toQString(beat.policyName)).arg(beat.policyOrdinal),
                beat.journalDepth, beat.requestsPerSecond, beat.streams, toQString(beat.degraded)});
        const auto policy = store::publishedPolicy(store);
        if (policy)
            view.policy = QStringLiteral("%1 %2").arg(
                toQString(policy->row.name), toQString(store::displayVersion(policy->row)));
        return view;
    };
    m_reader->ask(this, read, [this](Result<View> view) {
        if (!view || *view == m_now)
            return;
        m_now = std::move(*view);
        Q_EMIT changed();
    });
}

} // namespace gatehouse::console
