// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// What surrounds a call for whoever has to decide about it: its key's last day, how calls of the same key and
// calls that say nearly the same were decided, and what was changed lately. Every part looks at a bounded
// number of rows.

#include "store/records.h"
#include "store/store.h"

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace gatehouse::store {

// How calls were decided.
struct Decided {
    std::array<std::int64_t, 5> by{}; // by Disposition; of None those closed without one
    std::int64_t waiting = 0; // open, in review or escalated
    [[nodiscard]] std::int64_t total() const;
};

// In how many teams, and with how many keys; since when and until when.
struct Spread {
    std::string name;
    std::int64_t count = 0;
};
struct Campaign {
    std::int64_t calls = 0;
    bool isWhole = true; // false: only the newest were looked at
    Timestamp first{}, last{};
    std::vector<Spread> teams, useCases, keys; // most first
    std::vector<std::int64_t> overTime; // in equal steps from `first` to `last`
};
inline constexpr std::size_t campaignSteps = 48;

// Whoever a verified token named as the one who calls.
struct EndUserContext {
    std::string name; // "" when no token did
    std::int64_t lastDay = 0; // calls in the 24 hours up to this one, itself included
    Decided decided; // among the newest calls
};

struct CallContext {
    Timestamp at{}; // of the call
    std::optional<std::uint64_t> group; // of near-duplicates
    std::vector<std::int64_t> keyHours; // calls of its key in the 24 hours up to the end of the one it is in
    Decided ofKey, ofTeam; // among the newest calls of its key and its team
    Decided ofGroup; // among the newest calls of its group
    EndUserContext endUser;
    std::vector<AuditEntry> changes; // of its key, and publications: newest first
};

// How many calls, and entries of the audit log, each part looks at at most.
inline constexpr std::int64_t contextCalls = 5000, contextEntries = 2000;
inline constexpr std::int64_t campaignCalls = 100'000;

[[nodiscard]] Result<CallContext> callContext(Store &store, const InteractionId &id);
// Of all that is like this call, wherever the caller may look.
[[nodiscard]] Result<Campaign> campaignOf(Store &store, const InteractionId &id);

} // namespace gatehouse::store
