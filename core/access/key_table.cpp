// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/access/key_table.h"

#include <algorithm>

namespace gatehouse {

namespace {

bool lists(const std::vector<std::string> &names, std::string_view wanted)
{
    return std::any_of(
        names.begin(), names.end(), [&](const std::string &name) { return name == "*" || name == wanted; });
}

std::optional<AccessDenial> denialOf(KeyState state)
{
    switch (state) {
    case KeyState::Active:
        return {};
    case KeyState::Suspended:
        return AccessDenial::Suspended;
    case KeyState::Expired:
        return AccessDenial::Expired;
    case KeyState::Revoked:
        break;
    }
    return AccessDenial::Revoked;
}

} // namespace

std::string_view name(KeyState state)
{
    switch (state) {
    case KeyState::Active:
        return "active";
    case KeyState::Suspended:
        return "suspended";
    case KeyState::Expired:
        return "expired";
    case KeyState::Revoked:
        break;
    }
    return "revoked";
}

KeyTable::KeyTable(std::vector<KeyRecord> keys)
{
    for (KeyRecord &key : keys) {
        std::string id = key.id.value;
        m_keys.emplace(std::move(id), std::move(key));
    }
}

Authentication KeyTable::authenticate(std::string_view presented, Timestamp now) const
{
    static constexpr Sha256 decoy{};
    const auto parsed = parseVirtualKey(presented);
    const KeyRecord *key = parsed ? find(parsed->id) : nullptr;
    // The comparison happens also for unknown ids, so that its time tells nothing.
    const bool matches
        = equalInConstantTime(parsed ? parsed->secretHash : decoy, key ? key->secretHash : decoy);
    if (!key)
        return {nullptr, AccessDenial::UnknownKey};
    if (!matches)
        return {nullptr, AccessDenial::WrongSecret};
    return {key, denialOf(stateAt(*key, now))};
}

const KeyRecord *KeyTable::find(const KeyId &id) const
{
    const auto found = m_keys.find(id.value);
    return found == m_keys.end() ? nullptr : &found->second;
}

bool allowsModel(const Entitlement &entitlement, std::string_view model)
{
    return lists(entitlement.models, model);
}

bool allowsRoute(const Entitlement &entitlement, std::string_view route)
{
    return lists(entitlement.routes, route);
}

KeyState stateAt(const KeyRecord &key, Timestamp now)
{
    if (key.state == KeyState::Active && key.expiresAt && *key.expiresAt <= now)
        return KeyState::Expired;
    return key.state;
}

} // namespace gatehouse
