// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// A listener of its own, on a thread of its own, for those who watch the gateway: /metrics, /healthz,
// /readyz.

#include "gateway/config.h"
#include "gateway/http/request_parser.h"
#include "gateway/net/deadlines.h"
#include "gateway/net/wire.h"
#include "gateway/session/health.h"

#include <boost/beast/core/flat_buffer.hpp>
#include <functional>
#include <string>
#include <thread>
#include <vector>

namespace gatehouse::gateway {

class MetricsListener {
public:
    // Both are called on the listener's thread.
    struct Sources {
        std::function<std::string()> metrics; // in Prometheus' text format
        std::function<HealthAnswer()> health, readiness;
    };
    explicit MetricsListener(Sources sources);
    ~MetricsListener();
    MetricsListener(const MetricsListener &) = delete;
    MetricsListener &operator=(const MetricsListener &) = delete;

    // Errors: Unreachable when the address is taken or not ours.
    [[nodiscard]] Status listen(const Address &address);
    [[nodiscard]] std::uint16_t port() const;
    void start();

private:
    [[nodiscard]] Task<void> acceptAll();
    [[nodiscard]] Task<void> serve(Socket socket);
    [[nodiscard]] Task<bool> answerNext(Wire &wire, boost::beast::flat_buffer &buffer);
    [[nodiscard]] std::string answerTo(const RequestParser &request) const;

    Sources m_sources;
    asio::io_context m_loop{1};
    Deadlines m_deadlines;
    Acceptor m_acceptor;
    std::vector<Wire *> m_open;
    std::thread m_thread;
};

} // namespace gatehouse::gateway
