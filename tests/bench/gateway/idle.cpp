// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "http_exchange.h"
#include "samples.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <cstdio>
#include <deque>

namespace gatehouse::bench {
namespace {

asio::awaitable<void> openAll(std::deque<Exchange> &exchanges, std::size_t &opened)
{
    const std::string request = healthBytes();
    for (Exchange &exchange : exchanges) {
        const error_code refused = co_await exchange.connect();
        const int status = refused ? 0 : co_await exchange.ask(request);
        opened += status == 200 ? 1 : 0;
    }
}

} // namespace

int runIdle(const IdleLoad &load)
{
    asio::io_context loop(1);
    std::deque<Exchange> exchanges;
    for (int connection = 0; connection < load.connections; ++connection)
        exchanges.emplace_back(loop, load.target.port);
    const double before = residentKib(load.memoryOf);
    std::size_t opened = 0;
    asio::co_spawn(loop, openAll(exchanges, opened), asio::detached);
    loop.run();
    const double kib = (residentKib(load.memoryOf) - before) / load.connections;
    std::printf("{\"connections\":%zu,\"kib_a_connection\":%.2f,\"resident_mib\":%.1f}\n", opened, kib,
        residentKib(load.memoryOf) / 1024);
    return opened == exchanges.size() ? 0 : 1;
}

} // namespace gatehouse::bench
