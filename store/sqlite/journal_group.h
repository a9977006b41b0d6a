// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// One group of the journal: what gathered while the group before was written, committed in one transaction.

#include "store/journal.h"

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
    {
    }

    // Commits all entries or none, except that an entry which is wrong in itself fails alone. The answer has
    // one status an entry; `groupError` of the last write tells whether the store failed as a whole.
    [[nodiscard]] std::vector<Status> write(std::span<const JournalEntry> entries);
    [[nodiscard]] const std::optional<Error> &groupError() const { return m_groupError; }

    // Marks what a dead gateway left pending, forgets gateways not seen for an hour.
    [[nodiscard]] Status recover();
    // Pages in the write-ahead log after the last group.
    [[nodiscard]] int logPages() const;
    // Keeps the log from growing without bound while writes never pause.
    void limitLog();

private:
    [[nodiscard]] Result<std::vector<Status>> commit(std::span<const JournalEntry> entries);
    Status writeOne(const JournalEntry &entry, std::map<std::string, Timestamp> &used);
    void writeHeartbeat(const Heartbeat &heartbeat);
    void writeUsed(std::map<std::string, Timestamp> &used);

    Store &m_store;
    std::optional<Error> m_groupError;
    std::map<std::string, Timestamp> m_usedWritten; // by key: what the database says
};

} // namespace gatehouse::store
