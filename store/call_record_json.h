// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Records of calls as JSON texts and back, for the local journal: nothing is lost on the way.

#include "core/base/error.h"
#include "store/records.h"

#include <string>
#include <string_view>
#include <variant>

namespace gatehouse::store {

using CallRecord = std::variant<RequestRecord, VerdictRecord>;

[[nodiscard]] std::string toJson(const RequestRecord &record);
[[nodiscard]] std::string toJson(const VerdictRecord &record);
// Corrupt when it is not such a text.
[[nodiscard]] Result<CallRecord> callRecordFromJson(std::string_view json);

} // namespace gatehouse::store
