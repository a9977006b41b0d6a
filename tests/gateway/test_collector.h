// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Somebody the gateway tells things to, or asks, over HTTP: keeps what is sent, answers as it is told.

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace gatehouse::gateway::test {

class TestCollector {
public:
    enum class Transport { Plain, Tls };

    explicit TestCollector(Transport transport = Transport::Plain);
    ~TestCollector();
    TestCollector(const TestCollector &) = delete;
    TestCollector &operator=(const TestCollector &) = delete;

    // "http://127.0.0.1:NNN", or "https://localhost:NNN", and the path.
    [[nodiscard]] std::string url(const std::string &path) const;
    [[nodiscard]] std::uint16_t port() const;
    [[nodiscard]] const std::string &certificate() const; // PEM
    // From now on; 200 and "{}" at first. `fields` are header lines.
    void answerWith(int status, const std::string &body = "{}", const std::string &fields = {});
    [[nodiscard]] std::vector<std::string> bodies() const; // of all requests, also those refused
    [[nodiscard]] std::string lastTarget() const;
    [[nodiscard]] std::string lastField(const std::string &name) const;

private:
    struct State;
    std::shared_ptr<State> m_state;
};

} // namespace gatehouse::gateway::test
