// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/journal.h"

#include "store/gateway_lock.h"
#include "store/journal_queue.h"
#include "store/sqlite/checkpointer.h"
#include "store/sqlite/journal_group.h"

#include <atomic>
#include <mutex>
#include <thread>
#include <utility>

namespace gatehouse::store {

struct Journal::State {
    State(GatewayLock gatewayLock, std::unique_ptr<Store> writerStore, std::unique_ptr<Store> checkpointStore)
        : lock(std::move(gatewayLock))
        , store(std::move(writerStore))
        , writer(*store)
        , checkpointer(std::move(checkpointStore))
    {
    }

    void run();
    void writeGroup(const std::vector<JournalEntry> &group);
    void setDegraded(std::string why);

    GatewayLock lock;
    std::unique_ptr<Store> store;
    JournalGroupWriter writer;
    Checkpointer checkpointer;
    JournalQueue<std::optional<JournalEntry>> queue; // nothing: stop
    std::atomic<std::int64_t> waiting = 0;
    mutable std::mutex degradedMutex;
    std::string degraded;
    std::thread thread;

    void push(JournalEntry entry)
    {
        if (entry.isCall())
            waiting.fetch_add(1, std::memory_order_relaxed);
        queue.push(std::move(entry));
    }
};

void Journal::State::run()
{
    for (bool stopping = false; !stopping;) {
        queue.wait();
        std::vector<JournalEntry> group;
        for (auto &entry : queue.takeAll()) {
            if (entry)
                group.push_back(std::move(*entry));
            else
                stopping = true;
        }
        if (!group.empty())
            writeGroup(group);
    }
}

void Journal::State::writeGroup(const std::vector<JournalEntry> &group)
{
    const std::vector<Status> statuses = writer.write(group);
    setDegraded(writer.groupError() ? writer.groupError()->line() : std::string());
    for (std::size_t i = 0; i < group.size(); ++i) {
        if (group[i].isCall())
            waiting.fetch_sub(1, std::memory_order_relaxed);
        if (group[i].committed)
            group[i].committed(statuses[i]);
    }
    writer.limitLog();
    checkpointer.logGrewTo(writer.logPages());
}

void Journal::State::setDegraded(std::string why)
{
    const std::lock_guard guard(degradedMutex);
    degraded = std::move(why);
}

Result<std::unique_ptr<Journal>> Journal::open(
    const std::string &location, const std::string &gatewayId, const Clock &clock)
{
    auto store = Store::open(location, OpenMode::Existing, clock);
    if (!store)
        return tl::unexpected(store.error());
    auto lock = GatewayLock::take(location);
    if (!lock)
        return tl::unexpected(lock.error());
    auto checkpointStore = Store::open(location, OpenMode::Existing, clock);
    if (!checkpointStore)
        return tl::unexpected(checkpointStore.error());
    (*store)->setActor("gateway:" + gatewayId);
    auto state = std::make_unique<State>(std::move(*lock), std::move(*store), std::move(*checkpointStore));
    if (const Status recovered = state->writer.recover(); !recovered)
        return tl::unexpected(recovered.error());
    return std::unique_ptr<Journal>(new Journal(std::move(state)));
}

Journal::Journal(std::unique_ptr<State> state)
    : m_state(std::move(state))
{
    m_state->thread = std::thread([running = m_state.get()] { running->run(); });
}

Journal::~Journal()
{
    m_state->queue.push(std::nullopt);
    m_state->thread.join();
}

void Journal::write(RequestRecord record, Committed committed)
{
    m_state->push({std::move(record), std::move(committed)});
}

void Journal::write(VerdictRecord record, Committed committed)
{
    m_state->push({std::move(record), std::move(committed)});
}

void Journal::write(Heartbeat heartbeat)
{
    m_state->push({std::move(heartbeat), {}});
}

void Journal::touchKey(const KeyId &key)
{
    m_state->push({KeyTouch{key, m_state->store->clock().now()}, {}});
}

std::int64_t Journal::depth() const
{
    return m_state->waiting.load(std::memory_order_relaxed);
}

std::string Journal::degraded() const
{
    const std::lock_guard guard(m_state->degradedMutex);
    return m_state->degraded;
}

} // namespace gatehouse::store
