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
    connect(&m_probe, &GatewayProbe::changed, this, &GatewayStatus::changed);
    connect(&m_timer, &QTimer::timeout, this, &GatewayStatus::ask);
    m_timer.start(askMilliseconds);
    ask();
}

void GatewayStatus::setOwnAddress(const QString &address)
{
    m_ownAddress = address;
    watchGateways();
}

void GatewayStatus::watchGateways()
{
    QStringList addresses;
    if (!m_ownAddress.isEmpty())
        addresses.append(m_ownAddress);
    for (const GatewayView &gateway : std::as_const(m_now.gateways))
        addresses.append(gateway.address);
    m_probe.setAddresses(addresses);
}

QString GatewayStatus::trouble() const
{
    // Nothing recorded is worse than a store that cannot be reached for a while.
    QStringList all{m_probe.trouble(), m_session.trouble()};
    all.removeAll(QString());
    for (const GatewayView &gateway : m_now.gateways) {
        if (all.isEmpty() && !gateway.degraded.isEmpty())
            all.append(tr("Gateway %1: %2").arg(gateway.address, gateway.degraded));
    }
    return all.join(QStringLiteral(" · "));
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
        watchGateways();
        Q_EMIT changed();
    });
}

} // namespace gatehouse::console
