// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "people_place.h"

#include "store/people.h"

namespace gatehouse::store::test {

namespace {

// The owner comes without a password, all others with theirs.
const QString rules = QStringLiteral("local all owner trust\nlocal all all scram-sha-256\n");

void mustBe(const Status &status)
{
    if (!status)
        qFatal("%s", status.error().line().c_str());
}

} // namespace

std::string passwordOf(const std::string &login)
{
    return "word-of-" + login;
}

HandSession::HandSession(const std::string &location)
    : m_session(PQconnectdb(location.c_str()), &PQfinish)
{
    if (PQstatus(m_session.get()) != CONNECTION_OK)
        qFatal("%s", PQerrorMessage(m_session.get()));
    PQsetNoticeProcessor(
        m_session.get(), [](void *, const char *) {}, nullptr);
    run("SET search_path = gatehouse, pg_catalog");
}

Answer HandSession::run(const std::string &sql)
{
    const std::unique_ptr<PGresult, decltype(&PQclear)> result(
        PQexec(m_session.get(), sql.c_str()), &PQclear);
    const ExecStatusType status = PQresultStatus(result.get());
    Answer answer;
    if (status == PGRES_TUPLES_OK) {
        answer.done = PQntuples(result.get()) > 0;
        answer.value = answer.done ? PQgetvalue(result.get(), 0, 0) : "";
    } else if (status == PGRES_COMMAND_OK) {
        answer.done = std::string(PQcmdTuples(result.get())) != "0";
    } else {
        answer.state = PQresultErrorField(result.get(), PG_DIAG_SQLSTATE);
        answer.value = PQresultErrorField(result.get(), PG_DIAG_MESSAGE_PRIMARY);
    }
    return answer;
}

Answer HandSession::attempt(const std::string &sql)
{
    run("BEGIN");
    Answer answer = run(sql);
    if (answer.done) {
        const Answer atCommit = run("SET CONSTRAINTS ALL IMMEDIATE");
        if (!atCommit.state.empty())
            answer = atCommit;
    }
    run("ROLLBACK");
    return answer;
}

PeoplePlace::PeoplePlace()
    : m_cluster(0, rules)
    , m_reviewer(RecipientKey::make().value())
{
    static const QTemporaryDir data;
    qputenv("XDG_DATA_HOME", data.path().toLocal8Bit());
    qputenv("XDG_CONFIG_HOME", data.path().toLocal8Bit());
    m_database = m_cluster.newDatabase();
    auto opened = Store::open(m_database, OpenMode::Create);
    if (!opened)
        qFatal("%s", opened.error().line().c_str());
    m_owner = std::move(*opened);
    if (const auto ready = openToPeople(*m_owner); !ready || !ready->empty())
        qFatal("roles are missing");
    for (const char *team : teams) {
        NewKeyRequest request;
        request.team = team;
        request.environment = request.useCase = "test";
        request.createNames = true;
        request.entitlement.models = {"*"};
        const auto issued = issueKey(*m_owner, request);
        if (!issued)
            qFatal("%s", issued.error().line().c_str());
        m_keys[team] = issued->row.record.id;
        addCalls(team);
    }
    addLogins();
}

void PeoplePlace::addLogins()
{
    for (const std::string &role : personRoles()) {
        mustBe(addPerson(*m_owner, {role, {role}, {"payments"}, {}, {}}, SecretString(passwordOf(role))));
        mustBe(addPerson(
            *m_owner, {role + "_all", {role}, {}, {}, {}}, SecretString(passwordOf(role + "_all"))));
    }
    for (const std::string login : {"gateway", "retention", "stranger"}) {
        m_cluster.run("postgres", "CREATE ROLE " + login + " LOGIN PASSWORD '" + passwordOf(login) + "'");
        if (login != "stranger")
            m_cluster.run("postgres", "GRANT gatehouse_" + login + " TO " + login);
    }
}

void PeoplePlace::addCalls(const std::string &team)
{
    auto journal = Journal::open(m_database, "test");
    if (!journal)
        qFatal("%s", journal.error().line().c_str());
    const Timestamp now = systemClock().now();
    RequestRecord seen
        = requestRecord(idAt(now, ++m_order), now, VerdictKind::Flagged, "a walrus of " + team);
    RequestRecord held = requestRecord(idAt(now, ++m_order), now, VerdictKind::Held, "a seal of " + team);
    m_calls[team] = seen.row.id;
    m_held[team] = held.row.id;
    seen.sealed = sealedFor(m_reviewer,
        {seen.row.id, BodyPart::Request, {{0, {2, 8}, {2, 8}, "animal", SecretString("walrus")}}});
    seen.checks = {failedCheck("watch", "keywords", Action::Flag)};
    for (RequestRecord *each : {&seen, &held}) {
        each->row.team = team;
        each->row.key = m_keys.at(team);
        each->row.outcome = each == &seen ? Outcome::Pending : Outcome::Refused;
        (*journal)->write(*each, mustBe);
    }
    VerdictRecord verdict = verdictRecord(seen.row.id, VerdictKind::Flagged);
    verdict.checks = seen.checks;
    (*journal)->write(verdict, mustBe);
}

InteractionId PeoplePlace::holdAnother(const std::string &team)
{
    addCalls(team);
    return m_held.at(team);
}

std::string PeoplePlace::address(const std::string &login) const
{
    if (login == "owner")
        return m_database;
    const std::size_t user = m_database.find("user=owner");
    return m_database.substr(0, user) + "user=" + login + "&password=" + passwordOf(login);
}

std::unique_ptr<Store> PeoplePlace::open(const std::string &login) const
{
    auto opened = Store::open(address(login), OpenMode::Existing);
    if (!opened)
        qFatal("%s: %s", login.c_str(), opened.error().line().c_str());
    return std::move(*opened);
}

HandSession &PeoplePlace::session(const std::string &login)
{
    return m_sessions.try_emplace(login, address(login)).first->second;
}

} // namespace gatehouse::store::test
