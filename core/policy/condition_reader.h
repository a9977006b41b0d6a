// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Reads the "when" of a rule into a condition tree.

#include "core/base/error.h"
#include "core/policy/condition.h"

#include <boost/json/value.hpp>
#include <string>
#include <vector>

namespace gatehouse {

// Appends one error per problem, with its pointer. Depth is limited to 16.
[[nodiscard]] Condition readCondition(
    const boost::json::value &value, const std::string &pointer, std::vector<Error> &errors, int depth = 0);

} // namespace gatehouse
