// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/state/snapshot_source.h"

#include "gateway/state/call_limits.h"

#include "store/audit.h"
#include "store/key_material.h"
#include "store/recipients.h"

#include <algorithm>
#include <spdlog/spdlog.h>

namespace gatehouse::gateway {

using std::chrono::steady_clock;

namespace {

// A look at a file costs next to nothing.
constexpr std::chrono::milliseconds lookEvery{50};
// Of a store that tells of changes: still within the second in which a revocation has to be in force.
constexpr std::chrono::milliseconds lookBesideNotices{500};
// Compiling usually means reading patterns back that were compiled when the policy was published.
constexpr std::chrono::milliseconds compilePollEvery{5};

} // namespace

SnapshotSource::SnapshotSource(std::unique_ptr<store::Store> store, Limits limits, TargetHealths &healths,
    std::function<void(store::Store &)> eachSecond)
    : m_store(std::move(store))
    , m_limits(limits)
    , m_healths(healths)
    , m_eachSecond(std::move(eachSecond))
{
}

Result<std::unique_ptr<SnapshotSource>> SnapshotSource::open(std::unique_ptr<store::Store> store,
    Limits limits, TargetHealths &healths, std::function<void(store::Store &)> eachSecond)
{
    const auto hasher = store::PayloadHasher::open(store->location());
    if (!hasher)
        return tl::unexpected(hasher.error());
    // So that whoever may not enter the key folder can seal credentials for this gateway.
    if (auto first = store::ensureFirstRecipient(*store); !first)
        return tl::unexpected(first.error());
    std::unique_ptr<SnapshotSource> source(
        new SnapshotSource(std::move(store), limits, healths, std::move(eachSecond)));
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
    m_notices.emplace(m_store->location(), [this] {
        {
            const std::lock_guard lock(m_mutex);
            m_told = true;
        }
        m_wake.notify_all();
    });
}

void SnapshotSource::stop()
{
    m_notices.reset();
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

std::string SnapshotSource::storeProblem() const
{
    const std::lock_guard lock(m_mutex);
    return m_storeProblem;
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
    // A file out of its place brings no revocations: keys read from it grow stale.
    if (auto inPlace = m_store->checkInPlace(); !inPlace)
        return tl::unexpected(inPlace.error());
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
    auto published = store::publishedPolicy(*m_store);
    if (!published)
        return tl::unexpected(published.error());
    auto policy = policyFor(*published);
    if (!policy)
        return tl::unexpected(policy.error());
    auto loaded = loadSnapshot(*m_store, std::move(*policy), m_healths);
    if (!loaded)
        return tl::unexpected(loaded.error());
    if (auto limits = refreshLimits(m_limits.ledger, m_limits.shared, *m_store); !limits)
        return limits;
    m_published = std::move(*published);
    m_current.store(*loaded);
    const bool first = m_auditSeq < 0;
    m_dataVersion = *version;
    m_changedAt = newest->empty() ? Timestamp{} : newest->front().at;
    // A policy that is yet to be compiled is counted once it is in force.
    if (!first && (*loaded)->policyRow.version == m_published.row.version)
        countPropagation();
    m_auditSeq = newest->empty() ? 0 : newest->front().seq;
    m_readAt = steady_clock::now().time_since_epoch().count();
    return {};
}

// What is in force until `published` is compiled; without anything in force there is nothing but to wait.
Result<PolicyInForce> SnapshotSource::policyFor(const store::StoredPolicy &published)
{
    const auto last = current();
    if (!last)
        return compilePolicy(published, m_environment);
    PolicyInForce policy = *last;
    policy.policyProblem.clear();
    if (policy.policyRow.version == published.row.version)
        policy.policyRow = published.row;
    else if (m_refused == published.row.version)
        policy.policyProblem = m_refusal;
    return policy;
}

void SnapshotSource::countPropagation()
{
    m_propagation.count(std::max(Micros(0), m_store->clock().now() - m_changedAt));
}

// Puts a policy into force that was compiled meanwhile, and has the next one compiled.
void SnapshotSource::takeCompiled()
{
    if (auto outcome = m_compiler.take(); outcome && outcome->version == m_published.row.version) {
        PolicyInForce policy = *current();
        if (outcome->policy) {
            policy = std::move(*outcome->policy);
            policy.policyRow = m_published.row;
            countPropagation();
        } else {
            m_refused = outcome->version;
            m_refusal = policy.policyProblem = outcome->policy.error().what;
            spdlog::error("{}; the last good policy stays in force", m_refusal);
        }
        m_current.store(withPolicy(*current(), std::move(policy)));
    }
    const bool inForce = current()->policyRow.version == m_published.row.version;
    if (!inForce && m_refused != m_published.row.version && !m_compiler.isBusy())
        m_compiler.start(m_published, m_environment);
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

void SnapshotSource::look()
{
    auto changed = configurationChanged();
    if (!changed)
        note(tl::unexpected(changed.error()));
    else if (*changed)
        note(refresh());
    else
        noteUnchanged();
    takeCompiled();
}

void SnapshotSource::run()
{
    auto nextSecond = steady_clock::now();
    for (;;) {
        look();
        if (steady_clock::now() >= nextSecond) {
            // Seconds that were missed while the store did not answer stay missed.
            nextSecond = std::max(nextSecond + std::chrono::seconds(1), steady_clock::now());
            // Whom this machine trusts is not in the store, so no change there tells of it.
            if (!current()->sealingProblem().empty())
                note(refresh());
            m_eachSecond(*m_store);
        }
        if (rest(nextSecond))
            return;
    }
}

bool SnapshotSource::rest(steady_clock::time_point nextSecond)
{
    const bool isTold = store::ChangeNotices::areGiven(m_store->location());
    const auto pause = m_compiler.isBusy() ? compilePollEvery : isTold ? lookBesideNotices : lookEvery;
    std::unique_lock lock(m_mutex);
    m_wake.wait_until(lock, std::min<steady_clock::time_point>(steady_clock::now() + pause, nextSecond),
        [this] { return m_stopping || m_told; });
    m_told = false;
    return m_stopping;
}

} // namespace gatehouse::gateway
