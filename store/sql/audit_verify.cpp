// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/audit.h"
#include "store/audit_chain.h"
#include "store/audit_signature.h"
#include "store/sql/audit_log.h"
#include "store/sql/audit_rows.h"
#include "store/sql/query.h"

#include <algorithm>
#include <limits>
#include <map>

namespace gatehouse::store {

namespace {

// Entries a read transaction covers: well under a second, so that the log can be reset meanwhile.
constexpr std::size_t verifyPage = 2000;

std::vector<AuditHead> readHeads(Connection &connection)
{
    Query query(
        connection, "SELECT seq, hash, at, gateway, public_key, signature FROM audit_head ORDER BY seq");
    std::vector<AuditHead> heads;
    while (query.step())
        heads.push_back({query.integer(0), query.text(1), query.time(2), query.text(3), query.blob(4).bytes,
            query.blob(5).bytes, SignedChain::Audit});
    return heads;
}

class ChainCheck {
public:
    ChainCheck(std::vector<AuditHead> heads, std::optional<std::string> ownKey, std::string expectHead)
        : m_ownKey(std::move(ownKey))
        , m_expectHead(std::move(expectHead))
        , m_expectSeen(m_expectHead.empty())
    {
        for (AuditHead &head : heads)
            m_heads.emplace(head.seq, std::move(head));
    }

    // False once something is wrong.
    bool take(const AuditEntry &entry)
    {
        const std::string previous = m_result.head.empty() ? chainStart() : m_result.head;
        if (entry.seq != m_result.entries + 1)
            return wrong(
                m_result.entries + 1, "entry " + std::to_string(m_result.entries + 1) + " is missing");
        if (chainHash(previous, entry) != entry.hash)
            return wrong(entry.seq, "entry " + std::to_string(entry.seq) + " was changed, or one before it");
        m_result.entries = entry.seq;
        m_result.head = entry.hash;
        m_expectSeen = m_expectSeen || entry.hash == m_expectHead;
        const auto head = m_heads.find(entry.seq);
        return head == m_heads.end() || takeHead(head->second, entry);
    }

    AuditVerification finish()
    {
        if (m_result.problem.empty() && !m_heads.empty() && m_heads.rbegin()->first > m_result.entries)
            wrong(m_result.entries + 1,
                "the log was cut off: entry " + std::to_string(m_heads.rbegin()->first)
                    + " was signed and is gone");
        if (m_result.problem.empty() && !m_expectSeen)
            wrong(m_result.entries + 1, "the expected head is not in the log: it was cut off or rewritten");
        m_result.ok = m_result.problem.empty();
        return std::move(m_result);
    }

private:
    bool takeHead(const AuditHead &head, const AuditEntry &entry)
    {
        if (head.hash != entry.hash || !isSignatureGood(head))
            return wrong(
                entry.seq, "the signed head of entry " + std::to_string(entry.seq) + " does not fit");
        if (m_ownKey && head.publicKey != *m_ownKey)
            return wrong(
                entry.seq, "the head of entry " + std::to_string(entry.seq) + " was signed with another key");
        return true;
    }

    bool wrong(std::int64_t seq, std::string problem)
    {
        m_result.firstBad = seq;
        m_result.problem = std::move(problem);
        return false;
    }

    AuditVerification m_result;
    std::map<std::int64_t, AuditHead> m_heads;
    std::optional<std::string> m_ownKey;
    std::string m_expectHead;
    bool m_expectSeen;
};

// The next entries above `after`, oldest first.
Result<std::vector<AuditEntry>> readPage(Store &store, std::int64_t after)
{
    static const std::string sql
        = "SELECT " + auditColumns + " FROM audit WHERE seq > ? ORDER BY seq LIMIT ?";
    return attempt(store.connection(), [&]() -> Result<std::vector<AuditEntry>> {
        Query query(store.connection(), sql, after, verifyPage);
        return readAudit(query);
    });
}

Result<AuditVerification> walk(Store &store, ChainCheck check)
{
    // Below any number a forger may have given an entry.
    std::int64_t after = std::numeric_limits<std::int64_t>::min();
    while (true) {
        const auto page = readPage(store, after);
        if (!page)
            return tl::unexpected(page.error());
        if (!std::all_of(
                page->begin(), page->end(), [&](const AuditEntry &entry) { return check.take(entry); })
            || page->size() < verifyPage)
            return check.finish();
        after = page->back().seq;
    }
}

} // namespace

Status checkSeesAll(Store &store)
{
    const std::string &mayDo = store.connection().dialect().mayDo;
    if (mayDo.empty())
        return {};
    return attempt(store.connection(), [&]() -> Status {
        Query query(store.connection(), "SELECT " + mayDo, "audit.verify");
        if (query.step() && query.integer(0) != 0)
            return {};
        return fail(ErrorKind::NotPermitted, "this takes the role auditor, for all teams",
            store.displayName(), "ask an administrator of the store for it (gatehouse person add)");
    });
}

Result<AuditVerification> verifyAudit(Store &store, const std::string &expectHead)
{
    // Whoever sees a part of the log would take the rest for cut out.
    if (Status may = checkSeesAll(store); !may)
        return tl::unexpected(may.error());
    auto ownKey = ownPublicKey(store.location());
    if (!ownKey)
        return tl::unexpected(ownKey.error());
    auto heads = attempt(store.connection(),
        [&]() -> Result<std::vector<AuditHead>> { return readHeads(store.connection()); });
    if (!heads)
        return tl::unexpected(heads.error());
    return walk(store, ChainCheck(std::move(*heads), std::move(*ownKey), expectHead));
}

Status signAuditHead(Store &store, const std::string &gatewayId)
{
    AuditHead head{0, {}, store.clock().now(), gatewayId, {}, {}, SignedChain::Audit};
    Status read = attempt(store.connection(), [&]() -> Status {
        Query query(store.connection(),
            "SELECT seq, hash FROM audit WHERE seq = (SELECT max(seq) FROM audit) "
            "AND seq NOT IN (SELECT seq FROM audit_head)");
        if (query.step()) {
            head.seq = query.integer(0);
            head.hash = query.text(1);
        }
        return {};
    });
    // Nothing new since the last signature.
    if (!read || head.seq == 0)
        return read;
    if (Status made = signHead(store.location(), head); !made)
        return made;
    return attempt(store.connection(), [&]() -> Status {
        WriteTransaction transaction(store.connection());
        Query(store.connection(),
            "INSERT INTO audit_head (seq, hash, at, gateway, public_key, signature) VALUES (?, ?, ?, ?, ?, "
            "?) "
            "ON CONFLICT DO NOTHING",
            head.seq, head.hash, head.at, head.gateway, Blob{head.publicKey}, Blob{head.signature})
            .run();
        transaction.commit();
        return {};
    });
}

} // namespace gatehouse::store
