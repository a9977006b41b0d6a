// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Calls to review that say nearly the same, as lists and filters show them; how they are found:
// store/likeness.h.
//
// In the filter language `group:` is one group of near-duplicates, by its name; `similar:` all that is in the
// group of a call or in groups like it, itself included; `payload:` the calls to review that sent what a call
// sent, byte by byte and with the same key. All of it is known of calls that were flagged, masked, held or
// blocked and recorded since schema 13; any other call is like itself alone.

#include "store/records.h"
#include "store/store.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace gatehouse::store {

// Of each of these calls, in their order; nothing for one that has none, or whose words may not be read.
[[nodiscard]] Result<std::vector<std::optional<std::uint64_t>>> groupsOf(
    Store &store, const std::vector<InteractionId> &ids);

} // namespace gatehouse::store
