// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/evidence_pack.h"

#include "core/base/digest.h"
#include "store/audit.h"
#include "store/interactions.h"
#include "store/json_text.h"
#include "store/sql/audit_rows.h"
#include "store/sql/query.h"

#include <algorithm>

namespace gatehouse::store {

namespace {

constexpr std::size_t mostRelated = 500; // entries about one call, and about one policy version
constexpr std::int64_t longestChain = 1000; // entries between the first about the call and a signed head

std::string verdictText(const InteractionDetail &detail)
{
    const InteractionRow &row = detail.row;
    return JsonObject()
        .add("id", row.id.value)
        .add("at", toRfc3339(row.at))
        .add("policy", "sha256:" + row.policyVersion.value)
        .add("verdict", name(row.verdict))
        .add("severity", name(row.severity))
        .add("outcome", name(row.outcome))
        .raw("checks", checksToJson(detail.checks))
        .raw("coverage", coverageToJson(detail.coverage))
        .text();
}

std::vector<AuditEntry> entriesAbout(Connection &connection, const std::string &object)
{
    Query query(connection, "SELECT " + auditColumns + " FROM audit WHERE object = ? ORDER BY seq LIMIT ?",
        object, mostRelated);
    return readAudit(query);
}

std::vector<AuditEntry> entriesBetween(Connection &connection, std::int64_t first, std::int64_t last)
{
    Query query(connection, "SELECT " + auditColumns + " FROM audit WHERE seq BETWEEN ? AND ? ORDER BY seq",
        first, last);
    return readAudit(query);
}

std::optional<AuditHead> readHead(Connection &connection, const std::string &where, std::int64_t seq)
{
    Query query(connection,
        "SELECT seq, hash, at, gateway, public_key, signature FROM audit_head " + where + " LIMIT 1", seq);
    if (!query.step())
        return std::nullopt;
    return AuditHead{query.integer(0), query.text(1), query.time(2), query.text(3), query.blob(4).bytes,
        query.blob(5).bytes, SignedChain::Audit};
}

std::string hashBefore(Connection &connection, std::int64_t seq)
{
    if (seq <= 1)
        return chainStart();
    Query query(connection, "SELECT hash FROM audit WHERE seq = ?", seq - 1);
    return query.step() ? query.text(0) : std::string();
}

class AuditProof {
public:
    AuditProof(Connection &connection, EvidencePack &pack)
        : m_connection(connection)
        , m_pack(pack)
    {
    }

    void read()
    {
        const std::vector<AuditEntry> ofCall
            = entriesAbout(m_connection, "interaction:" + m_pack.detail.row.id.value);
        const std::vector<AuditEntry> ofPolicy
            = entriesAbout(m_connection, "policy:sha256:" + m_pack.detail.row.policyVersion.value);
        readHeads(ofCall.empty() ? ofPolicy : ofCall);
        for (const AuditEntry &entry : ofPolicy)
            add(entry);
        for (const AuditEntry &entry : ofCall)
            add(entry);
        if (!ofCall.empty())
            addChain(ofCall.front().seq);
        std::sort(m_pack.entries.begin(), m_pack.entries.end(),
            [](const ChainedEntry &a, const ChainedEntry &b) { return a.entry.seq < b.entry.seq; });
    }

private:
    void readHeads(const std::vector<AuditEntry> &related)
    {
        Query newest(m_connection, "SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1");
        if (newest.step()) {
            m_pack.headSeq = newest.integer(0);
            m_pack.headHash = newest.text(1);
        }
        const std::int64_t last = related.empty() ? 0 : related.back().seq;
        m_pack.signedHead = readHead(m_connection, "WHERE seq >= ? ORDER BY seq", last);
        if (!m_pack.signedHead)
            m_pack.signedHead = readHead(m_connection, "WHERE seq < ? ORDER BY seq DESC", last);
    }

    // What leads from the first entry about the call to the signature, or to the newest entry.
    void addChain(std::int64_t first)
    {
        const std::int64_t last = m_pack.signedHead && m_pack.signedHead->seq >= first
            ? std::max(m_pack.signedHead->seq, m_pack.entries.back().entry.seq)
            : m_pack.headSeq;
        if (last - first >= longestChain)
            return;
        for (const AuditEntry &entry : entriesBetween(m_connection, first, last))
            add(entry);
    }

    void add(const AuditEntry &entry)
    {
        const bool isKnown = std::any_of(m_pack.entries.begin(), m_pack.entries.end(),
            [&](const ChainedEntry &other) { return other.entry.seq == entry.seq; });
        if (!isKnown)
            m_pack.entries.push_back({hashBefore(m_connection, entry.seq), entry});
    }

    Connection &m_connection;
    EvidencePack &m_pack;
};

} // namespace

Result<EvidencePack> packEvidence(Store &store, const InteractionId &id)
{
    auto detail = showInteraction(store, id);
    if (!detail)
        return tl::unexpected(detail.error());
    EvidencePack pack;
    pack.madeAt = store.clock().now();
    pack.madeBy = store.actor();
    pack.detail = std::move(*detail);
    pack.verdict = verdictText(pack.detail);
    pack.verdictHash = sha256Hex(pack.verdict);
    if (auto policy = showPolicy(store, pack.detail.row.policyVersion.value);
        policy && policy->row.version == pack.detail.row.policyVersion)
        pack.policy = std::move(*policy);
    const Status proven = attempt(store.connection(), [&]() -> Status {
        const ReadTransaction oneView(store.connection());
        AuditProof(store.connection(), pack).read();
        return {};
    });
    if (!proven)
        return tl::unexpected(proven.error());
    return pack;
}

} // namespace gatehouse::store
