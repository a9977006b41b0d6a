// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/postgres/access.h"

#include <string>
#include <string_view>

namespace gatehouse::resources {
std::string_view accessPeople();
std::string_view accessAudit();
std::string_view accessChanges();
std::string_view accessGuards();
std::string_view accessPersons();
std::string_view accessJobs();
std::string_view accessReveals();
std::string_view accessRollups();
std::string_view accessRoles();
std::string_view accessRows();
std::string_view accessGrants();
} // namespace gatehouse::resources

namespace gatehouse::store {

namespace {

// Functions before what calls them, all of it before it is given to its owner and opened to others.
constexpr std::string_view (*parts[])()
    = {&resources::accessPeople, &resources::accessAudit, &resources::accessChanges, &resources::accessGuards,
        &resources::accessPersons, &resources::accessJobs, &resources::accessReveals,
        &resources::accessRollups, &resources::accessRoles, &resources::accessRows, &resources::accessGrants};

} // namespace

void putAccessInPlace(Connection &connection)
{
    for (const auto part : parts)
        connection.execute(std::string(part()).c_str());
}

} // namespace gatehouse::store
