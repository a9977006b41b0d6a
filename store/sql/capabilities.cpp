// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/capabilities.h"

#include "store/sql/query.h"

#include <array>

namespace gatehouse::store {

namespace {

// As the database calls them, in the order of the enum.
constexpr std::array<std::string_view, capabilityCount> names{"content.read", "calls.review", "keys.change",
    "names.change", "policies.draft", "policies.publish", "audit.read", "audit.verify", "providers.change",
    "settings.change", "people.change"};

} // namespace

Result<Capabilities> capabilitiesOf(Store &store)
{
    const std::string &mayDo = store.connection().dialect().mayDo;
    if (mayDo.empty())
        return Capabilities::all();
    std::string sql = "SELECT " + mayDo;
    for (std::size_t i = 1; i < names.size(); ++i)
        sql += ", " + mayDo;
    return attempt(store.connection(), [&]() -> Result<Capabilities> {
        std::bitset<capabilityCount> held;
        Query query(store.connection(), sql);
        for (const std::string_view each : names)
            query.bind(each);
        if (query.step()) {
            for (std::size_t i = 0; i < names.size(); ++i)
                held.set(i, query.integer(static_cast<int>(i)) != 0);
        }
        return Capabilities(held);
    });
}

std::string_view name(Capability capability)
{
    return names.at(static_cast<std::size_t>(capability));
}

} // namespace gatehouse::store
