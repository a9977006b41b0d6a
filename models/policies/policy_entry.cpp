// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/policies/policy_entry.h"

#include "core/policy/compiled_policy.h"
#include "models/text.h"
#include "store/store.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace gatehouse::console {

namespace {

std::string_view view(const QByteArray &json)
{
    return {json.constData(), static_cast<std::size_t>(json.size())};
}

RuleEntry toEntry(const RuleDocument &rule)
{
    QStringList zones;
    for (const TrustZone zone : rule.zones)
        zones.append(word(zone));
    RuleEntry entry;
    entry.id = toQString(rule.id);
    entry.title = rule.title.empty() ? entry.id : toQString(rule.title);
    entry.description = toQString(rule.description);
    entry.stage = rule.stage;
    entry.zones
        = zones.isEmpty() ? QCoreApplication::translate("Policies", "all") : zones.join(QStringLiteral(", "));
    entry.check = toQString(rule.checkKind);
    entry.mode = rule.mode;
    entry.action = rule.action;
    entry.severity = rule.severity;
    entry.threshold = ruleThreshold(rule);
    return entry;
}

std::vector<RuleEntry> rulesOf(const PolicyDocument &document)
{
    std::vector<RuleEntry> rules;
    for (const RuleDocument &rule : document.rules)
        rules.push_back(toEntry(rule));
    std::stable_sort(
        rules.begin(), rules.end(), [](const RuleEntry &a, const RuleEntry &b) { return a.stage < b.stage; });
    return rules;
}

void addProblems(PolicyReport &report, const std::vector<Error> &errors, bool warning)
{
    for (const Error &error : errors)
        report.problems.push_back(
            {toQString(error.where), toQString(error.what), toQString(error.advice), warning});
}

} // namespace

QString word(PolicyEntry::State state)
{
    switch (state) {
    case PolicyEntry::State::Draft:
        return QCoreApplication::translate("Policies", "draft");
    case PolicyEntry::State::Published:
        return QCoreApplication::translate("Policies", "published");
    case PolicyEntry::State::Superseded:
        return QCoreApplication::translate("Policies", "superseded");
    }
    return {};
}

std::vector<RuleEntry> readRules(const QByteArray &json)
{
    const auto document = parsePolicy(view(json));
    return document ? rulesOf(*document) : std::vector<RuleEntry>();
}

PolicyReport inspectPolicy(const QByteArray &json)
{
    PolicyReport report;
    auto document = parsePolicy(view(json));
    if (!document) {
        addProblems(report, document.error(), false);
        return report;
    }
    report.readable = true;
    report.version = toQString(document->version.value);
    report.rules = rulesOf(*document);
    const auto compiled = CompiledPolicy::compile(std::move(*document), {store::cacheFolder()});
    if (!compiled) {
        addProblems(report, compiled.error(), false);
        return report;
    }
    report.valid = true;
    addProblems(report, (*compiled)->warnings(), true);
    return report;
}

std::optional<std::vector<PolicyTestEntry>> testPolicy(const QByteArray &json)
{
    const auto compiled = CompiledPolicy::fromJson(view(json), {store::cacheFolder()});
    if (!compiled)
        return {};
    std::vector<PolicyTestEntry> tests;
    for (const PolicyTestResult &result : runPolicyTests(**compiled))
        tests.push_back(
            {toQString(result.name), result.ok, toQString(result.expected), toQString(result.got)});
    return tests;
}

} // namespace gatehouse::console
