// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Something that happens once and that one coroutine may wait for; both sides live on the same loop.

#include "gateway/net/asio.h"

#include <boost/asio/post.hpp>
#include <optional>

namespace gatehouse::gateway {

class Latch {
public:
    explicit Latch(asio::io_context &loop)
        : m_loop(loop)
    {
    }

    [[nodiscard]] bool isSet() const { return m_set; }

    void set()
    {
        m_set = true;
        if (!m_waiter)
            return;
        // Posted, so that the waiter never runs inside the caller's own step.
        asio::post(m_loop, [waiter = std::move(*m_waiter)]() mutable { waiter(); });
        m_waiter.reset();
    }

    [[nodiscard]] Task<void> wait()
    {
        if (m_set)
            co_return;
        auto keep = [this](auto &&waiter) { m_waiter.emplace(std::forward<decltype(waiter)>(waiter)); };
        co_await asio::async_initiate<const asio::use_awaitable_t<Executor>, void()>(keep, useTask);
    }

private:
    using Waiter = asio::async_result<asio::use_awaitable_t<Executor>, void()>::handler_type;

    asio::io_context &m_loop;
    bool m_set = false;
    std::optional<Waiter> m_waiter;
};

} // namespace gatehouse::gateway
