// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// What is told to others at once when a call was not simply allowed, and how it is written. Holds no content:
// who, which rules, how severe, and the interaction's id to look the rest up by.

#include "gateway/observe/call_report.h"

#include <optional>
#include <string>
#include <vector>

namespace gatehouse::gateway {

struct Alert {
    InteractionId interaction;
    Timestamp at{};
    std::string gateway;
    std::string key, team, environment, useCase, route, model, provider, sourceAddress;
    std::string policyName, policyVersion;
    VerdictKind verdict = VerdictKind::Flagged;
    Severity severity = Severity::Info;
    store::Outcome outcome = store::Outcome::Completed;
    struct Rule {
        std::string rule, check;
        Action action = Action::Flag;
        Severity severity = Severity::Info;
    };
    std::vector<Rule> rules; // that were applied
};

// Nothing for a verdict that is allowed, or less severe than `least`.
[[nodiscard]] std::optional<Alert> alertOf(
    const CallReport &report, const std::string &gatewayId, Severity least);

// {"type":"gatehouse.alert",…}: one object, on one line.
[[nodiscard]] std::string webhookJson(const Alert &alert);
// OCSF 1.3, class 2004 (Detection Finding): one object, on one line.
[[nodiscard]] std::string ocsfJson(const Alert &alert);
// One message of RFC 5424, facility 10 (security), without framing.
[[nodiscard]] std::string syslogMessage(const Alert &alert, const std::string &host);

} // namespace gatehouse::gateway
