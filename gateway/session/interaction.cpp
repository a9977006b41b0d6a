// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/session/interaction.h"

#include "gateway/http/rate_fields.h"
#include "gateway/http/reply_head.h"

#include <algorithm>

namespace gatehouse::gateway {

std::string conversationName(std::string_view given)
{
    constexpr std::size_t longest = 128;
    std::size_t end = std::min(given.size(), longest);
    // Not amid a character.
    while (end < given.size() && end > 0 && (static_cast<unsigned char>(given[end]) & 0xC0) == 0x80)
        --end;
    std::string name;
    appendPrintable(name, given.substr(0, end));
    return name;
}

bool isAscii(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

RefusalContext Interaction::refusalContext() const
{
    const PolicyDocument &document = snapshot->policy->document();
    return {id, document.name, document.tellCaller, format};
}

std::string Interaction::fields(VerdictKind verdict) const
{
    std::string lines;
    lines.reserve(160);
    appendField(lines, "x-gatehouse-interaction", id.value);
    appendField(lines, "x-gatehouse-verdict", name(verdict));
    appendField(lines, "x-gatehouse-policy", snapshot->policyHeader);
    appendRateFields(lines, rates, format ? format->names().family : WireFamily::OpenAi, at);
    return lines;
}

Micros Interaction::elapsed() const
{
    return std::chrono::duration_cast<Micros>(SteadyClock::now() - started);
}

} // namespace gatehouse::gateway
