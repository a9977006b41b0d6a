// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/review/judging_policy.h"

#include "core/policy/document.h"
#include "models/text.h"
#include "store/policies.h"

namespace gatehouse::console {

namespace {

constexpr std::size_t mostKept = 32;

} // namespace

std::shared_ptr<const PolicyFacts> policyFactsOf(const store::StoredPolicy &stored)
{
    const auto document = parsePolicy(stored.json);
    if (!document)
        return nullptr;
    auto facts = std::make_shared<PolicyFacts>();
    facts->shown = toQString(store::displayVersion(stored.row));
    for (const RuleDocument &rule : document->rules) {
        RuleFacts known;
        known.title = toQString(rule.title);
        known.zones = {rule.zones.cbegin(), rule.zones.cend()};
        known.threshold = ruleThreshold(rule);
        known.floor = rule.floor;
        known.place = static_cast<int>(facts->rules.size()) + 1;
        facts->rules.insert(toQString(rule.id), known);
    }
    return facts;
}

std::shared_ptr<const PolicyFacts> JudgingPolicies::of(store::Store &store, const PolicyVersion &version)
{
    if (version.value.empty())
        return nullptr;
    {
        const std::lock_guard lock(m_mutex);
        if (const auto known = m_known.find(version.value); known != m_known.end())
            return known->second;
    }
    const auto stored = store::showPolicy(store, version.value);
    auto facts = stored ? policyFactsOf(*stored) : nullptr;
    if (facts) {
        const std::lock_guard lock(m_mutex);
        if (m_known.size() >= mostKept)
            m_known.clear();
        m_known.emplace(version.value, facts);
    }
    return facts;
}

void explain(InteractionView &view, const PolicyFacts &facts)
{
    view.policyShown = facts.shown;
    for (CheckLineView &line : view.checks) {
        const auto rule = facts.rules.constFind(line.rule);
        if (rule == facts.rules.cend())
            continue;
        line.title = rule->title;
        line.zones = rule->zones;
        line.zonesKnown = true;
        line.threshold = rule->threshold;
        line.floor = rule->floor;
        line.place = rule->place;
    }
}

} // namespace gatehouse::console
