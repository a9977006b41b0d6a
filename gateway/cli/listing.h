// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Long lists of interactions, read page by page.

#include "core/base/error.h"
#include "store/filter.h"
#include "store/interactions.h"
#include "store/store.h"

#include <functional>
#include <string>
#include <vector>

namespace gatehouse::gateway::cli {

// Calls `page` with each page of what matches, newest first. `limit` 0 means all.
[[nodiscard]] Status forEachPage(store::Store &opened, const store::Filter &filter, std::size_t limit,
    const std::function<void(const std::vector<store::InteractionRow> &)> &page);

// Refuses anything but well-formed interaction ids, so that a typo is told apart from a missing interaction.
[[nodiscard]] Result<std::vector<InteractionId>> readInteractionIds(const std::vector<std::string> &texts);

} // namespace gatehouse::gateway::cli
