// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// The journal: how a gateway writes. Many threads hand records over, one writer commits them in groups. While
// the store can't be written they are kept in a file on this machine, which is durable too, and follow later.

#include "store/latency_histogram.h"
#include "store/local_journal.h"
#include "store/records.h"
#include "store/store.h"

#include <functional>
#include <memory>
#include <string>

namespace gatehouse::store {

// Called on the writer's thread once the record is durable, in the store or in the local journal, or with why
// it is not.
using Committed = std::function<void(const Status &)>;

struct JournalFigures {
    std::int64_t waiting = 0; // handed over, not durable yet
    std::int64_t kept = 0; // durable in the local journal, not in the store yet
    std::int64_t keptEver = 0;
    std::int64_t refused = 0; // neither took them
    std::int64_t rejected = 0; // put aside from the local journal, since the store does not take them
    LatencyHistogram::Figures commits; // of groups, to the store or the local journal
};

class Journal {
public:
    // Opens its own connection and starts the writer. Takes the store's gateway lock: a second journal on the
    // same file is a Conflict that says several gateways want PostgreSQL. What a local journal holds from
    // before goes to the store first; calls found pending then become `interrupted`.
    [[nodiscard]] static Result<std::unique_ptr<Journal>> open(const std::string &location,
        const std::string &gatewayId, const Clock &clock = systemClock(), LocalJournalOptions local = {});
    // Commits what is queued, then stops.
    ~Journal();

    // A group is whatever has gathered while the one before was being written. Only that a call has begun
    // waits a few milliseconds for its verdict.
    void write(RequestRecord record, Committed committed);
    void write(VerdictRecord record, Committed committed);
    // Somebody waits for what was handed over.
    void hurry();
    void write(Heartbeat heartbeat);
    // Notes that a key was used; merged into the next group.
    void touchKey(const KeyId &key);

    [[nodiscard]] std::int64_t depth() const; // records the store has not yet
    [[nodiscard]] JournalFigures figures() const;
    [[nodiscard]] std::string degraded() const; // "" when the last group reached the store, else why not
    // False while records are taken by neither the store nor the local journal.
    [[nodiscard]] bool takesRecords() const;

private:
    struct State;
    explicit Journal(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace gatehouse::store
