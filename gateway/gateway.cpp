// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/gateway.h"

#include "core/policy/document.h"
#include "gateway/observe/exposition.h"
#include "gateway/observe/metrics_listener.h"
#include "gateway/session/health.h"
#include "gateway/state/context.h"
#include "gateway/state/maintenance.h"
#include "gateway/worker.h"
#include "store/access.h"
#include "store/leases.h"
#include "store/policies.h"

#include <algorithm>
#include <condition_variable>
#include <csignal>
#include <mutex>
#include <spdlog/spdlog.h>
#include <thread>
#include <unistd.h>

namespace gatehouse::gateway {
namespace {

constexpr int heartbeatsPerSummary = 60;

Result<Tcp::endpoint> endpointOf(const Address &address)
{
    error_code error;
    const auto ip = asio::ip::make_address(address.host == "localhost" ? "127.0.0.1" : address.host, error);
    if (error)
        return fail(ErrorKind::InvalidInput, "not an address to listen on", address.text());
    return Tcp::endpoint(ip, address.port);
}

// Listeners share their port among themselves, which would let a second gateway in unnoticed. Binding once
// without sharing finds out whether somebody is there already.
Status ensureFree(const Tcp::endpoint &endpoint)
{
    asio::io_context loop;
    Acceptor probe(loop);
    error_code error;
    probe.open(endpoint.protocol(), error);
    if (!error)
        probe.set_option(Acceptor::reuse_address(true), error);
    if (!error)
        probe.bind(endpoint, error);
    if (error)
        return fail(ErrorKind::Unreachable, "cannot listen: " + error.message(),
            Address{endpoint.address().to_string(), endpoint.port()}.text(),
            "choose another address with --listen");
    return {};
}

std::string gatewayId(std::uint16_t port)
{
    char host[256] = "";
    ::gethostname(host, sizeof host - 1);
    return std::string(host) + ":" + std::to_string(port);
}

Result<std::unique_ptr<store::Store>> openStore(
    const std::string &location, const Context &context, store::OpenMode mode = store::OpenMode::Existing)
{
    auto opened = store::Store::open(location, mode, context.clock);
    if (opened)
        (*opened)->setActor("gateway:" + context.id);
    return opened;
}

Status ensurePolicy(store::Store &store)
{
    auto published = store::publishedPolicy(store);
    if (published)
        return {};
    if (published.error().kind != ErrorKind::NotFound)
        return tl::unexpected(published.error());
    auto done
        = store::publishPolicy(store, std::string(baselinePolicyJson()), "First start: the baseline policy");
    if (!done)
        return tl::unexpected(done.error());
    return {};
}

} // namespace

struct Gateway::Parts {
    explicit Parts(const Clock &clock)
        : context(clock)
    {
    }

    Context context;
    std::vector<std::unique_ptr<Worker>> workers;
    std::unique_ptr<Maintenance> maintenance;
    std::unique_ptr<MetricsListener> metrics;
    Address address;
    std::int64_t requestsAtLastBeat = 0; // of the heartbeat's thread
    int beats = 0;

    [[nodiscard]] Status listen();
    [[nodiscard]] Status openTls();
    [[nodiscard]] Status openUserTokens();
    [[nodiscard]] Status openState(const std::string &location);
    [[nodiscard]] Status startWatching(const std::string &location);
    [[nodiscard]] Status shareLimits(const std::string &location);
    [[nodiscard]] Status openMetrics();
    [[nodiscard]] GatewayFigures figures();
    [[nodiscard]] CallCounts countsOfAllLoops();
    void followCertificate();
    void beat();
    void tellHealth(store::Store &store);

    std::vector<store::TargetHealthRow> toldHealth;
};

Status Gateway::Parts::listen()
{
    auto endpoint = endpointOf(context.config.listen);
    if (!endpoint)
        return tl::unexpected(endpoint.error());
    if (auto free = ensureFree(*endpoint); !free)
        return free;
    const unsigned cores = std::max(1U, std::thread::hardware_concurrency());
    const unsigned count = context.config.threads == 0 ? cores : context.config.threads;
    for (unsigned i = 0; i < count; ++i) {
        workers.push_back(std::make_unique<Worker>(context));
        if (auto listening = workers.back()->listen(*endpoint); !listening)
            return listening;
        // With port 0 the first listener chooses, and the others join it.
        endpoint->port(workers.back()->endpoint().port());
    }
    address = {endpoint->address().to_string(), endpoint->port()};
    context.id = gatewayId(endpoint->port());
    return {};
}

Status Gateway::Parts::openTls()
{
    auto client = clientTls();
    if (!client)
        return tl::unexpected(client.error());
    context.clientTls = std::move(*client);
    if (context.config.tlsCertificate.empty())
        return {};
    auto server = ServerTls::open(context.config.tlsCertificate, context.config.tlsKey);
    if (!server)
        return tl::unexpected(server.error());
    context.serverTls = std::move(*server);
    return {};
}

Status Gateway::Parts::openUserTokens()
{
    const UserTokens &users = context.config.users;
    if (users.empty())
        return {};
    auto keys = UserKeys::open(users);
    if (!keys)
        return tl::unexpected(keys.error());
    context.userKeys = std::move(*keys);
    return {};
}

Status Gateway::Parts::openState(const std::string &location)
{
    auto first = openStore(location, context, store::OpenMode::Create);
    if (!first)
        return tl::unexpected(first.error());
    auto journal = store::Journal::open(location, context.id, context.clock, context.config.journal);
    if (!journal)
        return tl::unexpected(journal.error());
    context.journal = std::move(*journal);
    if (auto policy = ensurePolicy(**first); !policy)
        return policy;
    auto hasher = store::PayloadHasher::open(location);
    if (!hasher)
        return tl::unexpected(hasher.error());
    context.hasher.emplace(std::move(*hasher));
    context.maskKey = context.hasher->deriveKey(store::maskPurpose);
    if (auto learned = context.behaviour.learnFrom(**first, context.clock.now()); !learned)
        return learned;
    context.desk = std::make_unique<StoreDesk>(std::move(*first));
    auto suspending = openStore(location, context);
    if (!suspending)
        return tl::unexpected(suspending.error());
    context.suspender = std::make_unique<KeySuspender>(std::move(*suspending));
    return {};
}

// A file has one gateway.
Status Gateway::Parts::shareLimits(const std::string &location)
{
    if (!store::isShared(location))
        return {};
    auto leasing = openStore(location, context);
    if (!leasing)
        return tl::unexpected(leasing.error());
    if (auto ended = store::endLeases(**leasing, context.id); !ended)
        return ended;
    context.sharedLimits
        = std::make_unique<SharedLimits>(std::move(*leasing), context.id, context.config.timeouts.stale);
    return {};
}

Status Gateway::Parts::startWatching(const std::string &location)
{
    auto watched = openStore(location, context);
    if (!watched)
        return tl::unexpected(watched.error());
    auto kept = openStore(location, context);
    if (!kept)
        return tl::unexpected(kept.error());
    if (auto shared = shareLimits(location); !shared)
        return shared;
    auto snapshots = SnapshotSource::open(std::move(*watched), {context.ledger, context.sharedLimits.get()},
        context.healths.emplace(context.config.circuit), [this](store::Store &store) {
            beat();
            tellHealth(store);
        });
    if (!snapshots)
        return tl::unexpected(snapshots.error());
    context.snapshots = std::move(*snapshots);
    context.snapshots->start();
    maintenance = std::make_unique<Maintenance>(std::move(*kept), context.id);
    return {};
}

Status Gateway::Parts::openMetrics()
{
    if (!context.config.metricsListen)
        return {};
    metrics
        = std::make_unique<MetricsListener>(MetricsListener::Sources{[this] { return exposition(figures()); },
            [this] { return healthOf(context); }, [this] { return readinessOf(context); }});
    return metrics->listen(*context.config.metricsListen);
}

// Each loop is asked on its own thread. One that does not answer in time is left out of this page.
CallCounts Gateway::Parts::countsOfAllLoops()
{
    struct Gathered {
        std::mutex mutex;
        std::condition_variable changed;
        CallCounts sum;
        std::size_t loops = 0;
    };
    constexpr std::chrono::seconds patience{2};
    const auto gathered = std::make_shared<Gathered>();
    for (const auto &worker : workers) {
        worker->collect([gathered](const CallCounts &counts) {
            const std::lock_guard lock(gathered->mutex);
            gathered->sum.add(counts);
            ++gathered->loops;
            gathered->changed.notify_one();
        });
    }
    std::unique_lock lock(gathered->mutex);
    gathered->changed.wait_for(lock, patience, [&] { return gathered->loops == workers.size(); });
    return gathered->sum;
}

GatewayFigures Gateway::Parts::figures()
{
    const auto snapshot = context.snapshots->current();
    GatewayFigures figures;
    figures.calls = countsOfAllLoops();
    figures.journal = context.journal->figures();
    figures.propagation = context.snapshots->propagation();
    figures.policyName = snapshot->policyRow.name;
    figures.policyVersion = snapshot->policyRow.version.value;
    figures.policyOrdinal = snapshot->policyRow.ordinal;
    figures.streams = context.counters.streams;
    figures.connections = context.counters.connections();
    figures.reservations = context.ledger.open();
    figures.unrecorded = context.counters.unrecorded();
    figures.snapshotAgeSeconds = std::chrono::duration<double>(context.snapshots->age()).count();
    figures.ready = context.notReady().empty();
    figures.problems = context.problems();
    if (const auto expires = context.serverTls ? context.serverTls->expires() : std::nullopt)
        figures.certificateExpires = static_cast<double>(toMicros(*expires)) / 1e6;
    figures.deliveries = context.observer->deliveries();
    for (store::TargetHealthRow &row : context.healths->rows(context.id))
        figures.upstreams.push_back({std::move(row.provider), std::move(row.upstreamModel),
            row.state == store::CircuitState::Closed});
    return figures;
}

void Gateway::Parts::followCertificate()
{
    if (!context.serverTls)
        return;
    const std::string before = context.serverTls->problem();
    if (context.serverTls->followFiles())
        spdlog::info("the TLS certificate was exchanged");
    if (const std::string problem = context.serverTls->problem(); problem != before && !problem.empty())
        spdlog::error("{}", problem);
}

void Gateway::Parts::beat()
{
    followCertificate();
    const auto snapshot = context.snapshots->current();
    const std::int64_t requests = context.counters.requests;
    store::Heartbeat beat;
    beat.gateway = context.id;
    beat.address = address.text();
    beat.version = GATEHOUSE_VERSION;
    beat.policy = snapshot->policyRow.version;
    beat.policyOrdinal = snapshot->policyRow.ordinal;
    beat.policyName = snapshot->policyRow.name;
    beat.journalDepth = context.journal->depth();
    beat.requestsPerSecond = static_cast<double>(requests - requestsAtLastBeat);
    beat.streams = context.counters.streams;
    beat.degraded = context.degraded();
    beat.at = context.clock.now();
    context.journal->write(std::move(beat));
    requestsAtLastBeat = requests;
    if (++beats % heartbeatsPerSummary != 0)
        return;
    if (const std::string refused = context.refusedKeys.takeSummary(); !refused.empty())
        spdlog::warn("unknown or wrong keys in the last minute: {}", refused);
}

// When a state changed: counts alone are not worth a write each second.
void Gateway::Parts::tellHealth(store::Store &store)
{
    auto rows = context.healths->rows(context.id);
    const auto sameState = [](const store::TargetHealthRow &a, const store::TargetHealthRow &b) {
        return a.provider == b.provider && a.upstreamModel == b.upstreamModel && a.state == b.state;
    };
    if (std::equal(rows.begin(), rows.end(), toldHealth.begin(), toldHealth.end(), sameState))
        return;
    if (auto written = store::writeTargetHealth(store, context.id, rows))
        toldHealth = std::move(rows);
}

Gateway::Gateway(std::unique_ptr<Parts> parts)
    : m_parts(std::move(parts))
{
}

Result<std::unique_ptr<Gateway>> Gateway::start(
    const GatewayConfig &config, const std::string &storeLocation, const Clock &clock)
{
    // OpenSSL writes to sockets whose peer may be gone.
    std::signal(SIGPIPE, SIG_IGN);
    if (auto checked = checkConfig(config); !checked)
        return tl::unexpected(checked.error());
    auto parts = std::make_unique<Parts>(clock);
    parts->context.config = config;
    for (auto step : {parts->openTls(), parts->openUserTokens(), parts->listen()}) {
        if (!step)
            return tl::unexpected(step.error());
    }
    if (auto opened = parts->openState(storeLocation); !opened)
        return tl::unexpected(opened.error());
    auto observer = Observer::open(config, parts->context.id);
    if (!observer)
        return tl::unexpected(observer.error());
    parts->context.observer = std::move(*observer);
    if (auto opened = parts->openMetrics(); !opened)
        return tl::unexpected(opened.error());
    if (auto watching = parts->startWatching(storeLocation); !watching)
        return tl::unexpected(watching.error());
    for (auto &worker : parts->workers)
        worker->start();
    if (parts->metrics)
        parts->metrics->start();
    return std::unique_ptr<Gateway>(new Gateway(std::move(parts)));
}

Gateway::~Gateway()
{
    constexpr std::chrono::seconds forEndings{5};
    m_parts->metrics.reset();
    m_parts->context.draining = true;
    // Calls may be waiting for keys.
    if (m_parts->context.userKeys)
        m_parts->context.userKeys->giveUp();
    for (auto &worker : m_parts->workers) {
        worker->drain();
        worker->abandon();
    }
    if (!waitDrained(forEndings))
        spdlog::error("connections were left open at the end");
    for (auto &worker : m_parts->workers)
        worker->stop();
    m_parts->maintenance.reset();
    m_parts->context.snapshots->stop();
    // Its thread tells the loops of what it wrote, so it goes first.
    m_parts->context.journal.reset();
}

Address Gateway::address() const
{
    return m_parts->address;
}

std::optional<Address> Gateway::metricsAddress() const
{
    if (!m_parts->metrics)
        return std::nullopt;
    return Address{m_parts->context.config.metricsListen->host, m_parts->metrics->port()};
}

void Gateway::reload()
{
    if (!m_parts->context.serverTls)
        return;
    if (auto done = m_parts->context.serverTls->reload(); !done)
        spdlog::error("the TLS certificate was not exchanged: {}", done.error().line());
    else
        spdlog::info("the TLS certificate was read again");
}

bool Gateway::isAlive() const
{
    constexpr std::chrono::seconds longestRound{10};
    return std::all_of(m_parts->workers.begin(), m_parts->workers.end(),
        [&](const auto &worker) { return worker->silence() < longestRound; });
}

void Gateway::beginDrain()
{
    m_parts->context.draining = true;
    for (auto &worker : m_parts->workers)
        worker->drain();
}

bool Gateway::waitDrained(std::chrono::milliseconds atMost)
{
    return m_parts->context.counters.waitUntilClosed(atMost);
}

} // namespace gatehouse::gateway
