// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// What is left of a limit, for tables.

#include "core/access/ledger.h"

#include <string>

namespace gatehouse::gateway::cli {

// "-" of calls under way, which only a running gateway knows.
[[nodiscard]] std::string usedText(const LimitState &state);
[[nodiscard]] std::string leftText(const LimitState &state);
[[nodiscard]] std::string resetText(const LimitState &state);

} // namespace gatehouse::gateway::cli
