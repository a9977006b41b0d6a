// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Hands values from any number of threads to one, in the order they were pushed by each, without a lock.

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <thread>
#include <utility>
#include <vector>

namespace gatehouse::store {

template <class Value>
class JournalQueue {
public:
    JournalQueue() = default;
    ~JournalQueue() { takeAll(); }
    JournalQueue(const JournalQueue &) = delete;
    JournalQueue &operator=(const JournalQueue &) = delete;

    // Any thread.
    void push(Value value)
    {
        Node *node = new Node{std::move(value), m_newest.load(std::memory_order_relaxed)};
        while (!m_newest.compare_exchange_weak(
            node->older, node, std::memory_order_release, std::memory_order_relaxed)) { }
        m_newest.notify_one();
    }

    // The consumer only: everything pushed so far, oldest first; empty when there is nothing.
    std::vector<Value> takeAll()
    {
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
    void wait() const { m_newest.wait(nullptr, std::memory_order_acquire); }
    // The consumer only: as wait(), but not for ever. Looks each millisecond, since waiting on an atomic
    // knows no limit.
    void waitAtMost(std::chrono::milliseconds limit) const
    {
        for (; limit.count() > 0 && isEmpty(); --limit)
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }

private:
    struct Node {
        Value value;
        Node *older;
    };
    std::atomic<Node *> m_newest = nullptr;
};

} // namespace gatehouse::store
