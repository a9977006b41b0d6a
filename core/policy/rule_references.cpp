// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/policy/rule_references.h"

#include "core/policy/condition_fields.h"
#include "core/policy/schema_validation.h"

#include <algorithm>

namespace gatehouse {

namespace {

void gatherNamed(const Condition &condition, std::vector<std::string> &ids)
{
    if (const std::string_view id = ruleNamedBy(condition.field); !id.empty())
        ids.emplace_back(id);
    for (const Condition &part : condition.parts)
        gatherNamed(part, ids);
}

std::vector<std::string> rulesNamedBy(const RuleDocument &rule)
{
    std::vector<std::string> ids;
    if (rule.when)
        gatherNamed(*rule.when, ids);
    return ids;
}

using Place = std::vector<RuleDocument>::const_iterator;

Place findRule(const std::vector<RuleDocument> &rules, const std::string &id)
{
    return std::find_if(rules.begin(), rules.end(), [&](const RuleDocument &rule) { return rule.id == id; });
}

// Stages run one after another; within one the order is the document's.
bool isJudgedBefore(Place first, Place second)
{
    return first->stage != second->stage ? first->stage < second->stage : first < second;
}

std::string pointerOf(const std::vector<RuleDocument> &rules, Place rule)
{
    return "/rules/" + std::to_string(rule - rules.begin()) + "/when";
}

std::string nearest(const std::vector<RuleDocument> &rules, const std::string &id)
{
    std::vector<std::string> known;
    for (const RuleDocument &rule : rules)
        known.push_back(rule.id);
    const std::string near = nearestName(id, known);
    return near.empty() ? "" : "did you mean \"" + near + "\"?";
}

} // namespace

void checkRuleReferences(const std::vector<RuleDocument> &rules, std::vector<Error> &errors)
{
    for (auto rule = rules.begin(); rule != rules.end(); ++rule) {
        for (const std::string &id : rulesNamedBy(*rule)) {
            const auto named = findRule(rules, id);
            if (named == rules.end())
                errors.push_back({ErrorKind::InvalidInput, "no rule has the id \"" + id + '"',
                    pointerOf(rules, rule), nearest(rules, id)});
            else if (!isJudgedBefore(named, rule))
                errors.push_back({ErrorKind::InvalidInput,
                    "the rule \"" + id + "\" is not judged before this one", pointerOf(rules, rule),
                    "stages run in the order access, request, response, rules as listed"});
        }
    }
}

void warnOfUnseenRules(const std::vector<RuleDocument> &rules, std::vector<Error> &warnings)
{
    for (auto rule = rules.begin(); rule != rules.end(); ++rule) {
        if (rule->mode != Mode::Enforce)
            continue;
        for (const std::string &id : rulesNamedBy(*rule)) {
            const auto named = findRule(rules, id);
            if (named != rules.end() && named->mode != Mode::Enforce)
                warnings.push_back({ErrorKind::InvalidInput,
                    "the rule \"" + id + "\" is not enforced: for this condition it never fails",
                    pointerOf(rules, rule), "enforce it, or put both rules in shadow mode"});
        }
    }
}

bool dependsOnAnswer(const RuleDocument &rule, const std::vector<RuleDocument> &rules)
{
    const auto ids = rulesNamedBy(rule);
    return std::any_of(ids.begin(), ids.end(), [&](const std::string &id) {
        const auto named = findRule(rules, id);
        return named != rules.end() && named->stage == Stage::Response;
    });
}

} // namespace gatehouse
