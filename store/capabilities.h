// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// What whoever opened a store may do there. A file lets its reader do everything;
// a database decides by the login, whatever a program believes, so this only spares people vain attempts.

#include "core/base/error.h"
#include "store/store.h"

#include <bitset>
#include <string>
#include <string_view>

namespace gatehouse::store {

enum class Capability {
    ReadContent, // segments, notes, text search; index rows everybody reads
    Review, // assign, resolve, note, release, deny
    ChangeKeys, // issue, edit, suspend, revoke; limits of keys and teams
    ChangeNames, // teams, environments, use cases; their limits
    DraftPolicies,
    PublishPolicies,
    ReadAudit, // others' entries
    VerifyAudit, // the whole chain
    ChangeProviders, // models, credentials, recipients, prices too
    ChangeSettings,
    ChangePeople
};
inline constexpr std::size_t capabilityCount = 11;

class Capabilities {
public:
    [[nodiscard]] static Capabilities all() { return Capabilities(std::bitset<capabilityCount>().set()); }
    explicit Capabilities(std::bitset<capabilityCount> held = {})
        : m_held(held)
    {
    }
    [[nodiscard]] bool may(Capability capability) const
    {
        return m_held.test(static_cast<std::size_t>(capability));
    }
    friend bool operator==(const Capabilities &, const Capabilities &) = default;

private:
    std::bitset<capabilityCount> m_held;
};

[[nodiscard]] Result<Capabilities> capabilitiesOf(Store &store);
// As the database calls it: "keys.change".
[[nodiscard]] std::string_view name(Capability capability);

} // namespace gatehouse::store
