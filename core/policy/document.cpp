// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/policy/document.h"

#include "core/base/digest.h"
#include "core/checks/check.h"
#include "core/message/strict_json.h"
#include "core/policy/canonical_json.h"
#include "core/policy/condition_fields.h"
#include "core/policy/condition_reader.h"
#include "core/policy/document_fields.h"
#include "core/policy/document_tests.h"
#include "core/policy/rule_references.h"
#include "core/policy/schema_validation.h"

#include <algorithm>
#include <boost/json.hpp>
#include <set>

namespace gatehouse {

namespace json = boost::json;

namespace resources {
std::string_view policySchema();
}

namespace {

constexpr std::size_t largestDocument = 1024UL * 1024;
constexpr std::string_view knownFormat = "gatehouse-policy/1";

MaskStyle maskStyleOf(const json::object &rule)
{
    const json::value *mask = rule.if_contains("mask");
    const std::string style = mask ? textAt(mask->get_object(), "style") : std::string();
    return style == "keep-last-4" ? MaskStyle::KeepLast4
        : style == "placeholder"  ? MaskStyle::Placeholder
        : style == "hash"         ? MaskStyle::Hash
                                  : MaskStyle::Label;
}

bool maskRestoreOf(const json::object &rule)
{
    const json::value *mask = rule.if_contains("mask");
    const json::value *restore = mask ? mask->get_object().if_contains("restore") : nullptr;
    return restore && restore->get_bool();
}

// Only a placeholder in a request can come back in the answer.
void validateMask(const json::object &rule, const std::string &pointer, std::vector<Error> &errors)
{
    const bool possible = maskStyleOf(rule) == MaskStyle::Placeholder && textAt(rule, "stage") == "request";
    if (maskRestoreOf(rule) && !possible)
        errors.push_back({ErrorKind::InvalidInput, "nothing to restore", pointer + "/mask/restore",
            "restore needs \"style\": \"placeholder\" in a rule of stage request"});
}

CheckBudget budgetOf(const json::object &rule)
{
    CheckBudget budget;
    const json::value *given = rule.if_contains("budget");
    if (!given)
        return budget;
    if (const json::value *bytes = given->get_object().if_contains("bytes"))
        budget.bytes = bytes->to_number<std::uint64_t>();
    if (const json::value *steps = given->get_object().if_contains("steps"))
        budget.steps = steps->to_number<std::uint64_t>();
    return budget;
}

StreamMode streamModeOf(const std::string &word)
{
    return word == "buffer" ? StreamMode::Buffer
        : word == "delayed" ? StreamMode::Delayed
                            : StreamMode::Prefix;
}

// What rules mean where they don't say.
struct Defaults {
    Action onError = Action::Block, onTimeout = Action::Block;
};

RuleDocument readRule(
    const json::object &in, Defaults defaults, const std::string &pointer, std::vector<Error> &errors)
{
    RuleDocument rule;
    rule.id = textAt(in, "id");
    rule.title = textAt(in, "title", rule.id);
    rule.description = textAt(in, "description");
    rule.stage = wordAt(in, "stage", Stage::Request);
    if (const json::value *zones = in.if_contains("zones")) {
        for (const json::value &zone : zones->get_array())
            rule.zones.push_back(*fromName<TrustZone>(json::value_to<std::string>(zone)));
    }
    if (const json::value *when = in.if_contains("when"))
        rule.when = readCondition(*when, pointer + "/when", errors);
    rule.checkKind = textAt(in.at("check").get_object(), "kind");
    rule.checkJson = json::serialize(in.at("check"));
    rule.action = wordAt(in, "action", Action::Flag);
    rule.maskStyle = maskStyleOf(in);
    rule.maskRestore = maskRestoreOf(in);
    if (in.contains("capture"))
        rule.capture = fromName<Capture>(textAt(in, "capture"));
    rule.severity = wordAt(in, "severity", Severity::Medium);
    rule.mode = wordAt(in, "mode", Mode::Enforce);
    rule.onError = wordAt(in, "on_error", defaults.onError);
    rule.onTimeout = wordAt(in, "on_timeout", defaults.onTimeout);
    rule.budget = budgetOf(in);
    rule.streamGiven = in.contains("stream");
    rule.stream = streamModeOf(textAt(in, "stream"));
    const json::value *floor = in.if_contains("floor");
    rule.floor = floor && floor->get_bool();
    if (rule.floor && rule.when && mentionsUntrusted(*rule.when))
        errors.push_back({ErrorKind::InvalidInput, "a floor may not depend on what the caller sets",
            pointer + "/when", "depend on team, environment, use case, key metadata or verified claims"});
    return rule;
}

const json::value &documentSchema()
{
    static const json::value schema = json::parse(resources::policySchema());
    return schema;
}

void validateCheck(const json::object &rule, const std::string &pointer, std::vector<Error> &errors)
{
    const json::object &check = rule.at("check").get_object();
    const CheckKind *kind = findCheckKind(textAt(check, "kind"));
    if (!kind) {
        std::vector<std::string> known;
        for (const CheckKind &candidate : checkKinds())
            known.emplace_back(candidate.kind);
        const std::string near = nearestName(textAt(check, "kind"), known);
        errors.push_back({ErrorKind::InvalidInput, "unknown check", pointer + "/check/kind",
            near.empty() ? "" : "did you mean \"" + near + "\"?"});
        return;
    }
    json::object parameters = check;
    parameters.erase("kind");
    const auto found = validateAgainst(json::parse(kind->parameterSchema), parameters, pointer + "/check");
    errors.insert(errors.end(), found.begin(), found.end());
}

Result<json::value> readJson(std::string_view text)
{
    if (text.size() > largestDocument)
        return fail(ErrorKind::LimitExceeded, "a policy is at most 1 MiB");
    if (auto strict = checkStrictJson(text); !strict)
        return tl::unexpected(strict.error());
    boost::system::error_code error;
    json::parse_options options;
    options.max_depth = maximumJsonDepth + 1;
    json::value value = json::parse(json::string_view(text.data(), text.size()), error, {}, options);
    if (error || !value.is_object())
        return fail(ErrorKind::InvalidInput, "a policy is a JSON object");
    const std::string format = textAt(value.get_object(), "format");
    if (format != knownFormat)
        return fail(ErrorKind::Unsupported, "this is not a policy this version reads", "/format",
            "the format it reads is gatehouse-policy/1");
    return value;
}

std::vector<Error> validateDocument(const json::value &value)
{
    std::vector<Error> errors = validateAgainst(documentSchema(), value, "");
    if (!errors.empty())
        return errors;
    std::set<std::string> ids;
    const json::array &rules = value.get_object().at("rules").get_array();
    for (std::size_t i = 0; i < rules.size(); ++i) {
        const std::string pointer = "/rules/" + std::to_string(i);
        const json::object &rule = rules[i].get_object();
        if (!ids.insert(textAt(rule, "id")).second)
            errors.push_back({ErrorKind::InvalidInput, "two rules have this id", pointer + "/id", {}});
        validateCheck(rule, pointer, errors);
        validateMask(rule, pointer, errors);
    }
    return errors;
}

PolicyScope scopeOf(const json::object &in)
{
    PolicyScope scope;
    const json::value *given = in.if_contains("scope");
    if (!given)
        return scope;
    const auto names = [&](std::string_view key) {
        const json::value *list = given->get_object().if_contains(key);
        return list ? json::value_to<std::vector<std::string>>(*list) : std::vector<std::string>();
    };
    return {names("team"), names("environment"), names("use_case")};
}

void readRules(const json::object &in, PolicyDocument &document, std::vector<Error> &errors)
{
    Defaults defaults;
    if (const json::value *given = in.if_contains("defaults")) {
        defaults.onError = wordAt(given->get_object(), "on_error", Action::Block);
        defaults.onTimeout = wordAt(given->get_object(), "on_timeout", Action::Block);
        const json::value *failOpen = given->get_object().if_contains("fail_open");
        document.failOpen = failOpen && failOpen->get_bool();
        const std::string tell = textAt(given->get_object(), "tell_caller", "category");
        document.tellCaller = tell == "nothing" ? TellCaller::Nothing
            : tell == "rule"                    ? TellCaller::Rule
                                                : TellCaller::Category;
    }
    const json::array &rules = in.at("rules").get_array();
    for (std::size_t i = 0; i < rules.size(); ++i)
        document.rules.push_back(
            readRule(rules[i].get_object(), defaults, "/rules/" + std::to_string(i), errors));
    checkRuleReferences(document.rules, errors);
}

} // namespace

bool PolicyScope::covers(const Identity *identity) const
{
    const auto names = [](const std::vector<std::string> &list, const std::string &name) {
        return list.empty() || std::find(list.begin(), list.end(), name) != list.end();
    };
    return !identity
        || (names(teams, identity->team) && names(environments, identity->environment)
            && names(useCases, identity->useCase));
}

bool PolicyDocument::seals() const
{
    return std::any_of(rules.begin(), rules.end(), [](const RuleDocument &rule) {
        return rule.mode == Mode::Enforce && rule.capture == Capture::Sealed;
    });
}

tl::expected<PolicyDocument, std::vector<Error>> parsePolicy(std::string_view text)
{
    const auto value = readJson(text);
    if (!value)
        return tl::unexpected(std::vector<Error>{value.error()});
    std::vector<Error> errors = validateDocument(*value);
    if (!errors.empty())
        return tl::unexpected(errors);
    PolicyDocument document;
    const json::object &in = value->get_object();
    document.name = textAt(in, "name");
    document.description = textAt(in, "description");
    document.scope = scopeOf(in);
    readRules(in, document, errors);
    if (const json::value *tests = in.if_contains("tests")) {
        const json::array &cases = tests->get_array();
        for (std::size_t i = 0; i < cases.size(); ++i)
            document.tests.push_back(readTest(cases[i].get_object(), "/tests/" + std::to_string(i), errors));
    }
    const auto canonical = canonicalJson(*value);
    if (!canonical)
        errors.push_back(canonical.error());
    if (!errors.empty())
        return tl::unexpected(errors);
    document.json = *canonical;
    document.version = {sha256Hex(document.json)};
    return document;
}

} // namespace gatehouse
