// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Hands values from any number of threads to one, in the order they were pushed by each. No lock is taken but
// to wake a consumer that sleeps.

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <utility>
#include <vector>

namespace gatehouse::store {

// Whether somebody waits for a value, or it may wait for others to go with.
enum class Urgency { Now, Soon };

template <class Value>
class JournalQueue {
public:
    JournalQueue() = default;
    ~JournalQueue() { takeAll(); }
    JournalQueue(const JournalQueue &) = delete;
    JournalQueue &operator=(const JournalQueue &) = delete;

    // Any thread.
    void push(Value value, Urgency urgency = Urgency::Now)
    {
        Node *older = m_newest.load(std::memory_order_relaxed);
        Node *node = new Node{std::move(value), older};
        while (!m_newest.compare_exchange_weak(
            older, node, std::memory_order_release, std::memory_order_relaxed))
            node->older = older;
        // Once it can be seen the consumer may have taken it: `node` is not ours any more.
        const bool hurries = urgency == Urgency::Now && !m_hurry.exchange(true);
        if (older == nullptr || hurries)
            wake();
    }
    // Any thread: what is there already is waited for.
    void hurry()
    {
        if (!m_hurry.exchange(true))
            wake();
    }

    // The consumer only: everything pushed so far, oldest first; empty when there is nothing.
    std::vector<Value> takeAll()
    {
        m_hurry = false;
        Node *node = m_newest.exchange(nullptr, std::memory_order_acquire);
        std::vector<Value> values;
        while (node) {
            values.push_back(std::move(node->value));
            delete std::exchange(node, node->older);
        }
        std::reverse(values.begin(), values.end());
        return values;
    }

    [[nodiscard]] bool isEmpty() const { return m_newest.load(std::memory_order_acquire) == nullptr; }
    // The consumer only: sleeps until something is there.
    void wait()
    {
        std::unique_lock lock(m_mutex);
        m_woken.wait(lock, [this] { return !isEmpty(); });
    }
    // The consumer only: as wait(), but not for ever.
    void waitAtMost(std::chrono::milliseconds limit)
    {
        std::unique_lock lock(m_mutex);
        m_woken.wait_for(lock, limit, [this] { return !isEmpty(); });
    }
    // The consumer only: sleeps until a value that is waited for is there, or the time is over.
    void gather(std::chrono::milliseconds limit)
    {
        std::unique_lock lock(m_mutex);
        m_woken.wait_for(lock, limit, [this] { return m_hurry.load(); });
    }

private:
    struct Node {
        Value value;
        Node *older;
    };

    void wake()
    {
        // Between its look and its sleep the consumer holds the mutex.
        {
            const std::lock_guard guard(m_mutex);
        }
        m_woken.notify_one();
    }

    std::atomic<Node *> m_newest = nullptr;
    std::atomic<bool> m_hurry = false; // since the last taking; may be left over, which costs a gathering
    std::mutex m_mutex;
    std::condition_variable m_woken;
};

} // namespace gatehouse::store
