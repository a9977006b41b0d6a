// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/people.h"

#include "store/json_text.h"
#include "store/names.h"
#include "store/policies.h"
#include "store/sql/audit_log.h"
#include "store/sql/ids.h"
#include "store/sql/name_rows.h"
#include "store/sql/query.h"

#include <algorithm>

namespace gatehouse::store {

namespace {

constexpr std::size_t longestLogin = 63; // NAMEDATALEN - 1

const std::string columns = "SELECT name, roles, teams, added_at, added_by FROM person ";

// "policy-author" for people and "policy_author" in the database, whose roles end in it.
std::string replaced(std::string text, char from, char to)
{
    std::replace(text.begin(), text.end(), from, to);
    return text;
}

PersonRow readPerson(const Query &query)
{
    PersonRow row{query.text(0), {}, {}, query.time(3), query.text(4)};
    for (const std::string &role : splitLines(query.text(1)))
        row.roles.push_back(replaced(role, '_', '-'));
    if (query.text(2) != "*")
        row.teams = splitLines(query.text(2));
    return row;
}

std::optional<PersonRow> findPerson(Connection &connection, const std::string &name)
{
    Query query(connection, columns + "WHERE name = ?", name);
    return query.step() ? std::optional(readPerson(query)) : std::nullopt;
}

std::string rolesText(const PersonRow &person)
{
    return replaced(joinLines(person.roles), '-', '_');
}

std::string teamsText(const PersonRow &person)
{
    return person.teams.empty() ? "*" : joinLines(person.teams);
}

std::string auditJson(const std::optional<PersonRow> &person)
{
    if (!person)
        return {};
    return JsonObject()
        .add("roles", splitLines(rolesText(*person)))
        .add("teams", splitLines(teamsText(*person)))
        .text();
}

Status checkPerson(const PersonRow &person)
{
    if (Status good = checkName("person", person.name); !good)
        return good;
    if (person.name.size() > longestLogin)
        return fail(ErrorKind::InvalidInput, "too long for the name of a login", "name", "at most 63 bytes");
    if (person.roles.empty())
        return fail(ErrorKind::InvalidInput, "a person has at least one role", "role");
    for (const std::string &role : person.roles) {
        if (std::find(personRoles().begin(), personRoles().end(), role) == personRoles().end())
            return fail(ErrorKind::InvalidInput, "there is no such role", role,
                "known: viewer, analyst, policy-author, key-administrator, auditor, administrator");
    }
    return checkNames("team", person.teams);
}

Status checkTeams(Connection &connection, const std::vector<std::string> &teams)
{
    for (const std::string &team : teams) {
        if (!findName(connection, NameKind::Team, team))
            return fail(ErrorKind::NotFound, "there is no such team", team, "see: gatehouse team list");
    }
    return {};
}

// Whether the password goes with the login: one that is made now needs it, one that was made elsewhere keeps
// its own.
Status checkPassword(Connection &connection, const std::string &name, bool given)
{
    static const std::string sql
        = "SELECT coalesce((SELECT made_here FROM person p WHERE p.name = r.rolname), 0) "
          "FROM pg_roles r WHERE r.rolname = ?";
    Query query(connection, sql, name);
    const bool exists = query.step();
    if (!exists && !given)
        return fail(ErrorKind::InvalidInput, "there is no such login yet, and a new one needs a password",
            name, "pipe it in with --password-stdin");
    if (exists && given && query.integer(0) == 0)
        return fail(ErrorKind::Conflict, "this login was there before and keeps its password", name,
            "leave --password-stdin out");
    return {};
}

Status hasPeople(const Store &store, const Connection &connection)
{
    if (!connection.dialect().mayDo.empty())
        return {};
    return fail(ErrorKind::Unsupported, "a store in a file has no people: whoever reads it may do everything",
        store.displayName(), "people are kept by a store in PostgreSQL");
}

} // namespace

const std::vector<std::string> &personRoles()
{
    static const std::vector<std::string> roles{
        "viewer", "analyst", "policy-author", "key-administrator", "auditor", "administrator"};
    return roles;
}

Result<std::vector<PersonRow>> listPeople(Store &store)
{
    if (Status kept = hasPeople(store, store.connection()); !kept)
        return tl::unexpected(kept.error());
    return attempt(store.connection(), [&]() -> Result<std::vector<PersonRow>> {
        Query query(store.connection(), columns + "ORDER BY name");
        std::vector<PersonRow> people;
        while (query.step())
            people.push_back(readPerson(query));
        return people;
    });
}

Status addPerson(Store &store, const PersonRow &person, const SecretString &password)
{
    Connection &connection = store.connection();
    if (Status kept = hasPeople(store, connection); !kept)
        return kept;
    if (Status good = checkPerson(person); !good)
        return good;
    return attempt(connection, [&]() -> Status {
        std::string verifier;
        if (!password.empty())
            verifier = connection.passwordVerifier(person.name, password);
        WriteTransaction transaction(connection);
        if (Status known = checkTeams(connection, person.teams); !known)
            return known;
        if (Status fits = checkPassword(connection, person.name, !password.empty()); !fits)
            return fits;
        const auto before = findPerson(connection, person.name);
        Query(connection, "SELECT add_person(?, ?, ?, ?)", person.name, verifier, rolesText(person),
            teamsText(person))
            .run();
        appendAudit(store,
            {before ? "person.edit" : "person.add", "person:" + person.name, auditJson(before),
                auditJson(person)});
        transaction.commit();
        return {};
    });
}

Status removePerson(Store &store, const std::string &name)
{
    Connection &connection = store.connection();
    if (Status kept = hasPeople(store, connection); !kept)
        return kept;
    return attempt(connection, [&]() -> Status {
        WriteTransaction transaction(connection);
        const auto before = findPerson(connection, name);
        if (!before)
            return fail(ErrorKind::NotFound, "there is no such person", name, "see: gatehouse person list");
        Query(connection, "SELECT remove_person(?)", name).run();
        appendAudit(store, {"person.remove", "person:" + name, auditJson(before), ""});
        transaction.commit();
        return {};
    });
}

Result<std::vector<std::string>> openToPeople(Store &store)
{
    if (!hasPeople(store, store.connection()))
        return std::vector<std::string>();
    auto missing = attempt(store.connection(), [&]() -> Result<std::optional<std::vector<std::string>>> {
        return store.connection().renewAccess();
    });
    if (!missing)
        return tl::unexpected(missing.error());
    if (!*missing)
        return std::vector<std::string>();
    if (Status published = ensureBaseline(store); !published)
        return tl::unexpected(published.error());
    return std::move(**missing);
}

std::string toJson(const PersonRow &person)
{
    return JsonObject()
        .add("name", person.name)
        .add("roles", person.roles)
        .raw("teams", person.teams.empty() ? "null" : jsonTexts(person.teams))
        .add("added_at", toRfc3339(person.addedAt))
        .add("added_by", person.addedBy)
        .text();
}

} // namespace gatehouse::store
