// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/journal_relay.h"

#include "store/call_record_json.h"
#include "store/sql/connection.h"

namespace gatehouse::store {

namespace {

// How long a group waits for another writer before the local journal takes it. A bulk decision holds the
// store for 20 ms at most; what holds it longer may hold it for minutes.
constexpr Micros usualPatience = std::chrono::milliseconds(500);
// While behind, callers wait for the thread that asks.
constexpr Micros behindPatience = std::chrono::milliseconds(20);
constexpr auto retryEvery = std::chrono::milliseconds(100);
constexpr std::size_t sliceRecords = 500;

std::string payloadOf(const JournalEntry &entry)
{
    if (const auto *request = std::get_if<RequestRecord>(&entry.record))
        return toJson(*request);
    return toJson(std::get<VerdictRecord>(entry.record));
}

Result<JournalEntry> entryOf(const std::string &payload)
{
    auto record = callRecordFromJson(payload);
    if (!record)
        return tl::unexpected(record.error());
    JournalEntry entry{KeyTouch{}, {}};
    if (auto *request = std::get_if<RequestRecord>(&*record))
        entry.record = std::move(*request);
    else
        entry.record = std::move(std::get<VerdictRecord>(*record));
    return entry;
}

bool isStoreFailure(const Error &error)
{
    return error.kind == ErrorKind::Unreachable || error.kind == ErrorKind::Corrupt;
}

} // namespace

JournalRelay::JournalRelay(Store &store, LocalJournal local)
    : m_store(store)
    , m_writer(store)
    , m_local(std::move(local))
{
}

Status JournalRelay::recover()
{
    if (auto found = findPosition(); !found)
        return found;
    while (m_position < m_local.end()) {
        if (auto replayed = replaySlice(); !replayed)
            return replayed;
    }
    finish();
    return m_writer.recover();
}

// The store itself says how far it was replayed: the word was committed with the records.
Status JournalRelay::findPosition()
{
    const auto replayed = m_writer.replayedUpTo();
    if (!replayed)
        return tl::unexpected(replayed.error());
    const bool same = replayed->filling == m_local.start().filling;
    m_position = same ? replayed->offset : LocalJournal::headerBytes;
    const auto count = m_local.count(m_position);
    if (!count)
        return tl::unexpected(count.error());
    m_counts.kept = *count;
    return {};
}

std::vector<Status> JournalRelay::write(std::span<const JournalEntry> entries)
{
    if (!m_behind) {
        std::vector<Status> statuses = m_writer.write(entries);
        const auto &error = m_writer.groupError();
        m_problem = error ? "records cannot be written: " + error->line() : std::string();
        m_takesRecords = !error;
        if (!error || !isStoreFailure(*error))
            return statuses;
        m_nextTry = std::chrono::steady_clock::now() + retryEvery;
    }
    return keep(entries);
}

std::vector<Status> JournalRelay::keep(std::span<const JournalEntry> entries)
{
    std::vector<std::string> payloads;
    for (const JournalEntry &entry : entries) {
        if (entry.isCall())
            payloads.push_back(payloadOf(entry));
    }
    // Heartbeats and marks of use are for now or never.
    if (payloads.empty())
        return std::vector<Status>(entries.size());
    const Status kept = m_local.append(payloads);
    const auto calls = static_cast<std::int64_t>(payloads.size());
    m_takesRecords = kept.has_value();
    if (!kept) {
        m_counts.refused += calls;
        m_problem = "neither the store nor the local journal takes records: " + kept.error().line();
    } else {
        if (!m_behind)
            m_problem = "records go to the local journal; " + m_problem;
        m_behind = true;
        m_store.connection().setPatience(behindPatience);
        m_counts.kept += calls;
        m_counts.keptEver += calls;
    }
    std::vector<Status> statuses;
    for (const JournalEntry &entry : entries)
        statuses.push_back(entry.isCall() ? kept : Status());
    return statuses;
}

bool JournalRelay::catchUp()
{
    if (!m_behind || std::chrono::steady_clock::now() < m_nextTry)
        return false;
    const Status replayed = replaySlice();
    if (!replayed) {
        m_problem = "records go to the local journal; they cannot be written: " + replayed.error().line();
        m_nextTry = std::chrono::steady_clock::now() + retryEvery;
        return false;
    }
    m_problem = "records of the local journal are on their way to the store";
    if (m_position >= m_local.end())
        finish();
    return m_behind;
}

Status JournalRelay::replaySlice()
{
    const auto slice = m_local.read(m_position, sliceRecords);
    if (!slice)
        return tl::unexpected(slice.error());
    std::vector<JournalEntry> entries;
    for (const std::string &payload : slice->payloads) {
        auto entry = entryOf(payload);
        if (!entry)
            return replayOneByOne(*slice);
        entries.push_back(std::move(*entry));
    }
    const Status replayed = m_writer.replay(entries, {m_local.start().filling, slice->next});
    if (!replayed && isStoreFailure(replayed.error()))
        return replayed;
    if (!replayed)
        return replayOneByOne(*slice);
    m_position = slice->next;
    m_counts.kept -= static_cast<std::int64_t>(slice->payloads.size());
    return {};
}

// Finds the record the store does not take, which must not keep the others waiting for ever.
Status JournalRelay::replayOneByOne(const LocalJournal::Slice &slice)
{
    for (std::size_t i = 0; i < slice.payloads.size(); ++i) {
        const auto next = m_local.read(m_position, 1);
        if (!next)
            return tl::unexpected(next.error());
        const LocalJournal::Position upTo{m_local.start().filling, next->next};
        std::vector<JournalEntry> one;
        if (auto entry = entryOf(slice.payloads[i]))
            one.push_back(std::move(*entry));
        Status replayed
            = one.empty() ? fail(ErrorKind::InvalidInput, "unreadable") : m_writer.replay(one, upTo);
        if (!replayed && isStoreFailure(replayed.error()))
            return replayed;
        if (!replayed) {
            if (auto rejected = reject(slice.payloads[i]); !rejected)
                return rejected;
            replayed = m_writer.replay({}, upTo);
        }
        if (!replayed)
            return replayed;
        m_position = next->next;
        --m_counts.kept;
    }
    return {};
}

Status JournalRelay::reject(const std::string &payload)
{
    ++m_counts.rejected;
    return m_local.putAside(payload);
}

void JournalRelay::finish()
{
    m_behind = false;
    m_counts.kept = 0;
    m_store.connection().setPatience(usualPatience);
    m_problem.clear();
    // What can't be emptied now is known as replayed, and is emptied another time.
    if (m_local.clear())
        m_position = LocalJournal::headerBytes;
    else
        m_position = m_local.end();
}

} // namespace gatehouse::store
