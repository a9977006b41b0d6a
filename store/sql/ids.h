// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Interaction ids as the database keeps them (16 bytes), and lists of names in one column.

#include "core/base/names.h"
#include "store/sql/query.h"

#include <optional>
#include <string>
#include <vector>

namespace gatehouse::store {

// Nothing when the text is not a UUID.
[[nodiscard]] std::optional<Blob> toBlob(const InteractionId &id);
[[nodiscard]] InteractionId toInteractionId(const Blob &blob);

// The milliseconds a UUIDv7 begins with.
[[nodiscard]] Timestamp timeIn(const Blob &id);

[[nodiscard]] std::string joinLines(const std::vector<std::string> &names);
[[nodiscard]] std::vector<std::string> splitLines(const std::string &text);

// "?,?,?" for an IN list of `count` values.
[[nodiscard]] std::string questionMarks(std::size_t count);

} // namespace gatehouse::store
