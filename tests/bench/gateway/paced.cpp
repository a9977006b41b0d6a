// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "http_exchange.h"
#include "samples.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <cstdio>

namespace gatehouse::bench {
namespace {

struct PacedRun {
    std::string request;
    SteadyClock::time_point start;
    std::chrono::nanoseconds between{0}; // two calls of one connection
    int callsEach = 0;
    std::vector<double> latencies;
    std::size_t failed = 0;
};

asio::awaitable<void> callInTurns(
    asio::io_context &loop, std::uint16_t port, PacedRun &run, int offset, int of)
{
    Exchange exchange(loop, port);
    const error_code refused = co_await exchange.connect();
    asio::steady_timer timer(loop);
    error_code ignored;
    auto outcome = asio::redirect_error(asio::use_awaitable, ignored);
    const auto phase = run.between * offset / of;
    for (int call = 0; call < run.callsEach; ++call) {
        const auto due = run.start + phase + run.between * call;
        timer.expires_at(due);
        co_await timer.async_wait(outcome);
        const int status = refused ? 0 : co_await exchange.ask(run.request);
        if (status == 200)
            run.latencies.push_back(microsBetween(due, SteadyClock::now()));
        else
            ++run.failed;
    }
}

} // namespace

int runPaced(const PacedLoad &load)
{
    asio::io_context loop(1);
    PacedRun run;
    run.request = callBytes(load.target, load.target.body);
    run.start = SteadyClock::now() + std::chrono::milliseconds(100);
    run.between
        = std::chrono::nanoseconds(static_cast<std::int64_t>(1e9 * load.connections / load.perSecond));
    run.callsEach = static_cast<int>(load.perSecond * load.seconds / load.connections);
    for (int connection = 0; connection < load.connections; ++connection)
        asio::co_spawn(
            loop, callInTurns(loop, load.target.port, run, connection, load.connections), asio::detached);
    loop.run();
    std::printf("{\"calls\":%zu,\"failed\":%zu,\"p50_us\":%.1f,\"p99_us\":%.1f,\"p999_us\":%.1f}\n",
        run.latencies.size(), run.failed, percentile(run.latencies, 0.5), percentile(run.latencies, 0.99),
        percentile(run.latencies, 0.999));
    return run.failed == 0 ? 0 : 1;
}

} // namespace gatehouse::bench
