// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Where records go: to the store, or while that can't be written to the local journal, from which they follow
// in order, each once, as soon as it can.

#include "store/local_journal.h"
#include "store/sql/journal_group.h"

#include <atomic>
#include <chrono>
#include <span>
#include <string>
#include <vector>

namespace gatehouse::store {

// Used by the journal's thread; the counts may be read by any.
class JournalRelay {
public:
    JournalRelay(Store &store, LocalJournal local);

    // At the start: what an earlier gateway left in the local journal goes to the store, then the calls it
    // left open are marked. Unreachable when the store can't be written.
    [[nodiscard]] Status recover();
    // What became of each entry. A record is safe in the store or in the local journal; when neither takes
    // it, its status says why.
    [[nodiscard]] std::vector<Status> write(std::span<const JournalEntry> entries);
    // True while the local journal holds records the store has not: whatever is written joins them there.
    [[nodiscard]] bool isBehind() const { return m_behind; }
    // Moves some of them to the store, or finds that it still can't be written. True when it is worth calling
    // again at once.
    [[nodiscard]] bool catchUp();

    [[nodiscard]] const std::string &problem() const { return m_problem; } // "" when all is well
    // False when the last records were taken by neither.
    [[nodiscard]] bool takesRecords() const { return m_takesRecords; }
    [[nodiscard]] JournalGroupWriter &writer() { return m_writer; }

    struct Counts {
        std::atomic<std::int64_t> kept{0}; // in the local journal now
        std::atomic<std::int64_t> keptEver{0};
        std::atomic<std::int64_t> refused{0}; // neither store nor local journal took them
        std::atomic<std::int64_t> rejected{0}; // put aside, since the store does not take them
    };
    [[nodiscard]] const Counts &counts() const { return m_counts; }

private:
    [[nodiscard]] std::vector<Status> keep(std::span<const JournalEntry> entries);
    [[nodiscard]] Status findPosition();
    [[nodiscard]] Status replaySlice();
    [[nodiscard]] Status replayOneByOne(const LocalJournal::Slice &slice);
    [[nodiscard]] Status reject(const std::string &payload);
    void finish();

    Store &m_store;
    JournalGroupWriter m_writer;
    LocalJournal m_local;
    std::uint64_t m_position = LocalJournal::headerBytes; // of the local journal; before it all is replayed
    bool m_behind = false;
    bool m_takesRecords = true;
    std::string m_problem;
    std::chrono::steady_clock::time_point m_nextTry;
    Counts m_counts;
};

} // namespace gatehouse::store
