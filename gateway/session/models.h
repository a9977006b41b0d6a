// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// GET /v1/models: what a key may call.

#include "gateway/state/snapshot.h"

#include <string>

namespace gatehouse::gateway {

// The list by name, in the words of the OpenAI and of the Anthropic wire format at once: both say "data" and
// "id". A provider that serves any model adds those the key names.
[[nodiscard]] std::string modelsBody(const Snapshot &snapshot, const Entitlement &entitlement);

} // namespace gatehouse::gateway
