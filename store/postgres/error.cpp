// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// What a PostgreSQL server's refusals mean to a person.
#include "store/open_errors.h"
#include "store/postgres/session.h"

#include <string_view>

namespace gatehouse::store {

namespace {

struct Meaning {
    std::string_view code; // of the state, or its class
    ErrorKind kind;
    const char *what;
    const char *advice;
};

// https://www.postgresql.org/docs/15/errcodes-appendix.html; the first that fits counts.
constexpr Meaning meanings[] = {
    {"55P03", ErrorKind::Unreachable, "the store is locked", "another program is using it; try again"},
    {"25006", ErrorKind::Unreachable, "the store is read-only", "connect to the primary server"},
    {"57014", ErrorKind::Internal, "the query was stopped", ""},
    {"57P03", ErrorKind::Unreachable, "the store's server is starting or stopping", "try again in a moment"},
    {"57", ErrorKind::Unreachable, "the store's server ended the connection", "try again in a moment"},
    {"53300", ErrorKind::Unreachable, "the store's server has no connection left",
        "raise its max_connections, or stop something"},
    {"53", ErrorKind::Unreachable, "the store's server ran out of disk space or memory", "free some"},
    {"58", ErrorKind::Unreachable, "the store's server failed at its disk", "see the server's log"},
    {"40", ErrorKind::Unreachable, "the store was changed by somebody else at the same moment", "try again"},
    {"42P01", ErrorKind::Corrupt, "a table of the store is missing", "restore the database from a backup"},
    {"42703", ErrorKind::Corrupt, "a column of the store is missing", "restore the database from a backup"},
    {"23", ErrorKind::Conflict, "the store refused a row that contradicts another", ""},
    {"54", ErrorKind::LimitExceeded, "a value is too large for the store", ""},
    {"XX001", ErrorKind::Corrupt, "the store is damaged", "restore it from a backup"},
    {"XX002", ErrorKind::Corrupt, "the store is damaged", "restore it from a backup"},
    {"08", ErrorKind::Unreachable, "the connection to the store's server broke", "try again in a moment"},
};

struct Sign {
    std::string_view text; // as libpq 15 words it, untranslated or the server's own
    ErrorKind kind;
    const char *what;
    const char *advice;
};

// Before there is a session libpq gives no code, only a text; what the text says beside is of no use to a
// person and may name files.
constexpr Sign signs[] = {
    {"password authentication failed", ErrorKind::NotPermitted, saysPasswordRefused,
        "check user and password, or the line of ~/.pgpass"},
    {"no password supplied", ErrorKind::NotPermitted, saysPasswordMissing,
        "write it to ~/.pgpass (mode 600) or into PGPASSWORD"},
    {"fe_sendauth", ErrorKind::NotPermitted, saysPasswordMissing,
        "write it to ~/.pgpass (mode 600) or into PGPASSWORD"},
    {"no pg_hba.conf entry", ErrorKind::NotPermitted, "the server does not let this user in from here",
        "have it allowed in the server's pg_hba.conf"},
    {"connection requires a valid client certificate", ErrorKind::NotPermitted,
        "the server asks for a client certificate", "name it with sslcert and sslkey"},
    {"server certificate for", ErrorKind::NotPermitted,
        "the server's certificate is for another name than the address's",
        "write the name the certificate is for"},
    {"certificate verify failed", ErrorKind::NotPermitted, "the server's certificate is not trusted",
        "name the authority's certificate with sslrootcert"},
    {"root certificate file", ErrorKind::NotPermitted, "no authority is known to verify the server with",
        "name the authority's certificate with sslrootcert"},
    {"could not read root certificate", ErrorKind::NotPermitted,
        "no authority is known to verify the server with",
        "name the authority's certificate with sslrootcert"},
    {"does not support SSL", ErrorKind::NotPermitted, "the server does not speak TLS",
        "switch TLS on there; sslmode=disable goes without it"},
    {"SSL error", ErrorKind::Unreachable, "TLS with the server failed", "see the server's log"},
    {"could not translate host name", ErrorKind::Unreachable, "the server's name is not known",
        "check the host in the address"},
    {"Connection refused", ErrorKind::Unreachable, "nothing listens at the server's address",
        "check host and port, and whether the server runs"},
    {"No such file or directory", ErrorKind::Unreachable, "no server's socket is at this place",
        "check host and port, and whether the server runs"},
    {"timeout expired", ErrorKind::Unreachable, "the server does not answer",
        "check host, port and firewalls"},
    {"definition of service", ErrorKind::InvalidInput, "the service is not in the service file",
        "add it to ~/.pg_service.conf"},
    {"too many clients", ErrorKind::Unreachable, "the store's server has no connection left",
        "raise its max_connections, or stop something"},
    {"starting up", ErrorKind::Unreachable, "the store's server is starting", "try again in a moment"},
    {"shutting down", ErrorKind::Unreachable, "the store's server is stopping", "try again in a moment"},
    // Last, as it is said of much.
    {"\" does not exist", ErrorKind::NotFound, "there is no such database or user on the server",
        "check the names in the address"},
};

struct Keeper {
    std::string_view named; // in the server's refusal, whatever its language
    const char *who;
};

// Who may change, or read, what a refusal names (store/postgres/access/); the first that fits counts.
constexpr Keeper keepers[] = {{"virtual_key", "the role key administrator"},
    {"usage_limit", "the role key administrator"}, {"named_credential", "the role administrator"},
    {"named", "the role key administrator, for all teams"}, {"policy_draft", "the role policy author"},
    {"policy_document", "the role policy author"},
    {"policy_publication", "the role policy author, for all teams"},
    {"policy_exception", "the role policy author, for all teams"}, {"audit", "the role auditor"},
    {"interaction", "the role analyst"}, {"request_body", "the role analyst"},
    {"response_body", "the role analyst"}, {"search_text", "the role analyst"},
    {"calls_with", "the role analyst"}, {"review_note", "the role analyst"}, {"permit", "the role analyst"},
    {"sealed_originals", "the role analyst"}, {"note_reveal", "the role analyst"},
    {"sealed_of", "the role analyst"}, {"reviewer_key", "the role administrator, for all teams"},
    {"provider", "the role administrator, for all teams"},
    {"model_target", "the role administrator, for all teams"},
    {"recipient", "the role administrator, for all teams"},
    {"price", "the role administrator, for all teams"}, {"setting", "the role administrator, for all teams"},
    {"person", "the role administrator, for all teams"}, {"gatehouse", "a role in this store"}};

// A refusal for want of rights.
Error ofRights(const PGresult *result, const std::string &place)
{
    const char *words = PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
    const char *table = PQresultErrorField(result, PG_DIAG_TABLE_NAME);
    const std::string_view text = table ? table : words ? words : "";
    for (const Keeper &keeper : keepers) {
        if (text.find(keeper.named) != std::string_view::npos)
            return {ErrorKind::NotPermitted, std::string("this takes ") + keeper.who, place,
                "ask an administrator of the store for it (gatehouse person add)"};
    }
    return {
        ErrorKind::NotPermitted, "the database does not permit this", place, "ask who administers the store"};
}

std::string firstLine(std::string_view text)
{
    return std::string(text.substr(0, text.find('\n')));
}

Error ofSession(const PGconn *session, const std::string &place)
{
    const std::string_view text = session ? PQerrorMessage(session) : "";
    for (const Sign &sign : signs) {
        if (text.find(sign.text) != std::string_view::npos)
            return {sign.kind, sign.what, place, sign.advice};
    }
    return {ErrorKind::Unreachable, "the connection to the store's server failed", place,
        text.empty() ? "try again in a moment" : firstLine(text)};
}

} // namespace

Error postgresError(const PGconn *session, const PGresult *result, const std::string &place)
{
    const char *code = result ? PQresultErrorField(result, PG_DIAG_SQLSTATE) : nullptr;
    if (!code)
        return ofSession(session, place);
    if (std::string_view(code) == "42501")
        return ofRights(result, place);
    for (const Meaning &meaning : meanings) {
        if (std::string_view(code).starts_with(meaning.code))
            return {meaning.kind, meaning.what, place, meaning.advice};
    }
    const char *words = PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
    return {ErrorKind::Internal, "the store failed: " + std::string(words ? words : code), place, ""};
}

} // namespace gatehouse::store
