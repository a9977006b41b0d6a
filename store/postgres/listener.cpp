// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/postgres/listener.h"

#include <array>
#include <cstdint>
#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

namespace gatehouse::store {

namespace {

// Between attempts to listen; a server in recovery refuses it until it is promoted. Whoever waits for notices
// looks more often by itself.
constexpr std::chrono::seconds retryEvery{1};

} // namespace

PostgresListener::PostgresListener(PostgresAddress address, std::function<void()> heard)
    : m_session(std::move(address))
    , m_heard(std::move(heard))
    , m_end(::eventfd(0, EFD_CLOEXEC))
    , m_thread([this] { run(); })
{
}

PostgresListener::~PostgresListener()
{
    const std::uint64_t one = 1;
    // It holds a number nobody else adds to, so there is always room for one.
    [[maybe_unused]] const ssize_t told = ::write(m_end, &one, sizeof one);
    m_thread.join();
    ::close(m_end);
}

bool PostgresListener::endsWithin(std::chrono::milliseconds time) const
{
    pollfd end{m_end, POLLIN, 0};
    return ::poll(&end, 1, static_cast<int>(time.count())) > 0;
}

void PostgresListener::run()
{
    while (!endsWithin(std::chrono::milliseconds(0))) {
        if (begin()) {
            m_heard(); // what was told while nobody listened
            listen();
        }
        if (endsWithin(retryEvery))
            return;
    }
}

Status PostgresListener::begin()
{
    m_session.setUp("LISTEN gatehouse", {});
    return m_session.open();
}

void PostgresListener::listen()
{
    PGconn *session = m_session.handle();
    while (PQstatus(session) == CONNECTION_OK) {
        std::array<pollfd, 2> watched{pollfd{PQsocket(session), POLLIN, 0}, pollfd{m_end, POLLIN, 0}};
        if (::poll(watched.data(), watched.size(), -1) < 0)
            continue;
        if (watched[1].revents != 0 || PQconsumeInput(session) == 0)
            return;
        takeNotices();
    }
}

// Several at once are one: it is looked at what there is.
void PostgresListener::takeNotices()
{
    bool any = false;
    while (PGnotify *notice = PQnotifies(m_session.handle())) {
        PQfreemem(notice);
        any = true;
    }
    if (any)
        m_heard();
}

} // namespace gatehouse::store
