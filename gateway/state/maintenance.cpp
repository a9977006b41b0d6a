// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/state/maintenance.h"

#include "store/audit.h"
#include "store/maintenance.h"
#include "store/verdict_chain.h"

#include <spdlog/spdlog.h>
#include <utility>

namespace gatehouse::gateway {
namespace {

constexpr std::chrono::seconds round{10};
constexpr int roundsPerSignature = 6;
constexpr int roundsPerRetention = 60;

} // namespace

Maintenance::Maintenance(std::unique_ptr<store::Store> store, std::string gatewayId)
    : m_store(std::move(store))
    , m_gatewayId(std::move(gatewayId))
    , m_thread([this] { run(); })
{
}

Maintenance::~Maintenance()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_store->interrupt();
    m_wake.notify_all();
    m_thread.join();
}

void Maintenance::run()
{
    for (int rounds = 0;; ++rounds) {
        settle();
        if (rounds % roundsPerSignature == 0)
            sign();
        if (rounds % roundsPerRetention == 0)
            retain();
        std::unique_lock lock(m_mutex);
        if (m_wake.wait_for(lock, round, [this] { return m_stopping; }))
            return;
    }
}

bool Maintenance::isStopping()
{
    const std::lock_guard lock(m_mutex);
    return m_stopping;
}

void Maintenance::settle()
{
    const auto settled = store::settleDeadGateways(*m_store);
    if (!settled && !isStopping())
        spdlog::error("calls of dead gateways were not settled: {}", settled.error().line());
    else if (settled && *settled > 0)
        spdlog::warn("{} calls of dead gateways were settled at their estimates", *settled);
}

void Maintenance::sign()
{
    if (auto done = store::signAuditHead(*m_store, m_gatewayId); !done)
        spdlog::error("the audit log's head is not signed: {}", done.error().line());
    if (auto done = store::signVerdictHead(*m_store, m_gatewayId); !done)
        spdlog::error("the head of what was recorded is not signed: {}", done.error().line());
}

void Maintenance::retain()
{
    auto done = store::applyRetention(*m_store);
    // Interrupted because the gateway ends: the next one goes on.
    if (!done && isStopping())
        return;
    // A gateway's own login appends; what is past its time another login of the store deletes.
    if (!done && done.error().kind == ErrorKind::NotPermitted) {
        if (!std::exchange(m_saidNoRetention, true))
            spdlog::warn("this gateway's login may not delete: retention is left to one that may ({})",
                done.error().line());
        return;
    }
    if (!done)
        spdlog::error("retention was not applied: {}", done.error().line());
    else if (done->deleted > 0)
        spdlog::info("retention deleted {} interactions", done->deleted);
}

} // namespace gatehouse::gateway
