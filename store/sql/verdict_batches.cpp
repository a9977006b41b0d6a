// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/sql/verdict_batches.h"

#include "core/policy/verdict_json.h"
#include "core/policy/verdict_rows.h"
#include "store/sql/ids.h"
#include "store/sql/query.h"

#include <utility>

namespace gatehouse::store {

namespace {

constexpr std::size_t forgottenAtOnce = 500;

std::vector<std::string> signedGateways(Connection &connection)
{
    Query query(connection, "SELECT gateway FROM verdict_head");
    std::vector<std::string> gateways;
    while (query.step())
        gateways.push_back(query.text(0));
    return gateways;
}

// Up to where a chain begins with batches before `oldest`, in one slice; 0: it does not.
std::int64_t endOfOld(Connection &connection, const std::string &gateway, Timestamp oldest)
{
    Query query(connection,
        "SELECT number, at FROM verdict_batch WHERE gateway = ?1 AND number < (SELECT max(number) FROM "
        "verdict_batch WHERE gateway = ?1) ORDER BY number LIMIT ?2",
        gateway, forgottenAtOnce);
    std::int64_t last = 0;
    while (query.step() && query.time(1) < oldest)
        last = query.integer(0);
    return last;
}

std::string callText(const InteractionRow &row)
{
    return textOf(RecordedCall{row.id.value, toRfc3339(row.at), row.key.value, row.team, row.environment,
        row.useCase, row.route, row.model, row.policyVersion.value});
}

// `from` is an InteractionRow or a VerdictRecord.
template <class From>
std::string verdictText(const From &from, const std::vector<CheckResult> &checks, const Coverage &coverage)
{
    return textOf(RecordedVerdict{from.id.value, std::string(name(from.verdict)),
        std::string(name(from.severity)), std::string(name(from.outcome)), checksToRows(checks),
        coverageToJson(coverage), from.tokensIn, from.tokensOut, from.costUusd});
}

} // namespace

void VerdictLeaves::add(LeafKind kind, const InteractionId &id, const std::string &text)
{
    m_bytes += static_cast<char>(kind);
    m_bytes += toBlob(id)->bytes;
    m_bytes += bytesOf(sha256(text));
}

void VerdictLeaves::add(const RequestRecord &call)
{
    if (call.row.outcome == Outcome::Pending)
        add(LeafKind::Call, call.row.id, callText(call.row));
    else
        add(LeafKind::Both, call.row.id,
            callText(call.row) + "\n" + verdictText(call.row, call.checks, call.coverage));
}

void VerdictLeaves::add(const VerdictRecord &verdict)
{
    add(LeafKind::Verdict, verdict.id, verdictText(verdict, verdict.checks, verdict.coverage));
}

void VerdictLeaves::add(const RequestRecord &call, const VerdictRecord &verdict)
{
    add(LeafKind::Both, verdict.id,
        callText(call.row) + "\n" + verdictText(verdict, verdict.checks, verdict.coverage));
}

VerdictBatches::Last VerdictBatches::read() const
{
    Query query(m_store.connection(),
        "SELECT number, hash FROM verdict_batch WHERE gateway = ? ORDER BY number DESC LIMIT 1",
        m_store.actor());
    if (query.step())
        return {query.integer(0), query.blob(1).bytes};
    return {0, std::string(std::tuple_size_v<Sha256>, '\0')};
}

void VerdictBatches::write(const VerdictLeaves &leaves)
{
    if (leaves.bytes().empty()) {
        m_written = m_last;
        return;
    }
    auto last = std::exchange(m_last, std::nullopt);
    if (!last)
        last = read();
    const VerdictBatch batch{
        m_store.actor(), last->number + 1, m_store.clock().now(), last->hash, leaves.bytes()};
    m_written = Last{batch.number, bytesOf(hashOf(batch))};
    static const std::string sql
        = "INSERT INTO verdict_batch (gateway, number, at, previous, leaves, hash) VALUES (?, ?, ?, ?, ?, ?)";
    Query(m_store.connection(), sql, batch.gateway, batch.number, batch.at, Blob{batch.previous},
        Blob{batch.leaves}, Blob{m_written->hash})
        .run();
}

void forgetVerdictBatches(Connection &connection)
{
    std::optional<Timestamp> oldest;
    {
        Query query(connection, "SELECT min(at) FROM interaction");
        if (query.step())
            oldest = query.optionalTime(0);
    }
    if (!oldest)
        return;
    for (const std::string &gateway : signedGateways(connection)) {
        while (const std::int64_t last = endOfOld(connection, gateway, *oldest)) {
            WriteTransaction transaction(connection, Writing::Records);
            Query(connection, "DELETE FROM verdict_batch WHERE gateway = ? AND number <= ?", gateway, last)
                .run();
            transaction.commit();
        }
    }
}

} // namespace gatehouse::store
