// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// What a filter matches as groups with a count each: read in slices, newest first, so that no transaction
// lives for as long as the whole takes and the largest groups of what was read so far can be shown meanwhile.

#include "store/filter.h"
#include "store/records.h"
#include "store/store.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace gatehouse::store {

enum class GroupBy {
    NearDuplicates, // those that have none are one group
    Conversation, // the same
    Key,
    Rule, // the first that failed
    Payload,
    Application, // team and use case
};
[[nodiscard]] std::string_view name(GroupBy value); // "near_duplicates"

struct CallGroup {
    std::vector<FilterTerm> terms; // that find its calls among those of the filter; none where none can
    std::int64_t count = 0;
    InteractionId newest, oldest;
    Severity severity = Severity::Info; // the highest
};

// Takes some 200 bytes a group.
class GroupWalk {
public:
    explicit GroupWalk(GroupBy by)
        : m_by(by)
    {
    }
    // Reads the next `rows` calls; true when there are no more. A slice that failed is read again.
    [[nodiscard]] Result<bool> read(Store &store, const Filter &filter, std::size_t rows);
    [[nodiscard]] std::size_t groupCount() const { return m_groups.size(); }
    [[nodiscard]] std::int64_t callCount() const { return m_calls; }
    [[nodiscard]] const InteractionId &newest() const { return m_newest; } // of all read
    // The largest, of equally large ones that with the newest call first.
    [[nodiscard]] std::vector<CallGroup> largest(std::size_t most) const;

private:
    struct Counted {
        std::int64_t count = 0;
        std::string newest, oldest; // ids as the database keeps them
        Severity severity = Severity::Info;
    };
    [[nodiscard]] std::vector<FilterTerm> termsOf(const std::string &group, const Counted &counted) const;

    GroupBy m_by;
    InteractionId m_newest, m_last;
    std::int64_t m_calls = 0;
    std::unordered_map<std::string, Counted> m_groups;
};

} // namespace gatehouse::store
