// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// What differs between two policy documents.

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include <optional>
#include <string>
#include <vector>

namespace gatehouse::gateway::cli {

struct PolicyChange {
    std::string part; // "policy", "rule" or "test"
    std::string id; // of the rule, name of the test
    std::string kind; // "added", "removed", "changed", "reordered"
    std::string pointer; // within the part; "" for the whole of it
    std::optional<boost::json::value> before, after;
};

// Rules are paired by id and tests by name, wherever they stand. When the rules both have stand in another
// order, that is one change `reordered` with their ids before and after.
[[nodiscard]] std::vector<PolicyChange> policyChanges(
    const boost::json::object &before, const boost::json::object &after);

} // namespace gatehouse::gateway::cli
