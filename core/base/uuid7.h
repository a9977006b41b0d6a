// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Identifiers that sort by the time they were made.

#include "core/base/time.h"

#include <string>

namespace gatehouse {

// RFC 9562 UUID version 7: 48 bits of milliseconds, then random bits. Lower-case text, 36 characters.
// Ids made by one process in the same millisecond still sort in the order they were made.
[[nodiscard]] std::string newUuid7(Timestamp at);

} // namespace gatehouse
