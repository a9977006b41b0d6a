// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/group_walk.h"

#include "store/likeness.h"
#include "store/sql/filter_hours.h"
#include "store/sql/ids.h"

#include <algorithm>
#include <array>

namespace gatehouse::store {

namespace {

constexpr std::array names{"near_duplicates", "conversation", "key", "rule", "payload", "application"};
constexpr char between = '\x1f'; // no name has it

// What tells groups apart: up to two columns.
std::string columnsOf(GroupBy by)
{
    switch (by) {
    case GroupBy::NearDuplicates:
        return "i.alike, ''";
    case GroupBy::Conversation:
        return "(SELECT d.conversation FROM interaction_detail d WHERE d.n = i.n), ''";
    case GroupBy::Key:
        return "i.key, ''";
    case GroupBy::Rule:
        return "i.rules, ''";
    case GroupBy::Payload:
        return "i.payload, ''";
    case GroupBy::Application:
        break;
    }
    return "i.team, i.use_case";
}

std::string groupOf(GroupBy by, const Query &query)
{
    if (query.isNull(2))
        return {};
    if (by == GroupBy::NearDuplicates || by == GroupBy::Payload)
        return groupText(static_cast<std::uint64_t>(query.integer(2)));
    const std::string first = query.text(2);
    if (by == GroupBy::Rule)
        return first.substr(0, first.find('\n'));
    return by == GroupBy::Application ? first + between + query.text(3) : first;
}

FilterTerm term(const char *field, const std::string &value)
{
    return {field, FilterTerm::Comparison::Is, {value}, false};
}

} // namespace

std::string_view name(GroupBy value)
{
    return names.at(static_cast<std::size_t>(value));
}

Result<bool> GroupWalk::read(Store &store, const Filter &filter, std::size_t rows)
{
    auto compiled = compileForShow(store, filter);
    if (!compiled)
        return tl::unexpected(compiled.error());
    if (const auto last = toBlob(m_last))
        compiled->require("i.id < ?", {*last});
    const std::string sql = "SELECT i.id, i.severity, " + columnsOf(m_by) + " FROM interaction i WHERE "
        + compiled->where + " ORDER BY i.id DESC LIMIT ?";
    struct Read {
        std::string id, group;
        Severity severity;
    };
    return attempt(store.connection(), [&]() -> Result<bool> {
        std::vector<Read> slice;
        Query query(store.connection(), sql, compiled->values, rows);
        while (query.step())
            slice.push_back(
                {query.blob(0).bytes, groupOf(m_by, query), static_cast<Severity>(query.integer(1))});
        for (const Read &each : slice) {
            Counted &group = m_groups[each.group];
            if (group.count++ == 0)
                group.newest = each.id;
            group.oldest = each.id;
            group.severity = std::max(group.severity, each.severity);
        }
        m_calls += static_cast<std::int64_t>(slice.size());
        if (!slice.empty())
            m_last = toInteractionId({slice.back().id});
        if (m_newest.empty() && !slice.empty())
            m_newest = toInteractionId({slice.front().id});
        return slice.size() < rows;
    });
}

std::vector<FilterTerm> GroupWalk::termsOf(const std::string &group, const Counted &counted) const
{
    switch (m_by) {
    case GroupBy::NearDuplicates:
        return {term("group", group.empty() ? "none" : group)};
    case GroupBy::Conversation:
        return group.empty() ? std::vector<FilterTerm>() : std::vector{term("conversation", group)};
    case GroupBy::Key:
        return {term("key", group)};
    case GroupBy::Rule:
        return group.empty() ? std::vector<FilterTerm>() : std::vector{term("rule", group)};
    case GroupBy::Payload:
        return group.empty() ? std::vector<FilterTerm>()
                             : std::vector{term("payload", toInteractionId({counted.newest}).value)};
    case GroupBy::Application:
        break;
    }
    const std::size_t border = std::min(group.find(between), group.size() - 1);
    return {term("team", group.substr(0, border)), term("usecase", group.substr(border + 1))};
}

std::vector<CallGroup> GroupWalk::largest(std::size_t most) const
{
    using Entry = decltype(m_groups)::value_type;
    std::vector<const Entry *> entries;
    for (const Entry &entry : m_groups)
        entries.push_back(&entry);
    most = std::min(most, entries.size());
    const auto before = [](const Entry *a, const Entry *b) {
        if (a->second.count != b->second.count)
            return a->second.count > b->second.count;
        return a->second.newest > b->second.newest;
    };
    std::partial_sort(
        entries.begin(), entries.begin() + static_cast<std::ptrdiff_t>(most), entries.end(), before);
    std::vector<CallGroup> groups;
    for (std::size_t i = 0; i < most; ++i) {
        const auto &[group, counted] = *entries[i];
        groups.push_back({termsOf(group, counted), counted.count, toInteractionId({counted.newest}),
            toInteractionId({counted.oldest}), counted.severity});
    }
    return groups;
}

} // namespace gatehouse::store
