// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Callers that go on asking gateways while a test does something to their store, and remember what was
// answered.

#include <atomic>
#include <cstdint>
#include <mutex>
#include <set>
#include <string>
#include <thread>
#include <vector>

namespace gatehouse::store {
class Store;
}

namespace gatehouse::gateway::test {

class CallLoad {
public:
    // Two callers a gateway, one of them streams.
    CallLoad(const std::vector<std::uint16_t> &ports, const std::string &key);
    ~CallLoad();
    CallLoad(const CallLoad &) = delete;
    CallLoad &operator=(const CallLoad &) = delete;

    void stop();
    // The ids of calls that were answered whole.
    [[nodiscard]] std::set<std::string> answered();
    // How many were neither answered nor refused because they could not be recorded.
    [[nodiscard]] int others() const { return m_others; }

private:
    void ask(std::uint16_t port, const std::string &key, bool stream);

    std::vector<std::thread> m_callers;
    std::atomic<bool> m_stopping{false};
    std::atomic<int> m_others{0};
    std::mutex m_mutex;
    std::set<std::string> m_answered;
};

// A key with a limit, and the sandbox to ask: its text.
[[nodiscard]] std::string keyForLoad(store::Store &store);
// Of all calls that are recorded as completed, the ids; none when the store can't be read.
[[nodiscard]] std::set<std::string> completedIn(const std::string &location);

} // namespace gatehouse::gateway::test
