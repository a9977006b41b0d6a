// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/erasure.h"

#include "store/json_text.h"
#include "store/key_material.h"
#include "store/names.h"
#include "store/sql/audit_log.h"
#include "store/sql/hold_condition.h"
#include "store/sql/query.h"
#include "store/sql/record_changes.h"

#include <limits>
#include <utility>
#include <vector>

namespace gatehouse::store {

namespace {

// A slice must not keep a gateway's group waiting for long.
constexpr std::size_t callsPerSlice = 100;

// The calls of a request, erased slice by slice, oldest first.
class Erasure {
public:
    Erasure(Store &store, const ErasureRequest &request)
        : m_store(store)
        , m_whose(request.endUser.empty() ? request.key : request.endUser)
        // Spelt like this the index of end users serves.
        , m_calls("FROM interaction i JOIN interaction_detail d ON d.n = i.n WHERE "
              + std::string(request.endUser.empty() ? "i.key = ?1" : "d.end_user <> '' AND d.end_user = ?1"))
        , m_mayGo(m_calls + " AND i.outcome <> 0 AND " + notHeld)
    {
    }

    ErasureResult count()
    {
        ErasureResult result;
        result.erased = number("SELECT count(*) " + m_mayGo);
        result.kept = number("SELECT count(*) " + m_calls) - result.erased;
        return result;
    }

    // False when nothing is left.
    bool eraseSlice()
    {
        Connection &connection = m_store.connection();
        WriteTransaction transaction(connection);
        std::vector<std::int64_t> numbers;
        for (const auto &[n, id] : nextSlice()) {
            Query(connection,
                "UPDATE interaction SET snippet = '', fingerprint = NULL, alike = NULL, leads = 0 WHERE id = "
                "?",
                id)
                .run();
            Query(
                connection, "UPDATE interaction_detail SET end_user = '', source_address = '' WHERE n = ?", n)
                .run();
            noteChange(connection, id);
            numbers.push_back(n);
        }
        if (!numbers.empty())
            connection.deleteBodies(numbers);
        transaction.commit();
        m_erased += static_cast<std::int64_t>(numbers.size());
        return !numbers.empty();
    }

    [[nodiscard]] std::int64_t erased() const { return m_erased; }

private:
    std::int64_t number(const std::string &sql)
    {
        Query query(m_store.connection(), sql, m_whose);
        return query.step() ? query.integer(0) : 0;
    }

    std::vector<std::pair<std::int64_t, Blob>> nextSlice()
    {
        Query query(m_store.connection(),
            "SELECT i.n, i.id, i.at " + m_mayGo + " AND (i.at, i.n) > (?2, ?3) ORDER BY i.at, i.n LIMIT ?4",
            m_whose, m_at, m_n, callsPerSlice);
        std::vector<std::pair<std::int64_t, Blob>> slice;
        while (query.step()) {
            slice.emplace_back(query.integer(0), query.blob(1));
            m_n = query.integer(0);
            m_at = query.integer(2);
        }
        return slice;
    }

    Store &m_store;
    std::string m_whose;
    std::string m_calls, m_mayGo;
    std::int64_t m_at = std::numeric_limits<std::int64_t>::min();
    std::int64_t m_n = 0;
    std::int64_t m_erased = 0;
};

// The log outlives what is erased, so a person stands in it by a fingerprint that only this store can make.
Result<std::string> auditObject(Store &store, const ErasureRequest &request)
{
    if (request.endUser.empty())
        return "key:" + request.key;
    const auto hasher = PayloadHasher::open(store.location());
    if (!hasher)
        return tl::unexpected(hasher.error());
    return "end_user:hmac-sha256:" + hasher->hash({"end_user"}, request.endUser);
}

Status note(Store &store, const std::string &object, const ErasureResult &result, const std::string &reason)
{
    return attempt(store.connection(), [&]() -> Status {
        WriteTransaction transaction(store.connection());
        appendAudit(store,
            {"content.erase", object, "",
                JsonObject().add("erased", result.erased).add("kept", result.kept).text(), reason});
        transaction.commit();
        return {};
    });
}

} // namespace

Result<ErasureResult> eraseContent(Store &store, const ErasureRequest &request)
{
    if (request.endUser.empty() == request.key.empty())
        return fail(ErrorKind::InvalidInput, "whose content is not clear", {}, "name an end user or a key");
    if (Status good = requireReason(request.reason); !good)
        return tl::unexpected(good.error());
    const auto object = auditObject(store, request);
    if (!object)
        return tl::unexpected(object.error());
    return attempt(store.connection(), [&]() -> Result<ErasureResult> {
        Erasure erasure(store, request);
        ErasureResult result = erasure.count();
        if (result.erased + result.kept == 0)
            return fail(ErrorKind::NotFound, "there are no such calls", request.endUser + request.key);
        if (Status noted = note(store, *object, result, request.reason); !noted)
            return tl::unexpected(noted.error());
        while (erasure.eraseSlice()) { }
        result.erased = erasure.erased();
        store.connection().giveBackSpace();
        return result;
    });
}

} // namespace gatehouse::store
