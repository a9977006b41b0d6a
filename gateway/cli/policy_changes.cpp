// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/cli/policy_changes.h"

#include <boost/json.hpp>

#include <map>
#include <set>

namespace gatehouse::gateway::cli {

namespace json = boost::json;

namespace {

std::string pointerToken(std::string_view key)
{
    std::string out = "/";
    for (const char c : key)
        out += c == '~' ? "~0" : c == '/' ? "~1" : std::string(1, c);
    return out;
}

// Objects are compared field by field; everything else, arrays too, as a whole.
void compareValues(const std::optional<json::value> &before, const std::optional<json::value> &after,
    const PolicyChange &base, std::vector<PolicyChange> &out)
{
    if (before == after)
        return;
    if (!before || !after || !before->is_object() || !after->is_object()) {
        PolicyChange change = base;
        change.before = before;
        change.after = after;
        out.push_back(std::move(change));
        return;
    }
    std::set<std::string> keys;
    for (const json::value *side : {&*before, &*after})
        for (const auto &field : side->as_object())
            keys.insert(std::string(field.key()));
    const auto fieldOf = [](const json::value &side, const std::string &key) {
        const json::value *found = side.as_object().if_contains(key);
        return found ? std::optional<json::value>(*found) : std::nullopt;
    };
    for (const std::string &key : keys) {
        PolicyChange inner = base;
        inner.pointer += pointerToken(key);
        compareValues(fieldOf(*before, key), fieldOf(*after, key), inner, out);
    }
}

struct Items {
    std::vector<std::string> order; // ids
    std::map<std::string, json::value> byId;
};

Items itemsOf(const json::object &document, std::string_view list, std::string_view idField)
{
    Items items;
    const json::value *values = document.if_contains(list);
    if (!values || !values->is_array())
        return items;
    for (const json::value &value : values->as_array()) {
        const json::value *id = value.is_object() ? value.as_object().if_contains(idField) : nullptr;
        if (!id || !id->is_string())
            continue;
        items.order.emplace_back(id->as_string());
        items.byId.insert_or_assign(items.order.back(), value);
    }
    return items;
}

void compareItems(
    const Items &before, const Items &after, const std::string &part, std::vector<PolicyChange> &out)
{
    for (const std::string &id : before.order) {
        if (!after.byId.contains(id))
            out.push_back({part, id, "removed", "", before.byId.at(id), std::nullopt});
    }
    for (const std::string &id : after.order) {
        const auto old = before.byId.find(id);
        if (old == before.byId.end())
            out.push_back({part, id, "added", "", std::nullopt, after.byId.at(id)});
        else
            compareValues(old->second, after.byId.at(id), {part, id, "changed", "", {}, {}}, out);
    }
}

void compareOrder(const Items &before, const Items &after, std::vector<PolicyChange> &out)
{
    const auto common = [](const Items &of, const Items &with) {
        json::array ids;
        for (const std::string &id : of.order) {
            if (with.byId.contains(id))
                ids.emplace_back(id);
        }
        return ids;
    };
    json::array a = common(before, after);
    json::array b = common(after, before);
    if (a != b)
        out.push_back({"policy", "", "reordered", "/rules", std::move(a), std::move(b)});
}

json::value withoutLists(json::object document)
{
    document.erase("rules");
    document.erase("tests");
    return document;
}

} // namespace

std::vector<PolicyChange> policyChanges(const json::object &before, const json::object &after)
{
    std::vector<PolicyChange> out;
    compareValues(withoutLists(before), withoutLists(after), {"policy", "", "changed", "", {}, {}}, out);
    const Items rulesBefore = itemsOf(before, "rules", "id");
    const Items rulesAfter = itemsOf(after, "rules", "id");
    compareItems(rulesBefore, rulesAfter, "rule", out);
    compareOrder(rulesBefore, rulesAfter, out);
    compareItems(itemsOf(before, "tests", "name"), itemsOf(after, "tests", "name"), "test", out);
    return out;
}

} // namespace gatehouse::gateway::cli
