// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/access/key_table.h"

#include "core/base/ip_network.h"
#include "core/checks/globs.h"

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
    // Both comparisons happen also for unknown ids, so that their time tells nothing.
    const Sha256 &given = parsed ? parsed->secretHash : decoy;
    const bool isCurrent = equalInConstantTime(given, key ? key->secretHash : decoy);
    const bool isPrevious = equalInConstantTime(given, key && key->previous ? key->previous->hash : decoy);
    const bool matches = isCurrent || (isPrevious && key && key->previous && now < key->previous->until);
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
    return matchesAnyGlob(model, entitlement.models);
}

bool allowsTool(const Entitlement &entitlement, std::string_view tool)
{
    return matchesAnyGlob(tool, entitlement.tools);
}

bool allowsAddress(const Entitlement &entitlement, std::string_view address)
{
    if (entitlement.addresses.empty())
        return true;
    const auto from = IpAddress::parse(address);
    return from
        && std::any_of(
            entitlement.addresses.begin(), entitlement.addresses.end(), [&](const std::string &text) {
                const auto network = IpNetwork::parse(text);
                return network && network->contains(*from);
            });
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
