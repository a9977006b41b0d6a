// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Somebody who is told of alerts: a webhook, a syslog server, or a stream of OCSF events.

#include "gateway/config.h"
#include "gateway/observe/alert.h"
#include "gateway/observe/outbox.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace gatehouse::gateway {

class AlertTarget {
public:
    // InvalidInput when the configuration names something that can't be used.
    [[nodiscard]] static Result<std::unique_ptr<AlertTarget>> open(const AlertConfig &config);

    [[nodiscard]] const std::string &name() const { return m_config.name; }
    [[nodiscard]] Severity least() const { return m_config.least; }
    void put(Alert alert) { m_outbox.put(std::move(alert)); }
    [[nodiscard]] OutboxCounts counts() const { return m_outbox.counts(); }

private:
    using Deliver = Outbox<Alert>::Deliver;
    AlertTarget(AlertConfig config, OutboxLimits limits, Deliver deliver);
    [[nodiscard]] static Result<Deliver> delivererOf(const AlertConfig &config);

    AlertConfig m_config;
    Outbox<Alert> m_outbox;
};

// What an HTTP answer means to one who has to deliver: a refusal stays one, trouble may pass.
[[nodiscard]] Delivered deliveredBy(const Result<int> &status);

} // namespace gatehouse::gateway
