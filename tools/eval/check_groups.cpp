// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "tools/eval/check_groups.h"

#include <algorithm>
#include <array>
#include <map>

namespace gatehouse::tools {

namespace {

constexpr std::array<std::string_view, 4> injectionChecks{
    "prompt_injection", "instruction_in_data", "hidden_text", "role_spoof"};
constexpr std::array<std::string_view, 2> secretChecks{"secrets", "known_secrets"};
constexpr std::array<std::string_view, 1> personalChecks{"pii"};
constexpr std::array<std::string_view, 5> toolChecks{
    "tainted_tool_call", "tool_allow", "egress", "system_prompt_leak", "canary"};

CheckGroup groupOfName(std::string_view file)
{
    if (file.find("secret") != std::string_view::npos)
        return CheckGroup::Secrets;
    if (file.find("pii") != std::string_view::npos || file.find("personal") != std::string_view::npos)
        return CheckGroup::PersonalData;
    if (file.find("tool") != std::string_view::npos || file.find("taint") != std::string_view::npos)
        return CheckGroup::Tools;
    return CheckGroup::Injection;
}

} // namespace

std::span<const std::string_view> checksOf(CheckGroup group)
{
    switch (group) {
    case CheckGroup::Injection:
        return injectionChecks;
    case CheckGroup::Secrets:
        return secretChecks;
    case CheckGroup::PersonalData:
        return personalChecks;
    case CheckGroup::Tools:
        return toolChecks;
    }
    return {};
}

std::string_view name(CheckGroup group)
{
    constexpr std::array<std::string_view, 4> names{"injection", "secrets", "pii", "tools"};
    return names[static_cast<std::size_t>(group)];
}

std::optional<CheckGroup> groupOfKind(std::string_view kind)
{
    if (kind == "attack" || kind == "indirect_attack")
        return CheckGroup::Injection;
    if (kind == "secret")
        return CheckGroup::Secrets;
    if (kind == "pii")
        return CheckGroup::PersonalData;
    if (kind == "tool_attack")
        return CheckGroup::Tools;
    return std::nullopt;
}

void assignGroups(std::vector<RowResult> &rows)
{
    std::map<std::string, std::map<CheckGroup, std::size_t>> seen;
    for (const RowResult &row : rows) {
        if (const auto group = groupOfKind(row.kind))
            ++seen[row.file][*group];
    }
    for (RowResult &row : rows) {
        if (const auto group = groupOfKind(row.kind)) {
            row.group = *group;
            continue;
        }
        const auto &counts = seen[row.file];
        const auto most = std::max_element(
            counts.begin(), counts.end(), [](const auto &a, const auto &b) { return a.second < b.second; });
        row.group = most == counts.end() ? groupOfName(row.file) : most->first;
    }
}

bool isGenerated(const RowResult &row)
{
    return row.file.starts_with("synthetic");
}

bool RowResult::flaggedBy(CheckGroup wanted) const
{
    const auto names = checksOf(wanted);
    return std::any_of(checks.begin(), checks.end(), [&](const CheckSeen &seen) {
        return seen.failed && std::find(names.begin(), names.end(), seen.check) != names.end();
    });
}

double RowResult::scoreOf(std::string_view check) const
{
    const auto found = std::find_if(
        checks.begin(), checks.end(), [&](const CheckSeen &seen) { return seen.check == check; });
    return found == checks.end() ? 0 : found->score.value_or(0);
}

double RowResult::score() const
{
    return scoreOf(checksOf(group).front());
}

} // namespace gatehouse::tools
