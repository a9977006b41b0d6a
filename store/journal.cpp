// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/journal.h"

#include "store/gateway_lock.h"
#include "store/journal_queue.h"
#include "store/journal_relay.h"
#include "store/sqlite/checkpointer.h"

#include <atomic>
#include <mutex>
#include <pthread.h>
#include <sched.h>
#include <thread>
#include <utility>

namespace gatehouse::store {

namespace {

constexpr std::chrono::milliseconds behindPause{20};
// What nobody waits for yet (that a call has begun) stays this long for its verdict, so that both are written
// at once.
constexpr std::chrono::milliseconds gatherTime{3};

// The writer's group grows while it waits for its turn, so it need not take a core from those who judge.
void giveWay()
{
    pthread_setname_np(pthread_self(), "journal");
    const sched_param unused{};
    sched_setscheduler(0, SCHED_BATCH, &unused); // refused: it only runs sooner
}

Urgency urgencyOf(const JournalEntry &entry)
{
    if (const auto *request = std::get_if<RequestRecord>(&entry.record))
        return request->row.outcome == Outcome::Pending ? Urgency::Soon : Urgency::Now;
    return std::holds_alternative<VerdictRecord>(entry.record) ? Urgency::Now : Urgency::Soon;
}

} // namespace

struct Journal::State {
    State(GatewayLock gatewayLock, std::unique_ptr<Store> writerStore, std::unique_ptr<Store> checkpointStore,
        LocalJournal local)
        : lock(std::move(gatewayLock))
        , store(std::move(writerStore))
        , relay(*store, std::move(local))
        , checkpointer(std::move(checkpointStore))
    {
    }

    void run();
    void writeGroup(const std::vector<JournalEntry> &group);
    void tellState();

    GatewayLock lock;
    std::unique_ptr<Store> store;
    JournalRelay relay;
    Checkpointer checkpointer;
    JournalQueue<std::optional<JournalEntry>> queue; // nothing: stop
    std::atomic<std::int64_t> waiting = 0;
    std::atomic<bool> takesRecords = true;
    LatencyHistogram commits;
    mutable std::mutex degradedMutex;
    std::string degraded;
    std::thread thread;

    void push(JournalEntry entry)
    {
        if (entry.isCall())
            waiting.fetch_add(1, std::memory_order_relaxed);
        const Urgency urgency = urgencyOf(entry);
        queue.push(std::move(entry), urgency);
    }
};

void Journal::State::run()
{
    giveWay();
    bool goOn = false; // more of the local journal can be moved at once
    for (bool stopping = false; !stopping;) {
        if (!relay.isBehind()) {
            queue.wait();
            queue.gather(gatherTime);
        } else if (!goOn)
            queue.waitAtMost(behindPause);
        std::vector<JournalEntry> group;
        for (auto &entry : queue.takeAll()) {
            if (entry)
                group.push_back(std::move(*entry));
            else
                stopping = true;
        }
        if (!group.empty())
            writeGroup(group);
        goOn = relay.catchUp();
        tellState();
    }
}

void Journal::State::writeGroup(const std::vector<JournalEntry> &group)
{
    const auto start = std::chrono::steady_clock::now();
    const std::vector<Status> statuses = relay.write(group);
    commits.count(std::chrono::duration_cast<Micros>(std::chrono::steady_clock::now() - start));
    tellState();
    for (std::size_t i = 0; i < group.size(); ++i) {
        if (!group[i].isCall())
            continue;
        waiting.fetch_sub(1, std::memory_order_relaxed);
        if (group[i].committed)
            group[i].committed(statuses[i]);
    }
    relay.writer().limitLog();
    checkpointer.logGrewTo(relay.writer().logPages());
}

void Journal::State::tellState()
{
    takesRecords = relay.takesRecords();
    const std::lock_guard guard(degradedMutex);
    if (degraded != relay.problem())
        degraded = relay.problem();
}

Result<std::unique_ptr<Journal>> Journal::open(
    const std::string &location, const std::string &gatewayId, const Clock &clock, LocalJournalOptions local)
{
    auto store = Store::open(location, OpenMode::Existing, clock);
    if (!store)
        return tl::unexpected(store.error());
    const std::string files = gatewayFilesOf(location, gatewayId);
    auto lock = GatewayLock::take(files);
    if (!lock)
        return tl::unexpected(lock.error());
    auto checkpointStore = Store::open(location, OpenMode::Existing, clock);
    if (!checkpointStore)
        return tl::unexpected(checkpointStore.error());
    if (local.file.empty())
        local.file = files + ".journal";
    auto file = LocalJournal::open(local);
    if (!file)
        return tl::unexpected(file.error());
    (*store)->setActor("gateway:" + gatewayId);
    auto state = std::make_unique<State>(
        std::move(*lock), std::move(*store), std::move(*checkpointStore), std::move(*file));
    if (const Status recovered = state->relay.recover(); !recovered)
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

void Journal::hurry()
{
    m_state->queue.hurry();
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
    return m_state->waiting.load(std::memory_order_relaxed) + m_state->relay.counts().kept;
}

JournalFigures Journal::figures() const
{
    const JournalRelay::Counts &counts = m_state->relay.counts();
    return {m_state->waiting, counts.kept, counts.keptEver, counts.refused, counts.rejected,
        m_state->commits.figures()};
}

bool Journal::takesRecords() const
{
    return m_state->takesRecords;
}

std::string Journal::degraded() const
{
    const std::lock_guard guard(m_state->degradedMutex);
    return m_state->degraded;
}

} // namespace gatehouse::store
