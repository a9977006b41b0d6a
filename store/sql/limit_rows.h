// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Limits inside a transaction of somebody else.

#include "core/access/limit.h"
#include "store/sql/query.h"

#include <string>
#include <vector>

namespace gatehouse::store {

// Both may throw SqlFailure. A text that is no limit any more (its time zone is gone) is left out.
[[nodiscard]] std::vector<Limit> readLimits(Connection &connection, LimitTier tier, const std::string &name);
void writeLimits(
    Connection &connection, LimitTier tier, const std::string &name, const std::vector<Limit> &limits);
[[nodiscard]] std::vector<std::string> limitTexts(const std::vector<Limit> &limits);

} // namespace gatehouse::store
