// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// A limit in the way of a call, as its caller is told.

#include "core/access/ledger.h"
#include "gateway/http/refusal.h"

namespace gatehouse::gateway {

// 402 budget_exceeded, or 429 rate_limit_exceeded with the time after which the call would pass. Names the
// tier, what is used, the limit and the next reset; a call that asks for more than the whole limit is told
// not to retry.
[[nodiscard]] Refusal refusalOf(const LimitBreach &breach, Timestamp now);

} // namespace gatehouse::gateway
