// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/check.h"
#include "core/policy/document.h"

#include <algorithm>
#include <boost/json.hpp>

namespace gatehouse {

namespace json = boost::json;

namespace {

constexpr std::string_view thresholdField = "min_confidence";

void appendIndented(const json::value &value, std::size_t depth, std::string &out)
{
    const std::string inner((depth + 1) * 2, ' '), outer(depth * 2, ' ');
    if (value.is_object() && !value.get_object().empty()) {
        out += "{\n";
        for (const auto &member : value.get_object()) {
            out += inner + json::serialize(member.key()) + ": ";
            appendIndented(member.value(), depth + 1, out);
            out += &member == &*std::prev(value.get_object().end()) ? "\n" : ",\n";
        }
        out += outer + "}";
    } else if (value.is_array() && !value.get_array().empty()) {
        const json::array &items = value.get_array();
        const bool flat = std::none_of(items.begin(), items.end(),
            [](const json::value &item) { return item.is_object() || item.is_array(); });
        out += flat ? "[" : "[\n";
        for (std::size_t i = 0; i < items.size(); ++i) {
            out += flat ? "" : inner;
            appendIndented(items[i], depth + 1, out);
            out += i + 1 < items.size() ? (flat ? ", " : ",\n") : (flat ? "" : "\n");
        }
        out += flat ? "]" : outer + "]";
    } else if (value.is_double()) {
        // The shortest decimal form people write; four decimals are the most a policy takes.
        std::string number = std::to_string(value.get_double());
        number.erase(number.find_last_not_of('0') + 1);
        out += number.ends_with('.') ? number + "0" : number;
    } else {
        out += json::serialize(value);
    }
}

std::string indented(const json::value &value)
{
    std::string out;
    appendIndented(value, 0, out);
    return out + "\n";
}

Result<json::value> parseObject(std::string_view text)
{
    boost::system::error_code error;
    json::value value = json::parse(json::string_view(text.data(), text.size()), error);
    if (error || !value.is_object())
        return fail(ErrorKind::InvalidInput, "a policy is a JSON object");
    return value;
}

json::object *ruleWithId(json::value &policy, const std::string &id)
{
    json::value *rules = policy.get_object().if_contains("rules");
    if (!rules || !rules->is_array())
        return nullptr;
    for (json::value &rule : rules->get_array()) {
        const json::value *ruleId = rule.is_object() ? rule.get_object().if_contains("id") : nullptr;
        if (ruleId && ruleId->is_string() && json::value_to<std::string>(*ruleId) == id)
            return &rule.get_object();
    }
    return nullptr;
}

} // namespace

Result<std::string> editRule(std::string_view text, const RuleEdit &edit)
{
    auto policy = parseObject(text);
    if (!policy)
        return tl::unexpected(policy.error());
    json::object *rule = ruleWithId(*policy, edit.rule);
    if (!rule)
        return fail(ErrorKind::NotFound, "no rule has this id", edit.rule);
    if (edit.mode)
        (*rule)["mode"] = name(*edit.mode);
    if (edit.action)
        (*rule)["action"] = name(*edit.action);
    if (edit.severity)
        (*rule)["severity"] = name(*edit.severity);
    if (edit.threshold) {
        json::value *check = rule->if_contains("check");
        if (!check || !check->is_object())
            return fail(ErrorKind::InvalidInput, "this rule has no check", edit.rule);
        check->get_object()[thresholdField] = *edit.threshold;
    }
    return indented(*policy);
}

std::optional<double> ruleThreshold(const RuleDocument &rule)
{
    const CheckKind *kind = findCheckKind(rule.checkKind);
    boost::system::error_code error;
    if (!kind)
        return {};
    const json::value schema = json::parse(kind->parameterSchema);
    const json::value *declared = schema.find_pointer("/properties/min_confidence", error);
    if (!declared)
        return {};
    const json::value check = json::parse(rule.checkJson);
    if (const json::value *given = check.get_object().if_contains(thresholdField))
        return given->to_number<double>();
    const json::value *usual = declared->get_object().if_contains("default");
    return usual ? std::optional(usual->to_number<double>()) : std::nullopt;
}

Result<std::string> prettyPolicy(std::string_view text)
{
    const auto policy = parseObject(text);
    if (!policy)
        return tl::unexpected(policy.error());
    return indented(*policy);
}

} // namespace gatehouse
