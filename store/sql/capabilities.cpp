// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/capabilities.h"

#include "store/sql/query.h"

#include <array>

namespace gatehouse::store {

namespace {

struct Described {
    std::string_view name, who;
};
// In the order of the enum.
constexpr std::array<Described, capabilityCount> described{
    {{"content.read", "a viewer"}, {"calls.review", "an analyst"}, {"keys.change", "a key administrator"},
        {"names.change", "a key administrator of all teams"}, {"policies.draft", "a policy author"},
        {"policies.publish", "a policy author of all teams"}, {"audit.read", "an auditor"},
        {"providers.change", "an administrator"}, {"settings.change", "an administrator"},
        {"people.change", "an administrator"}}};

} // namespace

Result<Capabilities> capabilitiesOf(Store &store)
{
    const std::string sql = store.connection().dialect().mayDo;
    if (sql.empty())
        return Capabilities::all();
    return attempt(store.connection(), [&]() -> Result<Capabilities> {
        std::bitset<capabilityCount> held;
        for (std::size_t i = 0; i < described.size(); ++i) {
            Query query(store.connection(), sql, described.at(i).name);
            held.set(i, query.step() && query.integer(0) != 0);
        }
        return Capabilities(held);
    });
}

std::string_view name(Capability capability)
{
    return described.at(static_cast<std::size_t>(capability)).name;
}

std::string_view whoMay(Capability capability)
{
    return described.at(static_cast<std::size_t>(capability)).who;
}

} // namespace gatehouse::store
