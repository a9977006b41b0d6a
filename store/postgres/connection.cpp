// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/postgres/connection.h"

#include "store/postgres/access.h"
#include "store/postgres/migrations.h"
#include "store/postgres/record_batch.h"
#include "store/postgres/review_job_calls.h"
#include "store/postgres/statement.h"
#include "store/sql/query.h"

#include <chrono>

namespace gatehouse::store {

namespace {

constexpr Micros usualPatience = std::chrono::seconds(5);
// What a group of records may take beyond waiting for another writer, before its gateway keeps it in the
// local journal.
constexpr Micros groupTime = std::chrono::seconds(2);
// "GTHS": the advisory lock of whoever changes something.
constexpr const char *beginChange = "BEGIN; SELECT pg_advisory_xact_lock(1196705875)";

} // namespace

PostgresConnection::PostgresConnection(PostgresAddress address)
    : Connection(address.shown)
    , m_session(std::move(address))
    , m_patience(usualPatience)
{
}

Result<std::unique_ptr<Connection>> PostgresConnection::open(const std::string &location, OpenMode mode)
{
    auto address = readPostgresAddress(location);
    if (!address)
        return tl::unexpected(address.error());
    std::unique_ptr<PostgresConnection> connection(new PostgresConnection(std::move(*address)));
    connection->m_mode = mode;
    connection->applySetUp();
    if (Status opened = connection->m_session.open(); !opened)
        return tl::unexpected(opened.error());
    try {
        if (Status ready = prepareSchema(*connection, mode); !ready)
            return tl::unexpected(ready.error());
        connection->learnWhoActs();
    } catch (const SqlFailure &failure) {
        return tl::unexpected(failure.error());
    }
    return connection;
}

void PostgresConnection::applySetUp()
{
    const auto patience = std::chrono::ceil<std::chrono::milliseconds>(m_patience).count();
    // Compiling a query takes longer than any of a page does.
    m_session.setUp(
        "SET search_path = gatehouse, pg_catalog; SET client_min_messages = warning; SET jit = off; "
        "SET lock_timeout = "
            + std::to_string(patience) + "; SET idle_in_transaction_session_timeout = '60s'"
            + (readsOnly(m_mode) ? "; SET default_transaction_read_only = on" : ""),
        m_actor);
}

std::unique_ptr<Statement> PostgresConnection::prepare(const std::string &sql)
{
    return std::make_unique<PostgresStatement>(m_session, sql, "s" + std::to_string(++m_statements));
}

void PostgresConnection::execute(const char *sql)
{
    m_session.run(sql);
}

void PostgresConnection::run(const char *sql, bool inTransaction)
{
    m_session.run(sql);
    m_session.setInTransaction(inTransaction);
}

void PostgresConnection::begin(Writing writing)
{
    if (writing == Writing::Records)
        m_session.setLimit(m_patience + groupTime);
    try {
        run(writing == Writing::Change ? beginChange : "BEGIN", true);
    } catch (const SqlFailure &) {
        rollBack(); // the lock may have been refused inside the transaction
        throw;
    }
}

void PostgresConnection::beginReading()
{
    run("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", true);
}

void PostgresConnection::commit(Writing)
{
    run("COMMIT", false);
    m_session.setLimit({});
}

void PostgresConnection::rollBack() noexcept
{
    m_session.rollBack();
    m_weeks.clear(); // those it made are gone, or one that was known was missing
    m_session.setLimit({});
}

std::unique_ptr<RecordWriter> PostgresConnection::recordWriter()
{
    return std::make_unique<RecordBatch>(*this);
}

std::unique_ptr<ReviewJobWriter> PostgresConnection::reviewJobWriter(Store &store)
{
    return std::make_unique<ReviewJobCalls>(store);
}

void PostgresConnection::learnWhoActs()
{
    Query query(*this,
        "SELECT is_owner(), is_gateway() AND NOT is_person(), acting(), NOT is_person() OR "
        "may('content.read')");
    query.step();
    m_isOwner = query.integer(0) != 0;
    m_readsContent = query.integer(3) != 0;
    if (!m_isOwner && query.integer(1) == 0)
        m_knownActor = query.text(2);
}

std::string PostgresConnection::setActor(const std::string &actor)
{
    if (!m_knownActor.empty())
        return m_knownActor;
    m_actor = actor;
    setAnew("gatehouse.actor", actor);
    return actor;
}

std::string PostgresConnection::actorByDefault(const std::string &actor)
{
    return m_knownActor.empty() ? actor : m_knownActor;
}

std::string PostgresConnection::passwordVerifier(const std::string &person, const SecretString &password)
{
    const std::unique_ptr<char, decltype(&PQfreemem)> verifier(
        // A SecretString ends in a NUL; a copy of it would not be wiped.
        PQencryptPasswordConn(m_session.handle(), password.reveal().data(), person.c_str(), "scram-sha-256"),
        &PQfreemem);
    if (!verifier)
        throw SqlFailure({ErrorKind::Internal, "the password can't be prepared for the server", person, ""});
    return verifier.get();
}

std::optional<std::vector<std::string>> PostgresConnection::renewAccess()
{
    if (!m_isOwner)
        return {};
    {
        WriteTransaction transaction(*this);
        putAccessInPlace(*this);
        transaction.commit();
    }
    Query query(*this,
        "SELECT r FROM unnest(ARRAY['viewer', 'analyst', 'policy_author', 'key_administrator', 'auditor', "
        "'administrator', 'gateway', 'retention', 'owner']) r WHERE to_regrole('gatehouse_' || r) IS NULL");
    std::vector<std::string> missing;
    while (query.step())
        missing.push_back("gatehouse_" + query.text(0));
    return missing;
}

void PostgresConnection::setPatience(Micros patience)
{
    if (patience == m_patience)
        return;
    m_patience = patience;
    setAnew("lock_timeout", std::to_string(std::chrono::ceil<std::chrono::milliseconds>(patience).count()));
}

// In this session, if it is whole, and in those after it.
void PostgresConnection::setAnew(const std::string &parameter, const std::string &value)
{
    applySetUp();
    try {
        Query(*this, "SELECT set_config(?, ?, false)", parameter, value).run();
    } catch (const SqlFailure &) {
        return; // the next session begins with it
    }
}

} // namespace gatehouse::store
