// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// What is left of a caller's rates, as header lines in the manner of its wire format.

#include "core/access/ledger.h"
#include "core/message/wire_format.h"

#include <string>

namespace gatehouse::gateway {

// OpenAI: x-ratelimit-{limit,remaining,reset}-{requests,tokens}, resets as durations ("1m2.5s").
// Anthropic: anthropic-ratelimit-{requests,tokens}-{limit,remaining,reset}, resets as times.
// Both say when the whole limit is there again. Nothing is said of what is not limited.
void appendRateFields(std::string &out, const RateView &rates, WireFamily family, Timestamp now);

// "1h2m3.5s", "250ms", "0s": how OpenAI spells a duration.
[[nodiscard]] std::string durationText(Micros duration);
// Whole seconds, rounded up, at least one: the value of Retry-After.
[[nodiscard]] std::string retrySeconds(Micros duration);

} // namespace gatehouse::gateway
