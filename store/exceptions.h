// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Exceptions beside the policy: who permitted what, until when, and how often it was used. None is ever
// deleted: one that was removed or has expired is still listed.

#include "core/policy/exceptions.h"
#include "store/store.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gatehouse::store {

struct ExceptionRow {
    PolicyException exception;
    std::string reason;
    std::string author; // as the audit log names its actors
    Timestamp createdAt{};
    std::optional<Timestamp> removedAt = {};
    std::string removedBy = {};
    std::int64_t uses = 0; // calls in which it lifted something
    std::optional<Timestamp> lastUsedAt = {};
    friend bool operator==(const ExceptionRow &, const ExceptionRow &) = default;
};

enum class ExceptionState { Active, Expired, Removed };
[[nodiscard]] std::string_view name(ExceptionState value); // "active", "expired", "removed"
[[nodiscard]] ExceptionState stateOf(const ExceptionRow &row, Timestamp now);

// What an exception for the payload of a recorded call is made of: its key and the payload's hash, whatever
// `exception` had there. NotFound: there is no such call; Conflict: its payload is not known.
[[nodiscard]] Result<PolicyException> forPayloadOf(
    Store &store, const InteractionId &id, PolicyException exception);

// Newest first.
[[nodiscard]] Result<std::vector<ExceptionRow>> listExceptions(Store &store);
// Those in force now, for judging.
[[nodiscard]] Result<std::vector<PolicyException>> loadExceptions(Store &store);
// Adds it under an id of its own. It must say whose calls it is about, why it is made, and end within a year
// (366 days); its rule must be one of the published policy's that can be lifted.
[[nodiscard]] Result<ExceptionRow> addException(
    Store &store, PolicyException exception, const std::string &reason);
// From now on it lifts nothing. NotFound: there is none of this id; Conflict: it was removed before.
[[nodiscard]] Status removeException(Store &store, const ExceptionId &id);

[[nodiscard]] std::string toJson(const ExceptionRow &row, Timestamp now);

} // namespace gatehouse::store
