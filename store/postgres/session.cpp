// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/postgres/session.h"

#include <array>
#include <cerrno>
#include <poll.h>

namespace gatehouse::store {

namespace {

using std::chrono::steady_clock;

constexpr int oldestServer = 140000; // PostgreSQL 14
constexpr std::size_t mostPrepared = 500;

Status checkServer(PGconn *session, const std::string &place)
{
    if (PQserverVersion(session) < oldestServer)
        return fail(ErrorKind::Unsupported,
            "the server is PostgreSQL " + std::to_string(PQserverVersion(session) / 10000), place,
            "use PostgreSQL 14 or newer");
    const char *encoding = PQparameterStatus(session, "server_encoding");
    if (!encoding || std::string(encoding) != "UTF8")
        return fail(ErrorKind::Unsupported,
            "the database's encoding is " + std::string(encoding ? encoding : "not known"), place,
            "create it with ENCODING 'UTF8'");
    return {};
}

} // namespace

PostgresSession::PostgresSession(PostgresAddress address)
    : m_address(std::move(address))
{
}

PostgresSession::~PostgresSession()
{
    close();
}

void PostgresSession::close() noexcept
{
    const std::lock_guard guard(m_cancelMutex);
    PQfreeCancel(m_cancel);
    m_cancel = nullptr;
    PQfinish(m_handle);
    m_handle = nullptr;
    m_prepared.clear();
}

Status PostgresSession::open()
{
    close();
    std::vector<const char *> names, values;
    for (const auto &[name, value] : m_address.parameters) {
        names.push_back(name.c_str());
        values.push_back(value.c_str());
    }
    names.push_back(nullptr);
    values.push_back(nullptr);
    m_handle = PQconnectdbParams(names.data(), values.data(), 0);
    if (PQstatus(m_handle) != CONNECTION_OK)
        return tl::unexpected(postgresError(m_handle, nullptr, place()));
    if (auto good = checkServer(m_handle, place()); !good)
        return good;
    PQsetnonblocking(m_handle, 1);
    {
        const std::lock_guard guard(m_cancelMutex);
        m_cancel = PQgetCancel(m_handle);
    }
    PostgresResult result(PQexec(m_handle, m_setUp.c_str()));
    if (PQresultStatus(result.get()) != PGRES_COMMAND_OK)
        return tl::unexpected(postgresError(m_handle, result.get(), place()));
    const char *actor = m_actor.c_str();
    result.reset(PQexecParams(m_handle, "SELECT set_config('gatehouse.actor', $1, false)", 1, nullptr, &actor,
        nullptr, nullptr, 0));
    if (PQresultStatus(result.get()) != PGRES_TUPLES_OK)
        return tl::unexpected(postgresError(m_handle, result.get(), place()));
    return {};
}

void PostgresSession::raise(const PGresult *result) const
{
    if (m_tooLate)
        throw SqlFailure({ErrorKind::Unreachable, "the store's server does not answer", place(),
            "look whether it is overloaded or stopped"});
    throw SqlFailure(postgresError(m_handle, result, place()));
}

// Sends what has to be sent and waits until an answer can be read; false when the session is broken or it
// took too long.
bool PostgresSession::waitForAnswer()
{
    const auto start = steady_clock::now();
    while (true) {
        const int unsent = PQflush(m_handle);
        if (unsent < 0)
            return true; // reading tells why
        if (unsent == 0 && PQisBusy(m_handle) == 0)
            return true;
        pollfd socket{PQsocket(m_handle), static_cast<short>(POLLIN | (unsent > 0 ? POLLOUT : 0)), 0};
        int wait = -1;
        if (m_limit) {
            const auto left = *m_limit - std::chrono::duration_cast<Micros>(steady_clock::now() - start);
            if (left <= Micros(0))
                return false;
            wait = static_cast<int>(std::chrono::ceil<std::chrono::milliseconds>(left).count());
        }
        if (::poll(&socket, 1, wait) < 0 && errno != EINTR)
            return true;
        if ((socket.revents & ~POLLOUT) != 0 && PQconsumeInput(m_handle) == 0)
            return true;
    }
}

PostgresResult PostgresSession::answer()
{
    PostgresResult last;
    while (true) {
        if (!waitForAnswer()) {
            m_tooLate = true;
            close();
            return nullptr;
        }
        PostgresResult next(PQgetResult(m_handle));
        if (!next)
            return last;
        // Of several statements the first failure counts.
        if (!last || PQresultStatus(last.get()) != PGRES_FATAL_ERROR)
            last = std::move(next);
    }
}

template <class Work>
PostgresResult PostgresSession::exchange(Work &&work)
{
    for (bool again = false;; again = true) {
        m_tooLate = false;
        if (PQstatus(m_handle) != CONNECTION_OK)
            reopen();
        PostgresResult result = work();
        const ExecStatusType status = PQresultStatus(result.get());
        if (status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK)
            return result;
        const bool broken = PQstatus(m_handle) != CONNECTION_OK;
        if (!broken || m_inTransaction || again || m_tooLate)
            raise(result.get());
    }
}

void PostgresSession::reopen()
{
    if (m_inTransaction)
        raise(nullptr);
    if (Status opened = open(); !opened) {
        close();
        throw SqlFailure(opened.error());
    }
}

PostgresResult PostgresSession::run(const char *sql)
{
    return exchange([&] { return PQsendQuery(m_handle, sql) == 1 ? answer() : nullptr; });
}

PostgresResult PostgresSession::prepare(const std::string &name, const std::string &sql)
{
    if (PQsendPrepare(m_handle, name.c_str(), sql.c_str(), 0, nullptr) != 1)
        return nullptr;
    PostgresResult result = answer();
    if (PQresultStatus(result.get()) == PGRES_COMMAND_OK)
        m_prepared.insert(name);
    return result;
}

// Filters are made of what people type: the statements of old ones must not fill the server's memory. Those
// still in use are prepared once more.
void PostgresSession::forgetPrepared()
{
    if (PQsendQuery(m_handle, "DEALLOCATE ALL") == 1 && PQresultStatus(answer().get()) == PGRES_COMMAND_OK)
        m_prepared.clear();
}

PostgresResult PostgresSession::runPrepared(
    const std::string &name, const std::string &sql, const Values &values)
{
    return exchange([&]() -> PostgresResult {
        if (!m_prepared.contains(name)) {
            if (m_prepared.size() >= mostPrepared && !m_inTransaction)
                forgetPrepared();
            PostgresResult prepared = prepare(name, sql);
            if (!m_prepared.contains(name))
                return prepared;
        }
        const int sent = PQsendQueryPrepared(m_handle, name.c_str(), static_cast<int>(values.values.size()),
            values.values.data(), values.lengths.data(), values.formats.data(), 0);
        return sent == 1 ? answer() : nullptr;
    });
}

void PostgresSession::rollBack() noexcept
{
    // A session that broke took its transaction with it.
    if (PQstatus(m_handle) == CONNECTION_OK && PQtransactionStatus(m_handle) != PQTRANS_IDLE
        && PQsendQuery(m_handle, "ROLLBACK") == 1 && !answer())
        close();
    m_inTransaction = false;
}

void PostgresSession::interrupt() noexcept
{
    const std::lock_guard guard(m_cancelMutex);
    std::array<char, 256> problem{};
    if (m_cancel)
        PQcancel(m_cancel, problem.data(), problem.size());
}

} // namespace gatehouse::store
