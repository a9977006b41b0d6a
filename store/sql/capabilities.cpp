// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/capabilities.h"

#include "store/sql/query.h"

#include <array>

namespace gatehouse::store {

namespace {

// As the database calls them, in the order of the enum.
constexpr std::array<std::string_view, capabilityCount> names{"content.read", "calls.review", "keys.change",
    "names.change", "policies.draft", "policies.publish", "audit.read", "providers.change", "settings.change",
    "people.change"};

} // namespace

Result<Capabilities> capabilitiesOf(Store &store)
{
    const std::string sql = store.connection().dialect().mayDo;
    if (sql.empty())
        return Capabilities::all();
    return attempt(store.connection(), [&]() -> Result<Capabilities> {
        std::bitset<capabilityCount> held;
        for (std::size_t i = 0; i < names.size(); ++i) {
            Query query(store.connection(), sql, names.at(i));
            held.set(i, query.step() && query.integer(0) != 0);
        }
        return Capabilities(held);
    });
}

std::string_view name(Capability capability)
{
    return names.at(static_cast<std::size_t>(capability));
}

} // namespace gatehouse::store
