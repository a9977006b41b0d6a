// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/alert.h"

#include <boost/json.hpp>
#include <unistd.h>

namespace gatehouse::gateway {
namespace {

namespace json = boost::json;

constexpr std::size_t longestModel = 128; // a caller's word

std::string titleOf(const Alert &alert)
{
    std::string title = "A model call was " + std::string(name(alert.verdict));
    for (std::size_t i = 0; i < alert.rules.size(); ++i)
        title += (i == 0 ? " by rule " : ", ") + alert.rules[i].rule;
    return title;
}

json::array rulesJson(const Alert &alert)
{
    json::array rules;
    for (const Alert::Rule &rule : alert.rules) {
        rules.push_back(json::object{{"rule", rule.rule}, {"check", rule.check},
            {"action", name(rule.action)}, {"severity", name(rule.severity)}});
    }
    return rules;
}

// https://schema.ocsf.io/1.3.0/classes/detection_finding: 1 informational … 5 critical.
int ocsfSeverity(Severity severity)
{
    return static_cast<int>(severity) + 1;
}

// RFC 5424, 6.2.1: 6 informational … 2 critical.
int syslogSeverity(Severity severity)
{
    return 6 - static_cast<int>(severity);
}

// RFC 5424, 6.3.3: these three are escaped; a message is one line.
std::string parameter(std::string_view key, std::string_view value)
{
    std::string out = " " + std::string(key) + "=\"";
    for (const char c : value) {
        if (c == '"' || c == '\\' || c == ']')
            out += '\\';
        out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    }
    return out + "\"";
}

// RFC 5424, 6.2.4 to 6.2.7: printable ASCII without spaces, or a dash for nothing.
std::string headerWord(std::string_view text, std::size_t most)
{
    std::string word;
    for (const char c : text.substr(0, most)) {
        if (c > 0x20 && c < 0x7f)
            word += c;
    }
    return word.empty() ? "-" : word;
}

} // namespace

std::optional<Alert> alertOf(const CallReport &report, const std::string &gatewayId, Severity least)
{
    const Verdict &verdict = report.verdict;
    if (verdict.kind == VerdictKind::Allowed || verdict.severity < least)
        return std::nullopt;
    const Interaction &interaction = report.interaction;
    Alert alert;
    alert.interaction = interaction.id;
    alert.at = interaction.at;
    alert.gateway = gatewayId;
    alert.key = interaction.key->id.value;
    alert.team = interaction.key->identity.team;
    alert.environment = interaction.key->identity.environment;
    alert.useCase = interaction.key->identity.useCase;
    alert.route = interaction.route;
    alert.model = report.facts.model.substr(0, longestModel);
    alert.provider = report.provider;
    alert.sourceAddress = interaction.sourceAddress;
    alert.policyName = verdict.policyName;
    alert.policyVersion = verdict.policyVersion.value;
    alert.verdict = verdict.kind;
    alert.severity = verdict.severity;
    alert.outcome = report.outcome;
    for (const CheckResult &result : verdict.checks) {
        if (result.applied)
            alert.rules.push_back({result.rule, result.check, result.action, result.severity});
    }
    return alert;
}

std::string webhookJson(const Alert &alert)
{
    json::object out;
    out["type"] = "gatehouse.alert";
    out["title"] = titleOf(alert);
    out["interaction"] = alert.interaction.value;
    out["at"] = toRfc3339(alert.at);
    out["gateway"] = alert.gateway;
    out["verdict"] = name(alert.verdict);
    out["severity"] = name(alert.severity);
    out["outcome"] = name(alert.outcome);
    out["key"] = alert.key;
    out["team"] = alert.team;
    out["environment"] = alert.environment;
    out["use_case"] = alert.useCase;
    out["route"] = alert.route;
    out["model"] = alert.model;
    out["provider"] = alert.provider;
    out["source_address"] = alert.sourceAddress;
    out["policy"] = json::object{{"name", alert.policyName}, {"version", "sha256:" + alert.policyVersion}};
    out["rules"] = rulesJson(alert);
    return json::serialize(out);
}

std::string ocsfJson(const Alert &alert)
{
    json::array types;
    for (const Alert::Rule &rule : alert.rules)
        types.emplace_back(rule.check);
    const bool blocked = alert.verdict >= VerdictKind::Held;
    json::object out;
    out["activity_id"] = 1; // Create
    out["category_uid"] = 2; // Findings
    out["class_uid"] = 2004; // Detection Finding
    out["type_uid"] = 200401;
    out["time"] = toMicros(alert.at) / 1000;
    out["severity_id"] = ocsfSeverity(alert.severity);
    out["status_id"] = 1; // New
    out["action_id"] = blocked ? 2 : 1; // Denied, Allowed
    out["message"] = titleOf(alert);
    out["metadata"] = json::object{{"version", "1.3.0"}, {"uid", alert.interaction.value},
        {"product", {{"name", "Gatehouse"}, {"vendor_name", "Gatehouse"}, {"version", GATEHOUSE_VERSION}}}};
    out["finding_info"] = json::object{{"uid", alert.interaction.value}, {"title", titleOf(alert)},
        {"types", types}, {"created_time", toMicros(alert.at) / 1000}};
    out["actor"] = json::object{{"user", {{"uid", alert.key}, {"type_id", 99}, {"type", "virtual key"}}},
        {"app_name", alert.useCase}};
    out["src_endpoint"] = json::object{{"ip", alert.sourceAddress}};
    out["policy"] = json::object{{"name", alert.policyName}, {"version", "sha256:" + alert.policyVersion}};
    out["unmapped"] = json::object{{"verdict", name(alert.verdict)}, {"outcome", name(alert.outcome)},
        {"team", alert.team}, {"environment", alert.environment}, {"route", alert.route},
        {"model", alert.model}, {"provider", alert.provider}, {"gateway", alert.gateway},
        {"rules", rulesJson(alert)}};
    return json::serialize(out);
}

std::string syslogMessage(const Alert &alert, const std::string &host)
{
    constexpr int security = 10;
    std::string out = "<" + std::to_string(security * 8 + syslogSeverity(alert.severity)) + ">1 ";
    out += toRfc3339(alert.at) + " " + headerWord(host, 255) + " gatehouse " + std::to_string(::getpid());
    out += " " + headerWord(name(alert.verdict), 32);
    // 32473 is the enterprise number kept for documentation (RFC 5612): there is none of our own.
    out += " [gatehouse@32473" + parameter("interaction", alert.interaction.value)
        + parameter("severity", name(alert.severity)) + parameter("key", alert.key)
        + parameter("team", alert.team) + parameter("environment", alert.environment)
        + parameter("use_case", alert.useCase) + parameter("model", alert.model)
        + parameter("policy", alert.policyName) + parameter("gateway", alert.gateway);
    for (const Alert::Rule &rule : alert.rules)
        out += parameter("rule", rule.rule);
    return out + "] " + titleOf(alert);
}

} // namespace gatehouse::gateway
