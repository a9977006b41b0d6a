// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Who may call what: the keys of a store as an immutable table, and the questions the gateway asks it.

#include "core/access/virtual_key.h"
#include "core/base/time.h"
#include "core/policy/condition.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace gatehouse {

enum class KeyState { Active, Suspended, Expired, Revoked };
[[nodiscard]] std::string_view name(KeyState state);

// The least set a key may use. An empty list of models, providers, routes or tools means deny; in names of
// models and tools * and ? stand for any characters.
struct Entitlement {
    std::vector<std::string> models;
    std::vector<std::string> providers; // names; "*" means those serving the models
    std::vector<std::string> routes; // "chat", "models", …
    std::vector<std::string> tools;
    std::vector<std::string> addresses = {}; // networks calls may come from; empty: any
    std::vector<std::string> requiredMetadata = {}; // names the caller's metadata must have
    std::optional<std::int64_t> maxInputBytes = {}; // of a body
    std::optional<std::int64_t> maxOutputTokens = {}; // a call must name, and may ask for, at most so many
    bool requiresUser = false; // only calls for an end user whose token was verified

    friend bool operator==(const Entitlement &, const Entitlement &) = default;
};

// The secret a key had before it was rotated, good until the overlap ends.
struct PreviousSecret {
    Sha256 hash{};
    Timestamp until{};
};

struct KeyRecord {
    KeyId id;
    Sha256 secretHash{};
    Identity identity;
    Entitlement entitlement;
    KeyState state = KeyState::Active; // as stored; expiry is judged against the clock
    Timestamp createdAt{};
    std::optional<Timestamp> expiresAt;
    std::optional<PreviousSecret> previous = {};
};

enum class AccessDenial { UnknownKey, WrongSecret, Suspended, Expired, Revoked };

struct Authentication {
    const KeyRecord *key = nullptr; // set whenever the secret matched, whatever the state
    std::optional<AccessDenial> denial; // nothing: go on
};

// Immutable; the gateway swaps a whole table behind an atomic pointer.
class KeyTable {
public:
    explicit KeyTable(std::vector<KeyRecord> keys);

    // Takes as long for an unknown id as for a wrong secret. Only after the secret matched does the answer
    // tell a state.
    [[nodiscard]] Authentication authenticate(std::string_view presented, Timestamp now) const;
    [[nodiscard]] const KeyRecord *find(const KeyId &id) const;
    [[nodiscard]] std::size_t size() const { return m_keys.size(); }

private:
    std::unordered_map<std::string, KeyRecord> m_keys;
};

[[nodiscard]] bool allowsModel(const Entitlement &entitlement, std::string_view model);
[[nodiscard]] bool allowsTool(const Entitlement &entitlement, std::string_view tool);
// `address` is a textual IP; one that cannot be read is allowed only where any is.
[[nodiscard]] bool allowsAddress(const Entitlement &entitlement, std::string_view address);
[[nodiscard]] bool allowsRoute(const Entitlement &entitlement, std::string_view route);
// The state at `now`: an active key past its expiry is expired.
[[nodiscard]] KeyState stateAt(const KeyRecord &key, Timestamp now);

} // namespace gatehouse
