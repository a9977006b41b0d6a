// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/worker.h"

#include "gateway/session/connection.h"
#include "gateway/session/session.h"

#include <algorithm>
#include <array>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/post.hpp>
#include <ctime>
#include <spdlog/spdlog.h>
#include <sys/socket.h>

namespace gatehouse::gateway {
namespace {

using ReusePort = asio::detail::socket_option::boolean<SOL_SOCKET, SO_REUSEPORT>;

std::string httpDate(std::time_t at)
{
    std::tm parts{};
    gmtime_r(&at, &parts);
    std::array<char, 32> text{};
    const std::size_t size = std::strftime(text.data(), text.size(), "%a, %d %b %Y %H:%M:%S GMT", &parts);
    return {text.data(), size};
}

} // namespace

Worker::Worker(Context &context)
    : m_context(context)
    , m_work(m_loop.get_executor())
    , m_acceptor(m_loop)
    , m_deadlines(m_loop)
{
    if (context.config.durability.grouped)
        m_commits.letAnswersLead(context.config.durability.window, [this](const Status &why) {
            spdlog::error("a call was answered and is not recorded: {}", why.error().line());
            m_context.counters.answeredUnrecorded(m_context.clock.now());
        });
}

Worker::~Worker()
{
    stop();
}

Status Worker::listen(const Tcp::endpoint &endpoint)
{
    error_code error;
    m_acceptor.open(endpoint.protocol(), error);
    if (!error)
        m_acceptor.set_option(Acceptor::reuse_address(true), error);
    if (!error)
        m_acceptor.set_option(ReusePort(true), error);
    if (!error)
        m_acceptor.bind(endpoint, error);
    if (!error)
        m_acceptor.listen(asio::socket_base::max_listen_connections, error);
    if (error)
        return fail(ErrorKind::Unreachable, "cannot listen: " + error.message(),
            Address{endpoint.address().to_string(), endpoint.port()}.text(),
            "choose another address with --listen");
    return {};
}

Tcp::endpoint Worker::endpoint() const
{
    error_code ignored;
    return m_acceptor.local_endpoint(ignored);
}

void Worker::start()
{
    everySweep();
    m_deadlines.start([this] { everySweep(); });
    asio::co_spawn(m_loop.get_executor(), acceptAll(), [](const std::exception_ptr &thrown) {
        if (thrown)
            spdlog::critical("a listener ended unexpectedly");
    });
    m_thread = std::thread([this] { m_loop.run(); });
}

Task<void> Worker::acceptAll()
{
    while (m_acceptor.is_open()) {
        Socket socket(m_loop);
        error_code error;
        co_await m_acceptor.async_accept(socket, into(error));
        if (!error) {
            serve(std::move(socket));
        } else if (m_acceptor.is_open()) {
            // Out of descriptors, most likely: others must close before it can go on.
            Timer rest(m_loop, std::chrono::milliseconds(100));
            co_await rest.async_wait(into(error));
        }
    }
}

void Worker::serve(Socket socket)
{
    if (m_context.counters.connections() >= static_cast<std::int64_t>(m_context.config.limits.connections))
        return;
    auto session = std::make_shared<Session>(*this, std::move(socket));
    asio::co_spawn(m_loop.get_executor(), session->run(), [session](const std::exception_ptr &thrown) {
        if (thrown)
            spdlog::error("a connection ended by an unexpected exception");
    });
}

UpstreamLane Worker::lane()
{
    return {m_loop, m_deadlines, m_pool, m_context.clientTls.get(), m_context.config};
}

void Worker::enter(Connection &connection)
{
    m_context.counters.connectionOpened();
    m_connections.push_back(&connection);
}

void Worker::leave(Connection &connection)
{
    std::erase(m_connections, &connection);
    m_context.counters.connectionClosed();
}

void Worker::drain()
{
    asio::post(m_loop, [this] {
        error_code ignored;
        m_acceptor.close(ignored);
        for (Connection *connection : m_connections)
            connection->closeWhenIdle();
    });
}

void Worker::abandon()
{
    asio::post(m_loop, [this] {
        for (CallControl &call : m_calls)
            call.stop(StopReason::Shutdown);
        for (Connection *connection : m_connections)
            connection->abandon();
    });
}

void Worker::stop()
{
    if (!m_thread.joinable())
        return;
    asio::post(m_loop, [this] {
        m_deadlines.stop();
        m_pool.clear();
        m_work.reset();
    });
    m_thread.join();
}

void Worker::collect(std::function<void(const CallCounts &)> take)
{
    asio::post(m_loop, [this, take = std::move(take)] { take(m_counts); });
}

SteadyClock::duration Worker::silence() const
{
    return SteadyClock::now().time_since_epoch() - SteadyClock::duration(m_cameRound.load());
}

void Worker::report(const CallReport &report)
{
    m_counts.count(report);
    m_context.observer->report(report);
}

void Worker::everySweep()
{
    m_cameRound = SteadyClock::now().time_since_epoch().count();
    const std::time_t now = std::time(nullptr);
    if (now != m_dateSecond) {
        m_dateSecond = now;
        m_date = httpDate(now);
        m_pool.sweep();
    }
    stopRevoked();
}

void Worker::stopRevoked()
{
    auto current = m_context.snapshots->current();
    if (current == m_swept)
        return;
    m_swept = std::move(current);
    const Timestamp now = m_context.clock.now();
    for (CallControl &call : m_calls) {
        const KeyRecord *key = m_swept->keys.find(call.key());
        if (key == nullptr || stateAt(*key, now) != KeyState::Active)
            call.stop(StopReason::Revoked);
    }
}

} // namespace gatehouse::gateway
