// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// One group of the journal: what gathered while the group before was written, committed in one transaction.

#include "store/journal.h"
#include "store/local_journal.h"
#include "store/sql/record_writer.h"
#include "store/sql/verdict_batches.h"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

namespace gatehouse::store {

struct KeyTouch {
    KeyId key;
    Timestamp at{};
};

struct JournalEntry {
    std::variant<RequestRecord, VerdictRecord, Heartbeat, KeyTouch> record;
    Committed committed; // may be empty

    [[nodiscard]] bool isCall() const { return record.index() < 2; }
};

class JournalGroupWriter {
public:
    explicit JournalGroupWriter(Store &store)
        : m_store(store)
        , m_batches(store)
    {
    }

    // Commits all entries or none, except that an entry which is wrong in itself fails alone. The answer has
    // one status an entry; `groupError` of the last write tells whether the store failed as a whole.
    [[nodiscard]] std::vector<Status> write(std::span<const JournalEntry> entries);
    [[nodiscard]] const std::optional<Error> &groupError() const { return m_groupError; }

    // Records of the local journal, and that it is replayed up to here, in one transaction: all or nothing,
    // also when an entry is wrong in itself.
    [[nodiscard]] Status replay(std::span<const JournalEntry> entries, const LocalJournal::Position &upTo);
    // What the store says of the local journal; an empty position when it never heard of one.
    [[nodiscard]] Result<LocalJournal::Position> replayedUpTo();

    // Marks what a dead gateway left pending, forgets gateways not seen for an hour.
    [[nodiscard]] Status recover();
    // Pages in the write-ahead log after the last group.
    [[nodiscard]] int logPages() const;
    // Keeps the log from growing without bound while writes never pause.
    void limitLog();

private:
    [[nodiscard]] Result<std::vector<Status>> commit(std::span<const JournalEntry> entries);
    // Whether a call whose request and verdict are both there is written at once.
    enum class Meeting { Together, Apart };
    std::vector<Status> writeEach(
        std::span<const JournalEntry> entries, std::map<std::string, Timestamp> &used, Meeting meeting);
    void writeOne(const JournalEntry &entry, RecordWriter &records, std::map<std::string, Timestamp> &used,
        Status &status);
    void writeHeartbeat(const Heartbeat &heartbeat);
    void writeUsed(std::map<std::string, Timestamp> &used);

    Store &m_store;
    VerdictBatches m_batches;
    std::optional<Error> m_groupError;
    std::map<std::string, Timestamp> m_usedWritten; // by key: what the database says
};

} // namespace gatehouse::store
