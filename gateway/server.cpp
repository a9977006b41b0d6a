// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/server.h"

#include "gateway/gateway.h"
#include "gateway/hardening.h"
#include "gateway/observe/log.h"
#include "gateway/observe/service_manager.h"

#include <array>
#include <csignal>
#include <cstdio>
#include <poll.h>
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
    sigaddset(&wanted, SIGHUP);
    pthread_sigmask(SIG_BLOCK, &wanted, nullptr);
    return signalfd(-1, &wanted, SFD_CLOEXEC | SFD_NONBLOCK);
}

// Standard input's end is the parent's end; whatever else comes through it is not for us.
bool parentIsGone()
{
    std::array<char, 256> ignored{};
    return ::read(STDIN_FILENO, ignored.data(), ignored.size()) <= 0;
}

// The signal that arrived; 0 when none did.
std::uint32_t takeSignal(int signals)
{
    signalfd_siginfo taken{};
    return ::read(signals, &taken, sizeof taken) == sizeof taken ? taken.ssi_signo : 0;
}

// Until it is told to stop. Meanwhile it reloads when told to, and says that it is alive while it is.
void waitForTheEnd(Gateway &gateway, const ServiceManager &manager, int signals, bool exitWithParent)
{
    const auto aliveEvery = manager.aliveEvery();
    const int patience = aliveEvery ? static_cast<int>(aliveEvery->count()) : -1;
    std::array<pollfd, 2> watched{pollfd{signals, POLLIN, 0}, pollfd{STDIN_FILENO, POLLIN, 0}};
    for (;;) {
        if (aliveEvery && gateway.isAlive())
            manager.alive();
        if (::poll(watched.data(), exitWithParent ? 2 : 1, patience) <= 0)
            continue;
        const std::uint32_t signal = watched[0].revents != 0 ? takeSignal(signals) : 0;
        if (signal == SIGTERM || signal == SIGINT)
            return;
        if (signal == SIGHUP) {
            manager.reloading();
            gateway.reload();
            manager.ready();
        }
        if (exitWithParent && watched[1].revents != 0 && parentIsGone())
            return;
    }
}

// True when everything ended by itself; a second signal ends the patience.
bool drained(Gateway &gateway, Millis bound, int signals)
{
    constexpr Millis step{100};
    for (Millis waited{0}; waited < bound; waited += step) {
        if (gateway.waitDrained(step))
            return true;
        if (const std::uint32_t again = takeSignal(signals); again != 0 && again != SIGHUP)
            return false;
    }
    return false;
}

void sayWhere(const Gateway &gateway)
{
    std::string line = "{\"listening\":\"" + gateway.address().text() + "\"";
    if (const auto metrics = gateway.metricsAddress())
        line += ",\"metrics\":\"" + metrics->text() + "\"";
    std::printf("%s}\n", line.c_str());
    std::fflush(stdout);
}

} // namespace

Result<int> serve(const ServeOptions &options)
{
    const int signals = openSignals();
    auto config = loadConfig(options);
    if (!config)
        return tl::unexpected(config.error());
    logToStandardError(config->logJson);
    forbidCoreDumps();
    allowConnections(config->limits.connections);
    auto gateway = Gateway::start(*config, options.store);
    if (!gateway)
        return tl::unexpected(gateway.error());
    const std::string address = (*gateway)->address().text();
    sayWhere(**gateway);
    const ServiceManager manager;
    manager.ready();
    spdlog::info("listening on {}", address);
    if (config->durability.grouped)
        spdlog::warn(
            "durability is grouped: what was answered within the last {} ms is lost when this process "
            "is killed",
            config->durability.window.count());
    waitForTheEnd(**gateway, manager, signals, options.exitWithParent);
    manager.stopping();
    (*gateway)->beginDrain();
    if (!drained(**gateway, config->timeouts.drain, signals))
        spdlog::warn("calls still under way were cut");
    gateway->reset();
    ::close(signals);
    return 0;
}

} // namespace gatehouse::gateway
