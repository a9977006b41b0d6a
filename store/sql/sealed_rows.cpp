// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/sql/sealed_rows.h"

#include "store/sql/query.h"

#include <array>
#include <utility>
#include <vector>

namespace gatehouse::store {

namespace {

// Each has a `name` and a `credential`, which may be null.
constexpr std::array tables{"provider", "named_credential"};

Status sealTableAnew(Connection &connection, const std::string &table, const RecipientKey &key,
    std::span<const RecipientCertificate> recipients)
{
    std::vector<std::pair<std::string, std::string>> rows;
    Query query(connection, "SELECT name, credential FROM " + table + " WHERE credential IS NOT NULL");
    while (query.step())
        rows.emplace_back(query.text(0), query.text(1));
    for (const auto &[name, envelope] : rows) {
        const auto credential = key.unseal(envelope);
        if (!credential)
            return tl::unexpected(credential.error());
        const auto anew = sealFor(recipients, *credential);
        if (!anew)
            return tl::unexpected(anew.error());
        Query(connection, "UPDATE " + table + " SET credential = ? WHERE name = ?", *anew, name).run();
    }
    return {};
}

} // namespace

bool anythingSealed(Connection &connection)
{
    for (const char *table : tables) {
        Query query(
            connection, std::string("SELECT 1 FROM ") + table + " WHERE credential IS NOT NULL LIMIT 1");
        if (query.step())
            return true;
    }
    return false;
}

Status sealAnew(
    Connection &connection, const RecipientKey &key, std::span<const RecipientCertificate> recipients)
{
    for (const char *table : tables) {
        if (Status done = sealTableAnew(connection, table, key, recipients); !done)
            return done;
    }
    return {};
}

} // namespace gatehouse::store
