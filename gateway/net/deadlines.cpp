// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/net/deadlines.h"

namespace gatehouse::gateway {

Deadline::Deadline(Deadlines &deadlines, std::function<void()> onExpired)
    : m_deadlines(deadlines)
    , m_onExpired(std::move(onExpired))
{
    m_deadlines.m_entries.push_back(*this);
}

Deadline::~Deadline()
{
    m_deadlines.m_entries.erase(m_deadlines.m_entries.iterator_to(*this));
}

void Deadline::set(std::chrono::milliseconds fromNow)
{
    m_at = SteadyClock::now() + fromNow;
}

Deadlines::Deadlines(asio::io_context &loop)
    : m_timer(loop)
{
}

void Deadlines::start(std::function<void()> onSweep)
{
    m_onSweep = std::move(onSweep);
    arm();
}

void Deadlines::stop()
{
    m_stopped = true;
    m_timer.cancel();
}

void Deadlines::arm()
{
    if (m_stopped)
        return;
    m_timer.expires_after(sweepEvery);
    m_timer.async_wait([this](const error_code &error) {
        if (!error)
            sweep();
    });
}

void Deadlines::sweep()
{
    const auto now = SteadyClock::now();
    for (Deadline &entry : m_entries) {
        if (entry.m_at > now)
            continue;
        entry.clear();
        entry.m_onExpired();
    }
    if (m_onSweep)
        m_onSweep();
    arm();
}

} // namespace gatehouse::gateway
