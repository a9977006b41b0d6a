// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Those outside who are told of calls: the collector of traces, the targets of alerts.

#include "gateway/config.h"
#include "gateway/observe/alert_target.h"
#include "gateway/observe/call_span.h"
#include "gateway/observe/exposition.h"
#include "gateway/observe/outbox.h"

#include <memory>
#include <string>
#include <vector>

namespace gatehouse::gateway {

class Observer {
public:
    // InvalidInput when the configuration names something that can't be used.
    [[nodiscard]] static Result<std::unique_ptr<Observer>> open(
        const GatewayConfig &config, const std::string &gatewayId);

    // Any loop; takes copies of what it needs, waits for nobody.
    void report(const CallReport &report);
    [[nodiscard]] std::vector<GatewayFigures::Delivery> deliveries() const;

private:
    explicit Observer(std::string gatewayId);

    std::string m_gatewayId;
    std::unique_ptr<Outbox<CallSpan>> m_traces; // null: nobody wants them
    std::vector<std::unique_ptr<AlertTarget>> m_alerts;
};

} // namespace gatehouse::gateway
