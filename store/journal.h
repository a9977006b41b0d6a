// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// The journal: how a gateway writes. Many threads hand records over, one writer commits them in groups.

#include "store/records.h"
#include "store/store.h"

#include <functional>
#include <memory>
#include <string>

namespace gatehouse::store {

// Called on the writer's thread once the record is durable, or with why it is not.
using Committed = std::function<void(const Status &)>;

class Journal {
public:
    // Opens its own connection and starts the writer. Takes the store's gateway lock: a second journal on the
    // same file is a Conflict that says several gateways want PostgreSQL. Calls found pending from before
    // become `interrupted`.
    [[nodiscard]] static Result<std::unique_ptr<Journal>> open(
        const std::string &location, const std::string &gatewayId, const Clock &clock = systemClock());
    // Commits what is queued, then stops.
    ~Journal();

    // A group is whatever has gathered while the one before was being written; nothing waits on a timer.
    void write(RequestRecord record, Committed committed);
    void write(VerdictRecord record, Committed committed);
    void write(Heartbeat heartbeat);
    // Notes that a key was used; merged into the next group.
    void touchKey(const KeyId &key);

    [[nodiscard]] std::int64_t depth() const; // records waiting
    [[nodiscard]] std::string degraded() const; // "" when the last group committed, else why it did not

private:
    struct State;
    explicit Journal(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace gatehouse::store
