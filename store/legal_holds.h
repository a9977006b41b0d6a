// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Legal holds: calls that neither retention nor erasure takes away until the hold is lifted.

#include "core/base/time.h"
#include "store/store.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gatehouse::store {

enum class HoldKind { Interaction, Conversation, Key }; // a key: all calls made with it, also those to come
[[nodiscard]] std::string_view name(HoldKind value); // "interaction", "conversation", "key"

struct LegalHold {
    HoldKind kind = HoldKind::Interaction;
    std::string object; // id of the call, the conversation or the key
    Timestamp placedAt{};
    std::string placedBy;
    std::string reason;
};

// Newest first.
[[nodiscard]] Result<std::vector<LegalHold>> listLegalHolds(Store &store);
// Both are audited with the reason, which must be given. NotFound: no such call or key; Conflict: it is held
// already.
[[nodiscard]] Status placeLegalHold(
    Store &store, HoldKind kind, const std::string &object, const std::string &reason);
[[nodiscard]] Status liftLegalHold(
    Store &store, HoldKind kind, const std::string &object, const std::string &reason);

[[nodiscard]] std::string toJson(const LegalHold &hold);

} // namespace gatehouse::store
