// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/access.h"
#include "store/names.h"
#include "store/recipients.h"
#include "store/sql/audit_log.h"
#include "store/sql/query.h"

#include <map>
#include <utility>

namespace gatehouse::store {

Status addNamedCredential(Store &store, const std::string &name, const SecretString &credential)
{
    if (Status good = checkName("credential", name); !good)
        return good;
    if (credential.empty())
        return fail(ErrorKind::InvalidInput, "the credential is empty", "credential");
    const auto envelope = sealCredential(store, credential);
    if (!envelope)
        return tl::unexpected(envelope.error());
    static const std::string sql
        = "INSERT INTO named_credential (name, credential, created_at) VALUES (?, ?, ?) "
          "ON CONFLICT DO NOTHING";
    return attempt(store.connection(), [&]() -> Status {
        WriteTransaction transaction(store.connection());
        if (Query(store.connection(), sql, name, *envelope, store.clock().now()).run() == 0)
            return fail(ErrorKind::Conflict, "a credential of this name exists already", name,
                "remove it first, or choose another name");
        appendAudit(store, {"credential.add", "credential:" + name});
        transaction.commit();
        return {};
    });
}

Status removeNamedCredential(Store &store, const std::string &name)
{
    return attempt(store.connection(), [&]() -> Status {
        WriteTransaction transaction(store.connection());
        if (Query(store.connection(), "DELETE FROM named_credential WHERE name = ?", name).run() == 0)
            return fail(
                ErrorKind::NotFound, "there is no such credential", name, "see: gatehouse credential list");
        appendAudit(store, {"credential.remove", "credential:" + name});
        transaction.commit();
        return {};
    });
}

Result<std::vector<NamedCredentialRow>> listNamedCredentials(Store &store)
{
    return attempt(store.connection(), [&]() -> Result<std::vector<NamedCredentialRow>> {
        Query query(store.connection(), "SELECT name, created_at FROM named_credential ORDER BY name");
        std::vector<NamedCredentialRow> rows;
        while (query.step())
            rows.push_back({query.text(0), query.time(1)});
        return rows;
    });
}

Result<std::map<std::string, SecretString>> loadNamedCredentials(Store &store)
{
    using Envelopes = std::map<std::string, std::string>;
    const auto envelopes = attempt(store.connection(), [&]() -> Result<Envelopes> {
        Query query(store.connection(), "SELECT name, credential FROM named_credential");
        Envelopes read;
        while (query.step())
            read[query.text(0)] = query.text(1);
        return read;
    });
    if (!envelopes)
        return tl::unexpected(envelopes.error());
    std::map<std::string, SecretString> opened;
    if (envelopes->empty())
        return opened;
    const auto key = RecipientKey::open(store.location());
    if (!key)
        return tl::unexpected(key.error());
    for (const auto &[name, envelope] : *envelopes) {
        auto credential = key->unseal(envelope);
        if (!credential)
            return tl::unexpected(credential.error());
        opened[name] = std::move(*credential);
    }
    return opened;
}

} // namespace gatehouse::store
