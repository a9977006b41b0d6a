// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// A store in PostgreSQL with two teams' calls and keys, and somebody of every role, with a password each.

#include "store/access.h"
#include "store/recipient_key.h"
#include "store_fixture.h"

#include <libpq-fe.h>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace gatehouse::store::test {

// What the server made of a statement.
struct Answer {
    bool done = false; // no error, and at least one row was read or changed
    std::string state; // SQLSTATE of an error
    std::string value; // the first one
};

// A session by hand, as psql has it.
class HandSession {
public:
    explicit HandSession(const std::string &location);
    Answer run(const std::string &sql);
    // Takes it back again, after all that would have run at its commit.
    Answer attempt(const std::string &sql);

private:
    std::unique_ptr<PGconn, decltype(&PQfinish)> m_session;
};

class PeoplePlace {
public:
    static constexpr const char *teams[] = {"payments", "support"};

    PeoplePlace();
    // "analyst" is of the team payments, "analyst_all" of all teams; then "gateway", "retention" and
    // "stranger".
    [[nodiscard]] std::string address(const std::string &login) const;
    [[nodiscard]] std::unique_ptr<Store> open(const std::string &login) const;
    [[nodiscard]] HandSession &session(const std::string &login);
    [[nodiscard]] Store &owner() { return *m_owner; }
    [[nodiscard]] KeyId key(const std::string &team) const { return m_keys.at(team); }
    // A flagged call, one that is held, of this team.
    [[nodiscard]] InteractionId call(const std::string &team) const { return m_calls.at(team); }
    [[nodiscard]] InteractionId held(const std::string &team) const { return m_held.at(team); }
    // For whom the originals of the flagged calls are sealed.
    [[nodiscard]] const RecipientKey &reviewer() const { return m_reviewer; }
    // Waiting again, with a new call of its own.
    InteractionId holdAnother(const std::string &team);

private:
    void addCalls(const std::string &team);
    void addLogins();

    PostgresCluster m_cluster;
    const RecipientKey m_reviewer;
    std::string m_database;
    std::unique_ptr<Store> m_owner;
    std::map<std::string, HandSession> m_sessions;
    std::map<std::string, KeyId> m_keys;
    std::map<std::string, InteractionId> m_calls, m_held;
    int m_order = 0;
};

// Nothing a scanner of credentials takes for one.
[[nodiscard]] std::string passwordOf(const std::string &login);

} // namespace gatehouse::store::test
