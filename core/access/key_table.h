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

// The least set a key may use. An empty list means deny; "*" in `models` means every model.
struct Entitlement {
    std::vector<std::string> models;
    std::vector<std::string> providers; // names; "*" means those serving the models
    std::vector<std::string> routes; // "chat", "models", …
    std::vector<std::string> tools;
};

struct KeyRecord {
    KeyId id;
    Sha256 secretHash{};
    Identity identity;
    Entitlement entitlement;
    KeyState state = KeyState::Active; // as stored; expiry is judged against the clock
    Timestamp createdAt{};
    std::optional<Timestamp> expiresAt;
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
[[nodiscard]] bool allowsRoute(const Entitlement &entitlement, std::string_view route);
// The state at `now`: an active key past its expiry is expired.
[[nodiscard]] KeyState stateAt(const KeyRecord &key, Timestamp now);

} // namespace gatehouse
