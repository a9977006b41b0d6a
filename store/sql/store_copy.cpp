// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/store_copy.h"

#include "store/audit.h"
#include "store/key_folder.h"
#include "store/maintenance.h"
#include "store/postgres/address.h"
#include "store/sql/ids.h"
#include "store/sql/table_copy.h"

namespace gatehouse::store {

namespace {

constexpr std::size_t sliceSize = 200; // interactions a transaction

// Small, and copied first, at once. What gateways say of themselves (heartbeat, target_health) stays behind,
// and people, whose logins are the server's, and what jobs changed: it can be taken back in the original
// only.
const std::vector<CopiedTable> &configuration()
{
    static const std::vector<CopiedTable> tables{
        {"named", "kind:i name:t archived:i created_at:i", "kind, name"},
        {"virtual_key",
            "id:t secret_hash:b team:t environment:t use_case:t metadata:t models:t providers:t routes:t "
            "tools:t state:i created_at:i created_by:t expires_at:i last_used_at:i addresses:t "
            "required_metadata:t max_input_bytes:i max_output_tokens:i requires_user:i "
            "previous_secret_hash:b previous_until:i",
            "id"},
        {"provider", "name:t kind:i base_url:t models:t credential:t created_at:i api_version:t weight:i",
            "name"},
        {"model_target", "model:t provider:t upstream_model:t weight:i created_at:i",
            "model, provider, upstream_model"},
        {"named_credential", "name:t credential:t created_at:i", "name"},
        {"recipient", "fingerprint:t name:t certificate:t added_at:i added_by:t", "fingerprint"},
        {"reviewer_key", "fingerprint:t name:t certificate:t added_at:i added_by:t", "fingerprint"},
        {"setting", "name:t value:t", "name"},
        {"policy_document", "version:t name:t json:t", "version"},
        {"policy_publication", "ordinal:i version:t at:i author:t reason:t", "ordinal"},
        {"policy_draft", "version:t at:i author:t", "version"},
        {"policy_exception",
            "id:t rule:t team:t environment:t use_case:t key:t payload_hash:t pattern:t reason:t author:t "
            "created_at:i expires_at:i removed_at:i removed_by:t uses:i last_used_at:i",
            "id"},
        {"usage_limit", "tier:i name:t text:t", "tier, name, text"},
        {"usage", "key:t start:i requests:i tokens:i cost_uusd:i", "key, start"},
        {"rollup",
            "hour:i dim:i team:t value:t shard:i allowed:i flagged:i masked:i held:i blocked:i cost_uusd:i "
            "open:i judged:i false_positive:i timed:i decision_us:i",
            "dim, hour, team, value, shard"},
        {"rollup_check",
            "hour:i team:t kind:t shard:i runs:i duration_ns:i b0:i b1:i b2:i b3:i b4:i b5:i b6:i b7:i",
            "hour, team, kind, shard"},
        {"rollup_coverage", "hour:i team:t reason:t shard:i calls:i bytes:i", "hour, team, reason, shard"},
        {"legal_hold", "kind:i object:t call:b placed_at:i placed_by:t reason:t", "kind, object"},
        {"price", "model:t tokens_in:i tokens_out:i tokens_cached:i", "model"},
        {"saved_view", "owner:t desk:i name:t filter:t live:i oldest_first:i shared:i saved_at:i",
            "owner, desk, name"},
        {"handover", "author:t at:i text:t summary:t teams:t", "author, at"},
        {"permit", "key:t payload_hash:t held_id:b expires_at:i used_by:b used_at:i", "seq"},
        {"audit", "seq:i at:i actor:t action:t object:t before:t after:t reason:t hash:t", "seq"},
        {"audit_head", "seq:i hash:t at:i gateway:t public_key:b signature:b", "seq"},
        {"verdict_batch", "gateway:t number:i at:i previous:b leaves:b hash:b", "gateway, number"},
        {"verdict_head", "gateway:t number:i hash:b at:i public_key:b signature:b", "gateway"},
    };
    return tables;
}

const CopiedTable &interactions()
{
    static const CopiedTable table{"interaction",
        "id:b at:i key:t team:t environment:t use_case:t route:t model:t provider:t verdict:i severity:i "
        "outcome:i policy_name:t policy_version:t tokens_in:i tokens_out:i cost_uusd:i latency_us:i "
        "overhead_us:i rules:t top_check:t snippet:t state:i disposition:i assignee:t decided_by:t "
        "decided_at:i fingerprint:i alike:i leads:i payload:i",
        "id"};
    return table;
}

// The rows of an interaction, whose number `n` each store gives by itself.
const std::vector<CopiedTable> &parts()
{
    static const std::vector<CopiedTable> tables{
        {"interaction_detail",
            "n:i checks:t coverage:t source_address:t conversation:t payload_hash:t held:i received_bytes:i "
            "counted:i reserved_in:i reserved_out:i reserved_uusd:i end_user:t answer:t",
            "p.n"},
        {"request_body", "n:i segments:t", "p.n"},
        {"response_body", "n:i segments:t", "p.n"},
        {"sealed_originals", "n:i body:i envelope:t", "p.body"},
        {"finding", "n:i rule:t kind:t at:i zones:i score:i", "p.rule"},
        {"review_note", "n:i at:i author:t text:t", "p.seq"},
    };
    return tables;
}

struct Head {
    std::int64_t seq = 0;
    std::string hash;
    bool operator==(const Head &) const = default;
};

Head headOf(Connection &connection)
{
    Query query(connection, "SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1");
    return query.step() ? Head{query.integer(0), query.text(1)} : Head{};
}

bool isEmpty(Connection &connection)
{
    for (const CopiedTable &table : configuration()) {
        if (countRows(connection, table.name) != 0)
            return false;
    }
    return countRows(connection, "interaction") == 0;
}

Status checkNotInUse(Store &store)
{
    const auto gateways = liveGateways(store);
    if (!gateways)
        return tl::unexpected<Error>(gateways.error());
    if (!gateways->empty())
        return fail(ErrorKind::Conflict, "a gateway uses the store", store.displayName(),
            "stop " + gateways->front().gateway + " and copy again");
    return {};
}

// What one changed so far would be told by no entry of the copy.
Status checkNoJobRuns(Store &from)
{
    return attempt(from.connection(), [&]() -> Status {
        if (countRows(from.connection(), "review_job WHERE state = 0") == 0)
            return {};
        return fail(ErrorKind::Conflict, "a decision about all that match is not at its end",
            from.displayName(), "go on with it, or cancel it, and copy again");
    });
}

void copyConfiguration(Connection &from, Connection &to)
{
    WriteTransaction transaction(to);
    for (const CopiedTable &table : configuration()) {
        std::vector<CopiedRow> rows;
        Query query(
            from, "SELECT " + columnNames(table) + " FROM " + table.name + " ORDER BY " + table.order);
        while (query.step()) {
            rows.push_back(readRow(query, table));
            if (rows.size() == sliceSize) {
                insertRows(to, table, rows);
                rows.clear();
            }
        }
        insertRows(to, table, rows);
    }
    transaction.commit();
}

// Interactions in the order of their ids, so that the newest in the copy says how far it has come.
class InteractionCopy {
public:
    InteractionCopy(Store &from, Store &to)
        : m_from(from.connection())
        , m_to(to.connection())
        , m_toServer(isPostgres(to.location()))
    {
        Query newest(m_to, "SELECT id FROM interaction ORDER BY id DESC LIMIT 1");
        if (newest.step())
            m_after = newest.blob(0);
    }

    // How many were copied; none when there are no more.
    std::size_t next()
    {
        std::vector<CopiedRow> rows;
        Query query(m_from,
            "SELECT " + columnNames(interactions()) + " FROM interaction WHERE id > ? ORDER BY id LIMIT ?",
            m_after, sliceSize);
        while (query.step())
            rows.push_back(readRow(query, interactions()));
        if (rows.empty())
            return 0;
        const Blob last = std::get<Blob>(*rows.back().front());
        WriteTransaction transaction(m_to);
        for (const CopiedRow &row : rows)
            m_to.makeRoom(timeIn(std::get<Blob>(*row.front())), timeIn(std::get<Blob>(*row.front())));
        insertRows(m_to, interactions(), rows);
        readNumbers(last);
        for (const CopiedTable &part : parts())
            copyPart(part, last);
        addToSearch(last);
        transaction.commit();
        m_after = last;
        m_copied += rows.size();
        learnNowAndThen();
        return rows.size();
    }

    // A server plans by what it last counted, and of tables that were empty then it reads every row.
    void learn()
    {
        if (m_toServer)
            m_to.execute("ANALYZE");
    }

private:
    void learnNowAndThen()
    {
        if (m_copied < m_learnAt)
            return;
        learn();
        m_learnAt *= 8;
    }

    // What the copy calls each interaction of the slice.
    void readNumbers(const Blob &last)
    {
        m_numbers.clear();
        Query query(m_to, "SELECT id, n FROM interaction WHERE id > ? AND id <= ?", m_after, last);
        while (query.step())
            m_numbers[query.blob(0).bytes] = query.integer(1);
    }

    void copyPart(const CopiedTable &part, const Blob &last)
    {
        std::vector<CopiedRow> rows;
        Query query(m_from,
            "SELECT i.id, " + columnNames(part, "p.") + " FROM " + part.name
                + " p JOIN interaction i ON i.n = p.n WHERE i.id > ? AND i.id <= ? ORDER BY i.id, "
                + part.order,
            m_after, last);
        while (query.step()) {
            rows.push_back(readRow(query, part, 1));
            rows.back().front().emplace(m_numbers.at(query.blob(0).bytes));
        }
        insertRows(m_to, part, rows);
    }

    void addToSearch(const Blob &last)
    {
        std::vector<std::int64_t> found;
        {
            Query query(m_to,
                "SELECT n FROM interaction WHERE id > ? AND id <= ? AND verdict <> 0 AND outcome <> 0",
                m_after, last);
            while (query.step())
                found.push_back(query.integer(0));
        }
        for (const std::int64_t n : found)
            m_to.addToSearch(n);
    }

    Connection &m_from;
    Connection &m_to;
    const bool m_toServer;
    Blob m_after;
    std::size_t m_copied = 0;
    std::size_t m_learnAt = 10'000; // interactions
    std::unordered_map<std::string, std::int64_t> m_numbers;
};

Status checkCounts(Connection &from, Store &to, std::int64_t &rows)
{
    std::vector<std::string> names{"interaction"};
    for (const auto *tables : {&configuration(), &parts()}) {
        for (const CopiedTable &table : *tables)
            names.push_back(table.name);
    }
    for (const std::string &name : names) {
        const std::int64_t there = countRows(from, name);
        const std::int64_t here = countRows(to.connection(), name);
        if (there != here)
            return fail(ErrorKind::Corrupt,
                "the copy holds " + std::to_string(here) + " of " + std::to_string(there) + " rows of "
                    + name,
                to.displayName(), "copy again, into an empty place");
        rows += here;
    }
    return {};
}

Result<StoreCopy> verified(Store &from, Store &to, const Head &head)
{
    StoreCopy copy;
    copy.auditHead = head.hash;
    copy.interactions = countRows(to.connection(), "interaction");
    if (Status whole = checkCounts(from.connection(), to, copy.rows); !whole)
        return tl::unexpected<Error>(whole.error());
    const auto audit = verifyAudit(to, head.hash);
    if (!audit)
        return tl::unexpected<Error>(audit.error());
    if (!audit->ok)
        return fail(ErrorKind::Corrupt, "the audit log of the copy does not verify", to.displayName(),
            "verify that of the original with: gatehouse audit verify");
    copy.auditEntries = audit->entries;
    return copy;
}

Result<StoreCopy> copyRows(
    Store &from, Store &to, const std::function<bool(std::int64_t, std::int64_t)> &progress)
{
    const Head head = headOf(from.connection());
    if (isEmpty(to.connection()))
        copyConfiguration(from.connection(), to.connection());
    else if (headOf(to.connection()) != head)
        return fail(ErrorKind::Conflict,
            "the store to copy to holds something else, or the original was changed since the copy began",
            to.displayName(), "name a place without a store");
    InteractionCopy copy(from, to);
    const std::int64_t total = countRows(from.connection(), "interaction");
    const std::int64_t before = countRows(to.connection(), "interaction");
    std::int64_t done = before;
    while (const std::size_t copied = copy.next()) {
        done += static_cast<std::int64_t>(copied);
        if (!progress(done, total) && done < total)
            return fail(ErrorKind::Conflict, "the copy was broken off", to.displayName(),
                "the same command goes on with it");
    }
    if (done > before)
        copy.learn();
    auto result = verified(from, to, head);
    if (result)
        result->copied = done - before;
    return result;
}

} // namespace

Result<StoreCopy> copyStore(
    Store &from, Store &to, const std::function<bool(std::int64_t, std::int64_t)> &progress)
{
    for (Store *store : {&from, &to}) {
        if (Status unused = checkNotInUse(*store); !unused)
            return tl::unexpected<Error>(unused.error());
    }
    if (Status ended = checkNoJobRuns(from); !ended)
        return tl::unexpected<Error>(ended.error());
    if (Status keys = copyKeyFiles(from.location(), to.location()); !keys)
        return tl::unexpected<Error>(keys.error());
    return attempt(to.connection(), [&]() -> Result<StoreCopy> { return copyRows(from, to, progress); });
}

} // namespace gatehouse::store
