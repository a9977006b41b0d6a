// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/audit_signature.h"
#include "store/sql/audit_log.h"
#include "store/sql/ids.h"
#include "store/sql/query.h"
#include "store/verdict_chain.h"

#include <algorithm>
#include <map>
#include <unordered_map>

namespace gatehouse::store {

namespace {

// Of one read transaction: well under a second, so that the log can be reset meanwhile.
constexpr std::size_t batchesAtOnce = 200, callsAtOnce = 200;

struct Leaf {
    LeafKind kind = LeafKind::Both;
    std::string id; // bytes
    std::string hash; // bytes
};

// Nothing when it is not made of leaves.
std::optional<std::vector<Leaf>> leavesIn(const std::string &bytes)
{
    if (bytes.size() % leafBytes != 0)
        return {};
    std::vector<Leaf> leaves;
    for (std::size_t at = 0; at < bytes.size(); at += leafBytes) {
        const auto kind = static_cast<LeafKind>(bytes[at]);
        if (kind < LeafKind::Call || kind > LeafKind::Both)
            return {};
        leaves.push_back(
            {kind, bytes.substr(at + 1, idBytes), bytes.substr(at + 1 + idBytes, leafBytes - 1 - idBytes)});
    }
    return leaves;
}

struct CallTexts {
    std::string call, verdict;
    [[nodiscard]] std::string of(LeafKind kind) const
    {
        switch (kind) {
        case LeafKind::Call:
            return call;
        case LeafKind::Verdict:
            return verdict;
        case LeafKind::Both:
            break;
        }
        return call + "\n" + verdict;
    }
};

CallTexts readTexts(const Query &row)
{
    const std::string id = toInteractionId(row.blob(0)).value;
    const auto named = [&](int column, auto value) {
        return std::string(name(static_cast<decltype(value)>(row.integer(column))));
    };
    return {textOf(RecordedCall{id, toRfc3339(row.time(1)), row.text(2), row.text(3), row.text(4),
                row.text(5), row.text(6), row.text(7), row.text(8)}),
        textOf(RecordedVerdict{id, named(9, VerdictKind()), named(10, Severity()), named(11, Outcome()),
            row.text(12), row.text(13), row.integer(14), row.integer(15), row.integer(16)})};
}

using Calls = std::unordered_map<std::string, CallTexts>; // by id

Calls readCalls(Connection &connection, const std::vector<Leaf> &leaves)
{
    static const std::string head
        = "SELECT i.id, i.at, i.key, i.team, i.environment, i.use_case, i.route, i.model, i.policy_version, "
          "i.verdict, i.severity, i.outcome, d.checks, d.coverage, i.tokens_in, i.tokens_out, i.cost_uusd "
          "FROM "
          "interaction i JOIN interaction_detail d ON d.n = i.n WHERE i.id IN (";
    Calls calls;
    for (std::size_t first = 0; first < leaves.size(); first += callsAtOnce) {
        std::vector<SqlValue> ids;
        for (std::size_t i = first; i < std::min(leaves.size(), first + callsAtOnce); ++i)
            ids.emplace_back(Blob{leaves[i].id});
        ids.resize(callsAtOnce, ids.front()); // one statement for every count
        Query query(connection, head + questionMarks(callsAtOnce) + ")", ids);
        while (query.step())
            calls.emplace(query.blob(0).bytes, readTexts(query));
    }
    return calls;
}

struct StoredBatch {
    VerdictBatch batch;
    std::string hash; // bytes
};

std::vector<StoredBatch> readBatches(Connection &connection, const std::string &gateway, std::int64_t after)
{
    Query query(connection,
        "SELECT number, at, previous, leaves, hash FROM verdict_batch WHERE gateway = ? AND number > ? ORDER "
        "BY "
        "number LIMIT ?",
        gateway, after, batchesAtOnce);
    std::vector<StoredBatch> batches;
    while (query.step())
        batches.push_back(
            {{gateway, query.integer(0), query.time(1), query.blob(2).bytes, query.blob(3).bytes},
                query.blob(4).bytes});
    return batches;
}

std::map<std::string, AuditHead> readHeads(Connection &connection)
{
    Query query(connection, "SELECT number, hash, at, gateway, public_key, signature FROM verdict_head");
    std::map<std::string, AuditHead> heads;
    while (query.step())
        heads.emplace(query.text(3),
            AuditHead{query.integer(0), query.blob(1).bytes, query.time(2), query.text(3),
                query.blob(4).bytes, query.blob(5).bytes, SignedChain::Verdicts});
    return heads;
}

// As it is signed: its hash in hexadecimal.
AuditHead spelt(AuditHead head)
{
    head.hash = hexOf(head.hash);
    return head;
}

std::vector<std::string> readGateways(Connection &connection)
{
    Query query(connection,
        "SELECT DISTINCT gateway FROM verdict_batch UNION SELECT gateway FROM verdict_head ORDER BY 1");
    std::vector<std::string> gateways;
    while (query.step())
        gateways.push_back(query.text(0));
    return gateways;
}

class Check {
public:
    Check(Store &store, std::optional<std::string> ownKey, const std::function<bool(std::int64_t)> &progress)
        : m_connection(store.connection())
        , m_ownKey(std::move(ownKey))
        , m_progress(progress)
    {
    }

    VerdictVerification run()
    {
        const auto heads = readHeads(m_connection);
        for (const std::string &gateway : readGateways(m_connection)) {
            const auto head = heads.find(gateway);
            if (!walk(gateway, head == heads.end() ? nullptr : &head->second))
                return std::move(m_result);
            ++m_result.gateways;
        }
        m_result.ok = true;
        return std::move(m_result);
    }

private:
    bool walk(const std::string &gateway, const AuditHead *head)
    {
        m_last = {};
        m_lastHash.clear();
        while (true) {
            const ReadTransaction oneView(m_connection);
            const auto page = readBatches(m_connection, gateway, m_last);
            for (const StoredBatch &each : page) {
                if (!follows(each) || !isKept(each.batch) || (head && head->seq == m_last && !fits(*head)))
                    return false;
            }
            if (m_progress && !m_progress(m_result.records))
                return wrong("it was broken off", gateway, m_last);
            if (page.size() < batchesAtOnce)
                break;
        }
        if (head && head->seq > m_last)
            return wrong("the end was cut off: a later batch was signed and is gone", gateway, head->seq);
        return true;
    }

    bool follows(const StoredBatch &each)
    {
        const VerdictBatch &batch = each.batch;
        // The first that is left may follow others that went with their calls.
        const bool isFirst = m_lastHash.empty();
        if (!isFirst && batch.number != m_last + 1)
            return wrong("a batch is missing", batch.gateway, m_last + 1);
        if (bytesOf(hashOf(batch)) != each.hash || (!isFirst && batch.previous != m_lastHash))
            return wrong("a batch was changed, or one before it", batch.gateway, batch.number);
        m_last = batch.number;
        m_lastHash = each.hash;
        ++m_result.batches;
        return true;
    }

    bool isKept(const VerdictBatch &batch)
    {
        const auto leaves = leavesIn(batch.leaves);
        if (!leaves)
            return wrong("a batch can't be read", batch.gateway, batch.number);
        const Calls calls = readCalls(m_connection, *leaves);
        for (const Leaf &leaf : *leaves) {
            ++m_result.records;
            const auto call = calls.find(leaf.id);
            if (call == calls.end())
                ++m_result.gone;
            else if (bytesOf(sha256(call->second.of(leaf.kind))) != leaf.hash)
                return wrong("call " + toInteractionId({leaf.id}).value + " is not what was recorded",
                    batch.gateway, batch.number);
        }
        return true;
    }

    bool fits(const AuditHead &head)
    {
        if (head.hash != m_lastHash || !isSignatureGood(spelt(head)))
            return wrong("the signed head does not fit", head.gateway, head.seq);
        if (m_ownKey && head.publicKey != *m_ownKey)
            return wrong("the head was signed with another key", head.gateway, head.seq);
        return true;
    }

    bool wrong(const std::string &what, const std::string &gateway, std::int64_t number)
    {
        m_result.problem = what + " (" + gateway + ", batch " + std::to_string(number) + ")";
        return false;
    }

    Connection &m_connection;
    std::optional<std::string> m_ownKey;
    const std::function<bool(std::int64_t)> &m_progress;
    VerdictVerification m_result;
    std::int64_t m_last = 0;
    std::string m_lastHash;
};

} // namespace

Result<VerdictVerification> verifyVerdicts(Store &store, const std::function<bool(std::int64_t)> &progress)
{
    // What is not shown would be taken for gone.
    if (Status may = checkSeesAll(store); !may)
        return tl::unexpected(may.error());
    auto ownKey = ownPublicKey(store.location());
    if (!ownKey)
        return tl::unexpected(ownKey.error());
    return attempt(store.connection(),
        [&]() -> Result<VerdictVerification> { return Check(store, std::move(*ownKey), progress).run(); });
}

Status signVerdictHead(Store &store, const std::string &gatewayId)
{
    AuditHead head{0, {}, store.clock().now(), "gateway:" + gatewayId, {}, {}, SignedChain::Verdicts};
    Status read = attempt(store.connection(), [&]() -> Status {
        Query query(store.connection(),
            "SELECT b.number, b.hash FROM verdict_batch b WHERE b.gateway = ?1 AND b.number > (SELECT "
            "coalesce(max(h.number), 0) FROM verdict_head h WHERE h.gateway = ?1) ORDER BY b.number DESC "
            "LIMIT 1",
            head.gateway);
        if (query.step()) {
            head.seq = query.integer(0);
            head.hash = query.blob(1).bytes;
        }
        return {};
    });
    // Nothing new since the last signature.
    if (!read || head.seq == 0)
        return read;
    AuditHead made = spelt(head);
    if (Status done = signHead(store.location(), made); !done)
        return done;
    return attempt(store.connection(), [&]() -> Status {
        WriteTransaction transaction(store.connection());
        Query(store.connection(),
            "INSERT INTO verdict_head (gateway, number, hash, at, public_key, signature) VALUES (?, ?, ?, ?, "
            "?, ?) "
            "ON CONFLICT (gateway) DO UPDATE SET number = excluded.number, hash = excluded.hash, at = "
            "excluded.at, "
            "public_key = excluded.public_key, signature = excluded.signature",
            head.gateway, head.seq, Blob{head.hash}, head.at, Blob{made.publicKey}, Blob{made.signature})
            .run();
        transaction.commit();
        return {};
    });
}

} // namespace gatehouse::store
