// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// The condition that keeps held calls out of what deletes.

namespace gatehouse::store {

// Over `interaction i`; is_kept() of the PostgreSQL store says the same.
inline constexpr const char *notHeld
    = "NOT EXISTS (SELECT 1 FROM legal_hold h WHERE (h.kind = 0 AND h.call = i.id) "
      "OR (h.kind = 2 AND h.object = i.key) OR (h.kind = 1 AND h.object IN "
      "(SELECT held.conversation FROM interaction_detail held WHERE held.n = i.n)))";

} // namespace gatehouse::store
