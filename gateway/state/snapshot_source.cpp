// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/state/snapshot_source.h"

#include "store/key_material.h"

#include "store/audit.h"

#include <spdlog/spdlog.h>

namespace gatehouse::gateway {

using std::chrono::steady_clock;

SnapshotSource::SnapshotSource(std::unique_ptr<store::Store> store, std::function<void()> eachSecond)
    : m_store(std::move(store))
    , m_eachSecond(std::move(eachSecond))
{
}

Result<std::unique_ptr<SnapshotSource>> SnapshotSource::open(
    std::unique_ptr<store::Store> store, std::function<void()> eachSecond)
{
    const auto hasher = store::PayloadHasher::open(store->location());
    if (!hasher)
        return tl::unexpected(hasher.error());
    std::unique_ptr<SnapshotSource> source(new SnapshotSource(std::move(store), std::move(eachSecond)));
    source->m_environment.fingerprintKey = hasher->deriveKey(store::fingerprintPurpose);
    if (auto read = source->refresh(); !read)
        return tl::unexpected(read.error());
    return source;
}

SnapshotSource::~SnapshotSource()
{
    stop();
}

void SnapshotSource::start()
{
    m_thread = std::thread([this] { run(); });
}

void SnapshotSource::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

steady_clock::duration SnapshotSource::age() const
{
    return steady_clock::now().time_since_epoch() - steady_clock::duration(m_readAt.load());
}

std::string SnapshotSource::degraded() const
{
    const std::lock_guard lock(m_mutex);
    return m_storeProblem.empty() ? current()->policyProblem : m_storeProblem;
}

// Calls being recorded change the store all the time. Every change of configuration is audited, so the audit
// log's end tells whether there is anything to read anew.
Result<bool> SnapshotSource::configurationChanged()
{
    auto version = m_store->dataVersion();
    if (!version)
        return tl::unexpected(version.error());
    if (*version == m_dataVersion)
        return false;
    auto newest = store::listAudit(*m_store, 1);
    if (!newest)
        return tl::unexpected(newest.error());
    const std::int64_t seq = newest->empty() ? 0 : newest->front().seq;
    const bool changed = seq != m_auditSeq;
    if (!changed)
        m_dataVersion = *version;
    return changed;
}

Status SnapshotSource::refresh()
{
    // Read before the content: what changes in between is seen by the next round.
    auto version = m_store->dataVersion();
    if (!version)
        return tl::unexpected(version.error());
    auto newest = store::listAudit(*m_store, 1);
    if (!newest)
        return tl::unexpected(newest.error());
    const auto last = current();
    auto loaded = loadSnapshot(*m_store, last.get(), m_environment);
    if (!loaded)
        return tl::unexpected(loaded.error());
    if (!(*loaded)->policyProblem.empty())
        spdlog::error("{}; the last good policy stays in force", (*loaded)->policyProblem);
    m_current.store(*loaded);
    m_dataVersion = *version;
    m_auditSeq = newest->empty() ? 0 : newest->front().seq;
    m_readAt = steady_clock::now().time_since_epoch().count();
    return {};
}

void SnapshotSource::note(const Status &refreshed)
{
    const std::string problem = refreshed ? "" : "store cannot be read: " + refreshed.error().line();
    const std::lock_guard lock(m_mutex);
    if (problem != m_storeProblem && !problem.empty())
        spdlog::error("{}", problem);
    else if (problem.empty() && !m_storeProblem.empty())
        spdlog::info("the store can be read again");
    m_storeProblem = problem;
}

void SnapshotSource::noteUnchanged()
{
    m_readAt = steady_clock::now().time_since_epoch().count();
    note({});
}

void SnapshotSource::run()
{
    auto nextSecond = steady_clock::now();
    for (;;) {
        auto changed = configurationChanged();
        if (!changed)
            note(tl::unexpected(changed.error()));
        else if (*changed)
            note(refresh());
        else
            noteUnchanged();
        if (steady_clock::now() >= nextSecond) {
            nextSecond += std::chrono::seconds(1);
            m_eachSecond();
        }
        std::unique_lock lock(m_mutex);
        if (m_wake.wait_for(lock, pollEvery, [this] { return m_stopping; }))
            return;
    }
}

} // namespace gatehouse::gateway
