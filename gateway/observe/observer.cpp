// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/observer.h"

#include "gateway/observe/http_poster.h"

#include <spdlog/spdlog.h>

namespace gatehouse::gateway {
namespace {

GatewayFigures::Delivery deliveryOf(const std::string &name, const OutboxCounts &counts)
{
    return {name, counts.sent, counts.dropped, counts.dead, counts.waiting};
}

} // namespace

Observer::Observer(std::string gatewayId)
    : m_gatewayId(std::move(gatewayId))
{
}

Result<std::unique_ptr<Observer>> Observer::open(const GatewayConfig &config, const std::string &gatewayId)
{
    std::unique_ptr<Observer> observer(new Observer(gatewayId));
    for (const AlertConfig &alert : config.alerts) {
        auto target = AlertTarget::open(alert);
        if (!target)
            return tl::unexpected(target.error());
        observer->m_alerts.push_back(std::move(*target));
    }
    if (config.tracesEndpoint.empty())
        return observer;
    auto poster = HttpPoster::to(config.tracesEndpoint, {});
    if (!poster)
        return tl::unexpected(poster.error());
    observer->m_traces = std::make_unique<Outbox<CallSpan>>(OutboxLimits(),
        [shared = std::make_shared<HttpPoster>(std::move(*poster)), gatewayId](
            const std::vector<CallSpan> &spans) {
            const auto status = shared->post(otlpJson(spans, gatewayId));
            if (!status)
                spdlog::warn("traces could not be delivered: {}", status.error().line());
            return deliveredBy(status);
        });
    return observer;
}

void Observer::report(const CallReport &report)
{
    if (m_traces) {
        if (auto span = spanOf(report))
            m_traces->put(std::move(*span));
    }
    for (const auto &target : m_alerts) {
        if (auto alert = alertOf(report, m_gatewayId, target->least()))
            target->put(std::move(*alert));
    }
}

std::vector<GatewayFigures::Delivery> Observer::deliveries() const
{
    std::vector<GatewayFigures::Delivery> all;
    if (m_traces)
        all.push_back(deliveryOf("traces", m_traces->counts()));
    for (const auto &target : m_alerts)
        all.push_back(deliveryOf(target->name(), target->counts()));
    return all;
}

} // namespace gatehouse::gateway
