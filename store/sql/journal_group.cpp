// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/sql/journal_group.h"

#include "store/postgres/address.h"
#include "store/sql/query.h"
#include "store/sql/record_changes.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <string_view>
#include <unordered_map>

namespace gatehouse::store {

namespace {

constexpr int busyCheckpointPages = 8192; // 64 MiB
constexpr int truncatePages = 32768; // 256 MiB
// "Last used" is for people: finer steps would only write the same page again and again.
constexpr auto usedStep = std::chrono::seconds(1);
constexpr auto forgetGateways = std::chrono::hours(1);

// Of the one gateway of a file, or of this one of the many of a database.
std::string replayedSetting(const Store &store)
{
    return isPostgres(store.location()) ? "journal_replayed " + store.actor() : "journal_replayed";
}

void noteUse(std::map<std::string, Timestamp> &used, const KeyId &key, Timestamp at)
{
    Timestamp &last = used[key.value];
    last = std::max(last, at);
}

using Verdicts = std::unordered_map<std::string_view, std::size_t>;

// Where in the group the verdict of each call stands.
Verdicts verdictsOf(std::span<const JournalEntry> entries)
{
    Verdicts found;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (const auto *verdict = std::get_if<VerdictRecord>(&entries[i].record))
            found.emplace(verdict->id.value, i);
    }
    return found;
}

// What was written of a group whose verdicts went with the requests that `with` names (plus one; 0: alone).
VerdictLeaves leavesOf(std::span<const JournalEntry> entries, const std::vector<std::size_t> &with,
    const std::vector<Status> &statuses)
{
    std::vector<bool> joined(entries.size());
    for (const std::size_t request : with) {
        if (request != 0)
            joined[request - 1] = true;
    }
    VerdictLeaves leaves;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (!statuses[i] || joined[i])
            continue;
        const auto *verdict = std::get_if<VerdictRecord>(&entries[i].record);
        if (verdict && with[i] != 0)
            leaves.add(std::get<RequestRecord>(entries[with[i] - 1].record), *verdict);
        else if (verdict)
            leaves.add(*verdict);
        else if (const auto *request = std::get_if<RequestRecord>(&entries[i].record))
            leaves.add(*request);
    }
    return leaves;
}

} // namespace

std::vector<Status> JournalGroupWriter::write(std::span<const JournalEntry> entries)
{
    m_groupError.reset();
    auto written = commit(entries);
    if (written)
        return std::move(*written);
    const bool storeFailed
        = written.error().kind == ErrorKind::Unreachable || written.error().kind == ErrorKind::Corrupt;
    if (entries.size() == 1 || storeFailed) {
        m_groupError = written.error();
        return std::vector<Status>(entries.size(), tl::unexpected(written.error()));
    }
    // One entry the database can't take must not cost the others: find it by going one by one.
    std::vector<Status> statuses;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        auto alone = commit(entries.subspan(i, 1));
        statuses.push_back(alone ? alone->front() : Status(tl::unexpected(alone.error())));
    }
    return statuses;
}

Result<std::vector<Status>> JournalGroupWriter::commit(std::span<const JournalEntry> entries)
{
    Connection &connection = m_store.connection();
    if (auto inPlace = m_store.checkInPlace(); !inPlace)
        return tl::unexpected(inPlace.error());
    return attempt(connection, [&]() -> Result<std::vector<Status>> {
        WriteTransaction transaction(connection, Writing::Records);
        std::map<std::string, Timestamp> used;
        std::vector<Status> statuses = writeEach(entries, used, Meeting::Together);
        transaction.commit();
        m_batches.committed();
        for (const auto &[key, at] : used)
            m_usedWritten[key] = at;
        return statuses;
    });
}

std::vector<Status> JournalGroupWriter::writeEach(
    std::span<const JournalEntry> entries, std::map<std::string, Timestamp> &used, Meeting meeting)
{
    const auto records = m_store.connection().recordWriter();
    std::vector<Status> statuses(entries.size());
    std::vector<std::size_t> with(entries.size()); // verdicts: where their request stands, plus one
    const auto verdicts = meeting == Meeting::Together ? verdictsOf(entries) : Verdicts();
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const auto *request = std::get_if<RequestRecord>(&entries[i].record);
        const auto found = request ? verdicts.find(request->row.id.value) : verdicts.end();
        if (with[i] != 0) {
            continue;
        } else if (found == verdicts.end() || found->second < i || with[found->second] != 0) {
            writeOne(entries[i], *records, used, statuses[i]);
        } else {
            noteUse(used, request->row.key, request->row.at);
            records->write(*request, std::get<VerdictRecord>(entries[found->second].record), statuses[i]);
            with[found->second] = i + 1;
        }
    }
    writeUsed(used);
    records->finish();
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (with[i] != 0)
            statuses[i] = statuses[with[i] - 1];
    }
    m_batches.write(leavesOf(entries, with, statuses));
    return statuses;
}

Status JournalGroupWriter::replay(std::span<const JournalEntry> entries, const LocalJournal::Position &upTo)
{
    Connection &connection = m_store.connection();
    if (auto inPlace = m_store.checkInPlace(); !inPlace)
        return inPlace;
    return attempt(connection, [&]() -> Status {
        WriteTransaction transaction(connection, Writing::Records);
        std::map<std::string, Timestamp> used;
        // In the steps they were kept in, so that every one of them can be seen to have followed.
        for (const Status &status : writeEach(entries, used, Meeting::Apart)) {
            if (!status)
                return status;
        }
        const std::string position = upTo.filling + ":" + std::to_string(upTo.offset);
        Query(connection,
            "INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = "
            "excluded.value",
            replayedSetting(m_store), position)
            .run();
        transaction.commit();
        m_batches.committed();
        return {};
    });
}

Result<LocalJournal::Position> JournalGroupWriter::replayedUpTo()
{
    Connection &connection = m_store.connection();
    return attempt(connection, [&]() -> Result<LocalJournal::Position> {
        Query query(connection, "SELECT value FROM setting WHERE name = ?", replayedSetting(m_store));
        LocalJournal::Position position;
        if (!query.step())
            return position;
        const std::string text = query.text(0);
        const std::size_t colon = text.find(':');
        if (colon == std::string::npos)
            return position;
        position.filling = text.substr(0, colon);
        std::from_chars(text.data() + colon + 1, text.data() + text.size(), position.offset);
        return position;
    });
}

void JournalGroupWriter::writeOne(
    const JournalEntry &entry, RecordWriter &records, std::map<std::string, Timestamp> &used, Status &status)
{
    if (const auto *request = std::get_if<RequestRecord>(&entry.record)) {
        noteUse(used, request->row.key, request->row.at);
        records.write(*request, status);
    } else if (const auto *verdict = std::get_if<VerdictRecord>(&entry.record))
        records.write(*verdict, status);
    else if (const auto *heartbeat = std::get_if<Heartbeat>(&entry.record))
        writeHeartbeat(*heartbeat);
    else if (const auto *touch = std::get_if<KeyTouch>(&entry.record))
        noteUse(used, touch->key, touch->at);
}

void JournalGroupWriter::writeHeartbeat(const Heartbeat &heartbeat)
{
    static const std::string sql
        = "INSERT INTO heartbeat (gateway, at, address, version, policy_name, policy_version, "
          "policy_ordinal, "
          "journal_depth, requests_per_second, streams, degraded) VALUES (?,?,?,?,?,?,?,?,?,?,?) "
          "ON CONFLICT (gateway) DO UPDATE SET at = excluded.at, address = excluded.address, "
          "version = excluded.version, policy_name = excluded.policy_name, "
          "policy_version = excluded.policy_version, policy_ordinal = excluded.policy_ordinal, "
          "journal_depth = excluded.journal_depth, requests_per_second = excluded.requests_per_second, "
          "streams = excluded.streams, degraded = excluded.degraded";
    Query(m_store.connection(), sql, heartbeat.gateway, heartbeat.at, heartbeat.address, heartbeat.version,
        heartbeat.policyName, heartbeat.policy.value, heartbeat.policyOrdinal, heartbeat.journalDepth,
        heartbeat.requestsPerSecond, heartbeat.streams, heartbeat.degraded)
        .run();
}

void JournalGroupWriter::writeUsed(std::map<std::string, Timestamp> &used)
{
    static const std::string sql
        = "UPDATE virtual_key SET last_used_at = ?2 WHERE id = ?1 AND coalesce(last_used_at, 0) < ?2";
    std::erase_if(used, [this](const auto &entry) {
        const auto written = m_usedWritten.find(entry.first);
        return written != m_usedWritten.end() && entry.second - written->second < usedStep;
    });
    for (const auto &[key, at] : used)
        Query(m_store.connection(), sql, key, at).run();
}

Status JournalGroupWriter::recover()
{
    Connection &connection = m_store.connection();
    return attempt(connection, [&]() -> Status {
        WriteTransaction transaction(connection);
        interruptPending(connection, connection.dialect().abandonedCalls);
        Query(connection, "DELETE FROM heartbeat WHERE at < ?", m_store.clock().now() - forgetGateways).run();
        trimChanges(connection);
        transaction.commit();
        return {};
    });
}

int JournalGroupWriter::logPages() const
{
    return m_store.connection().logPages();
}

void JournalGroupWriter::limitLog()
{
    Connection &connection = m_store.connection();
    if (connection.logPages() >= truncatePages)
        connection.checkpointAndTruncate();
    else if (connection.logPages() >= busyCheckpointPages)
        connection.checkpoint();
}

} // namespace gatehouse::store
