// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// What a gateway's journal adds to its chain of batches: one row a transaction.

#include "store/verdict_chain.h"

#include <optional>
#include <string>

namespace gatehouse::store {

// The leaves of one batch, in the order they are added. Ids must be good.
class VerdictLeaves {
public:
    // A call and, where it is over already, its verdict.
    void add(const RequestRecord &call);
    void add(const VerdictRecord &verdict);
    void add(const RequestRecord &call, const VerdictRecord &verdict);
    [[nodiscard]] const std::string &bytes() const { return m_bytes; }

private:
    void add(LeafKind kind, const InteractionId &id, const std::string &text);
    std::string m_bytes;
};

class VerdictBatches {
public:
    explicit VerdictBatches(Store &store)
        : m_store(store)
    {
    }
    // Inside the transaction that writes the records; may throw SqlFailure.
    void write(const VerdictLeaves &leaves);
    // That transaction is on disk. Without this the next write looks what is there.
    void committed() { m_last = m_written; }

private:
    struct Last {
        std::int64_t number = 0;
        std::string hash;
    };
    [[nodiscard]] Last read() const;

    Store &m_store;
    std::optional<Last> m_last, m_written;
};

// Deletes, slice by slice, what each signed chain begins with that is older than every call; its newest batch
// stays. May throw SqlFailure.
void forgetVerdictBatches(Connection &connection);

} // namespace gatehouse::store
