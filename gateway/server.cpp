// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/server.h"

#include "gateway/gateway.h"
#include "gateway/hardening.h"

#include <array>
#include <csignal>
#include <cstdio>
#include <poll.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>
#include <sys/signalfd.h>
#include <unistd.h>

namespace gatehouse::gateway {
namespace {

// Blocked before any thread starts, so that only this descriptor hears of them.
int openSignals()
{
    sigset_t wanted;
    sigemptyset(&wanted);
    sigaddset(&wanted, SIGTERM);
    sigaddset(&wanted, SIGINT);
    pthread_sigmask(SIG_BLOCK, &wanted, nullptr);
    return signalfd(-1, &wanted, SFD_CLOEXEC | SFD_NONBLOCK);
}

void logToStandardError()
{
    auto logger
        = std::make_shared<spdlog::logger>("gateway", std::make_shared<spdlog::sinks::stderr_sink_mt>());
    logger->set_pattern("%Y-%m-%dT%H:%M:%S.%eZ %l %v", spdlog::pattern_time_type::utc);
    logger->flush_on(spdlog::level::info);
    spdlog::set_default_logger(std::move(logger));
}

// Standard input's end is the parent's end; whatever else comes through it is not for us.
bool parentIsGone()
{
    std::array<char, 256> ignored{};
    return ::read(STDIN_FILENO, ignored.data(), ignored.size()) <= 0;
}

void waitForTheEnd(int signals, bool exitWithParent)
{
    std::array<pollfd, 2> watched{pollfd{signals, POLLIN, 0}, pollfd{STDIN_FILENO, POLLIN, 0}};
    for (;;) {
        if (::poll(watched.data(), exitWithParent ? 2 : 1, -1) < 0)
            continue;
        if (watched[0].revents != 0)
            break;
        if (exitWithParent && watched[1].revents != 0 && parentIsGone())
            break;
    }
    signalfd_siginfo taken{};
    (void)!::read(signals, &taken, sizeof taken);
}

// True when everything ended by itself; a second signal ends the patience.
bool drained(Gateway &gateway, Millis bound, int signals)
{
    constexpr Millis step{100};
    signalfd_siginfo again{};
    for (Millis waited{0}; waited < bound; waited += step) {
        if (gateway.waitDrained(step))
            return true;
        if (::read(signals, &again, sizeof again) > 0)
            return false;
    }
    return false;
}

} // namespace

Result<int> serve(const ServeOptions &options)
{
    const int signals = openSignals();
    logToStandardError();
    forbidCoreDumps();
    auto config = loadConfig(options);
    if (!config)
        return tl::unexpected(config.error());
    auto gateway = Gateway::start(*config, options.store);
    if (!gateway)
        return tl::unexpected(gateway.error());
    const std::string address = (*gateway)->address().text();
    std::printf("{\"listening\":\"%s\"}\n", address.c_str());
    std::fflush(stdout);
    spdlog::info("listening on {}", address);
    waitForTheEnd(signals, options.exitWithParent);
    (*gateway)->beginDrain();
    if (!drained(**gateway, config->timeouts.drain, signals))
        spdlog::warn("calls still under way were cut");
    gateway->reset();
    ::close(signals);
    return 0;
}

} // namespace gatehouse::gateway
