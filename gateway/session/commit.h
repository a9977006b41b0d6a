// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// A record on its way to the disk, and the wait for its arrival.

#include "gateway/session/commit_inbox.h"
#include "store/journal.h"

#include <memory>

namespace gatehouse::gateway {

class Commit {
public:
    // Hands the record over at once; it commits while the caller goes on.
    template <class Record>
    Commit(CommitInbox &inbox, store::Journal &journal, Record record)
        : m_inbox(inbox)
        , m_journal(journal)
        , m_state(std::make_shared<CommitState>(inbox.loop()))
    {
        inbox.note(m_state, SteadyClock::now());
        journal.write(std::move(record),
            [&inbox, state = m_state](const Status &status) { inbox.arrived(state, status); });
    }

    // Until it is durable, or cannot be; where answers may lead their records, not even that. May be called
    // once it is known, any number of times.
    [[nodiscard]] Task<Status> wait() const
    {
        if (leads())
            co_return Status();
        co_await m_state->done.wait();
        co_return m_state->status;
    }
    // The same for a record that nothing urgent follows.
    [[nodiscard]] Task<Status> hurry() const
    {
        if (!m_state->done.isSet() && !leads())
            m_journal.hurry();
        return wait();
    }

private:
    [[nodiscard]] bool leads() const
    {
        if (m_state->done.isSet() || !m_inbox.mayLead(SteadyClock::now()) || !m_journal.takesRecords())
            return false;
        m_state->answered = true;
        return true;
    }

    CommitInbox &m_inbox;
    store::Journal &m_journal;
    std::shared_ptr<CommitState> m_state;
};

} // namespace gatehouse::gateway
