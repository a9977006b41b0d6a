// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Takes what is to be told outside from any thread, without a lock and without waiting, and delivers it from
// a thread of its own: in batches, with patience, and with a count of what was lost.

#include "store/journal_queue.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <iterator>
#include <optional>
#include <thread>
#include <vector>

namespace gatehouse::gateway {

enum class Delivered { Yes, TryAgain, Never };

struct OutboxLimits {
    std::int64_t waiting = 8192; // more is dropped
    std::size_t batch = 256;
    std::chrono::milliseconds gather{500}; // what comes within joins a batch
    int attempts = 8; // of a batch; then it is dead
    std::chrono::milliseconds firstPause{250},
        longestPause{30'000}; // between attempts; each is twice the last
};

struct OutboxCounts {
    std::int64_t sent = 0, dropped = 0, dead = 0, waiting = 0;
};

template <class Item>
class Outbox {
public:
    using Deliver = std::function<Delivered(const std::vector<Item> &)>; // on the outbox's thread

    Outbox(OutboxLimits limits, Deliver deliver)
        : m_limits(limits)
        , m_deliver(std::move(deliver))
        , m_thread([this] { run(); })
    {
    }
    // What waits is tried once more.
    ~Outbox()
    {
        m_stopping = true;
        m_queue.push(std::nullopt);
        m_thread.join();
    }
    Outbox(const Outbox &) = delete;
    Outbox &operator=(const Outbox &) = delete;

    void put(Item item)
    {
        if (m_waiting.fetch_add(1, std::memory_order_relaxed) >= m_limits.waiting) {
            m_waiting.fetch_sub(1, std::memory_order_relaxed);
            m_dropped.fetch_add(1, std::memory_order_relaxed);
            return;
        }
        m_queue.push(std::move(item));
    }

    [[nodiscard]] OutboxCounts counts() const { return {m_sent, m_dropped, m_dead, m_waiting}; }

private:
    void run()
    {
        std::vector<Item> items;
        while (!m_stopping) {
            m_queue.wait();
            rest(m_limits.gather);
            take(items);
            while (!items.empty())
                deliverSome(items);
        }
        take(items);
        while (!items.empty())
            deliverSome(items);
    }

    void take(std::vector<Item> &items)
    {
        for (auto &item : m_queue.takeAll()) {
            if (item)
                items.push_back(std::move(*item));
        }
    }

    void deliverSome(std::vector<Item> &items)
    {
        const auto count = std::min(items.size(), m_limits.batch);
        const auto end = items.begin() + static_cast<std::ptrdiff_t>(count);
        const std::vector<Item> batch(std::make_move_iterator(items.begin()), std::make_move_iterator(end));
        items.erase(items.begin(), end);
        const bool delivered = deliver(batch);
        finish(delivered ? m_sent : m_dead, count);
        // Nobody answers, and the gateway ends: the rest is not waited for.
        if (!delivered && m_stopping) {
            finish(m_dead, items.size());
            items.clear();
        }
    }

    void finish(std::atomic<std::int64_t> &counter, std::size_t count)
    {
        counter += static_cast<std::int64_t>(count);
        m_waiting -= static_cast<std::int64_t>(count);
    }

    bool deliver(const std::vector<Item> &batch)
    {
        auto pause = m_limits.firstPause;
        for (int attempt = 1;; ++attempt) {
            const Delivered delivered = m_deliver(batch);
            if (delivered != Delivered::TryAgain)
                return delivered == Delivered::Yes;
            if (attempt >= m_limits.attempts || m_stopping)
                return false;
            rest(pause);
            pause = std::min(pause * 2, m_limits.longestPause);
        }
    }

    // Ends early when the outbox does.
    void rest(std::chrono::milliseconds time) const
    {
        constexpr std::chrono::milliseconds step{20};
        for (; time.count() > 0 && !m_stopping; time -= step)
            std::this_thread::sleep_for(std::min(time, step));
    }

    OutboxLimits m_limits;
    Deliver m_deliver;
    store::JournalQueue<std::optional<Item>> m_queue; // nothing: stop
    std::atomic<bool> m_stopping{false};
    std::atomic<std::int64_t> m_sent{0}, m_dropped{0}, m_dead{0}, m_waiting{0};
    std::thread m_thread; // last: it uses all of the above
};

} // namespace gatehouse::gateway
