// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/sealed_originals.h"

#include "store/json_text.h"
#include "store/names.h"
#include "store/sql/audit_log.h"
#include "store/sql/ids.h"
#include "store/sql/query.h"

#include <utility>

namespace gatehouse::store {

namespace {

using Envelopes = std::vector<std::pair<BodyPart, std::string>>;

Status checkSealed(Connection &connection, const InteractionId &id, const Blob &call)
{
    static const std::string sql = "SELECT EXISTS (SELECT 1 FROM sealed_originals s WHERE s.n = i.n) "
                                   "FROM interaction i WHERE i.id = ?";
    Query query(connection, sql, call);
    if (!query.step())
        return fail(ErrorKind::NotFound, "there is no such interaction", id.value);
    if (query.integer(0) == 0)
        return fail(ErrorKind::Conflict, "nothing of this call is sealed", id.value,
            "a rule that was applied to it has to say: \"capture\": \"sealed\"");
    return {};
}

Status noteReveal(Store &store, const InteractionId &id, const Blob &call, const std::string &fingerprint,
    const std::string &reason)
{
    Connection &connection = store.connection();
    WriteTransaction transaction(connection);
    if (Status sealed = checkSealed(connection, id, call); !sealed)
        return sealed;
    if (const std::string &byItself = connection.dialect().revealEntry; !byItself.empty())
        Query(connection, byItself, call, fingerprint, reason).run();
    else
        appendAudit(store,
            {"interaction.reveal", "interaction:" + id.value, "", JsonObject().add("key", fingerprint).text(),
                reason});
    transaction.commit();
    return {};
}

Envelopes readEnvelopes(Connection &connection, const Blob &call)
{
    Query query(connection, connection.dialect().sealedOf, call);
    Envelopes envelopes;
    while (query.step())
        envelopes.emplace_back(static_cast<BodyPart>(query.integer(0)), query.text(1));
    return envelopes;
}

Result<std::vector<BodyOriginals>> opened(
    const Envelopes &envelopes, const InteractionId &id, const RecipientKey &key)
{
    std::vector<BodyOriginals> bodies;
    for (const auto &[in, envelope] : envelopes) {
        const auto json = key.unseal(envelope);
        if (!json)
            return fail(ErrorKind::NotPermitted, "the originals can't be opened with this key", id.value,
                "they were sealed for other keys, or damaged; the attempt stands in the audit log");
        auto body = originalsFromJson(json->reveal(), id, in);
        if (!body)
            return tl::unexpected(body.error());
        bodies.push_back(std::move(*body));
    }
    return bodies;
}

} // namespace

Result<std::vector<BodyOriginals>> revealOriginals(
    Store &store, const InteractionId &id, const RecipientKey &key, const std::string &reason)
{
    if (Status good = requireReason(reason); !good)
        return tl::unexpected(good.error());
    const auto call = toBlob(id);
    if (!call)
        return fail(ErrorKind::NotFound, "there is no such interaction", id.value);
    const InteractionId spelt = toInteractionId(*call);
    return attempt(store.connection(), [&]() -> Result<std::vector<BodyOriginals>> {
        if (Status noted = noteReveal(store, spelt, *call, key.certificate().fingerprint, reason); !noted)
            return tl::unexpected(noted.error());
        return opened(readEnvelopes(store.connection(), *call), spelt, key);
    });
}

} // namespace gatehouse::store
