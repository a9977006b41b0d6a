// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/session/interaction.h"

#include "gateway/http/reply_head.h"

namespace gatehouse::gateway {

RefusalContext Interaction::refusalContext() const
{
    const PolicyDocument &document = snapshot->policy->document();
    return {id, document.name, document.tellCaller};
}

std::string Interaction::fields(VerdictKind verdict) const
{
    std::string lines;
    lines.reserve(160);
    appendField(lines, "x-gatehouse-interaction", id.value);
    appendField(lines, "x-gatehouse-verdict", name(verdict));
    appendField(lines, "x-gatehouse-policy", snapshot->policyHeader);
    return lines;
}

Micros Interaction::elapsed() const
{
    return std::chrono::duration_cast<Micros>(SteadyClock::now() - started);
}

} // namespace gatehouse::gateway
