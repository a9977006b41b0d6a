// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Groups of near-duplicates for many calls at once: one question to the server, and among themselves here.

#include "store/sql/call_groups.h"

#include <string>
#include <vector>

namespace gatehouse::store {

class GroupBatch {
public:
    void add(std::uint64_t fingerprint, const std::string &team, Timestamp at);
    // Of each call, in the order they were added. May throw SqlFailure.
    [[nodiscard]] std::vector<Placement> place(Connection &connection) const;

private:
    struct Call {
        std::uint64_t fingerprint;
        std::string team;
        Timestamp at;
    };
    [[nodiscard]] std::vector<std::vector<std::uint64_t>> groupsInStore(Connection &connection) const;
    std::vector<Call> m_calls;
};

} // namespace gatehouse::store
