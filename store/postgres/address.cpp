// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/postgres/address.h"

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <filesystem>
#include <libpq-fe.h>
#include <map>
#include <memory>

namespace gatehouse::store {

namespace {

using Parameters = std::map<std::string, std::string>;

// Debian's collection; used where libpq's own file (~/.postgresql/root.crt) is not there.
constexpr const char *systemAuthorities = "/etc/ssl/certs/ca-certificates.crt";

struct FreeOptions {
    void operator()(PQconninfoOption *options) const { PQconninfoFree(options); }
};
using Options = std::unique_ptr<PQconninfoOption, FreeOptions>;

Parameters valuesOf(const Options &options)
{
    Parameters values;
    for (const PQconninfoOption *each = options.get(); each && each->keyword; ++each) {
        if (each->val && *each->val)
            values[each->keyword] = each->val;
    }
    return values;
}

// What libpq makes of them together with environment, service file and its own defaults.
Parameters resolved(const Parameters &given)
{
    std::vector<const char *> names, values;
    for (const auto &[name, value] : given) {
        names.push_back(name.c_str());
        values.push_back(value.c_str());
    }
    names.push_back(nullptr);
    values.push_back(nullptr);
    const std::unique_ptr<PGconn, decltype(&PQfinish)> connection(
        PQconnectStartParams(names.data(), values.data(), 0), &PQfinish);
    return valuesOf(Options(PQconninfo(connection.get())));
}

bool isSocket(const std::string &host)
{
    return host.empty() || host.front() == '/' || host.front() == '@';
}

bool onlySockets(const Parameters &all)
{
    if (all.contains("hostaddr"))
        return false;
    const auto host = all.find("host");
    if (host == all.end())
        return true;
    std::string rest = host->second;
    for (std::size_t comma = 0; comma != std::string::npos; rest.erase(0, comma + 1)) {
        comma = rest.find(',');
        if (!isSocket(rest.substr(0, comma)))
            return false;
        if (comma == std::string::npos)
            break;
    }
    return true;
}

std::string valueOf(const Parameters &all, const char *name)
{
    const auto found = all.find(name);
    return found == all.end() ? std::string() : found->second;
}

bool hasOwnAuthorities()
{
    const char *home = std::getenv("HOME");
    std::error_code ignored;
    return home && std::filesystem::exists(std::filesystem::path(home) / ".postgresql/root.crt", ignored);
}

void addSafeDefaults(Parameters &given, const Parameters &all)
{
    // "prefer" is what libpq falls back to when nobody said anything; it would also talk to a server without
    // TLS.
    const bool saidSo = given.contains("sslmode") || valueOf(all, "sslmode") != "prefer";
    if (!saidSo && !onlySockets(all))
        given["sslmode"] = "verify-full";
    const bool verifies = valueOf(given, "sslmode").starts_with("verify");
    std::error_code ignored;
    if (verifies && !all.contains("sslrootcert") && !hasOwnAuthorities()
        && std::filesystem::exists(systemAuthorities, ignored))
        given["sslrootcert"] = systemAuthorities;
    const std::pair<const char *, const char *> waits[]
        = {{"connect_timeout", "5"}, {"tcp_user_timeout", "10000"}, {"keepalives_idle", "5"},
            {"keepalives_interval", "2"}, {"keepalives_count", "3"}};
    for (const auto &[name, value] : waits) {
        if (!all.contains(name) || (std::string(name) == "tcp_user_timeout" && all.at(name) == "0"))
            given.try_emplace(name, value);
    }
    given.try_emplace("fallback_application_name", "gatehouse");
    given["client_encoding"] = "UTF8";
}

std::string placeOf(const Parameters &all)
{
    const std::string host = valueOf(all, "host").empty() ? valueOf(all, "hostaddr") : valueOf(all, "host");
    return host.empty() ? "local" : host;
}

std::string identityOf(const Parameters &all)
{
    std::string text = placeOf(all) + "-" + valueOf(all, "port") + "-" + valueOf(all, "dbname");
    // No way out of the folder it names a file in.
    std::replace_if(
        text.begin(), text.end(),
        [](unsigned char c) { return std::isalnum(c) == 0 && c != '.' && c != '-' && c != '_'; }, '_');
    return text;
}

} // namespace

bool isPostgres(const std::string &location)
{
    return location.starts_with("postgresql://") || location.starts_with("postgres://");
}

Result<PostgresAddress> readPostgresAddress(const std::string &location)
{
    char *problem = nullptr;
    const Options parsed(PQconninfoParse(location.c_str(), &problem));
    PQfreemem(problem); // may repeat the password
    if (!parsed)
        return fail(ErrorKind::InvalidInput, "not an address of a PostgreSQL database", "postgresql://",
            "write postgresql://user@host:port/database?parameter=value");
    Parameters given = valuesOf(parsed);
    const Parameters all = resolved(given);
    addSafeDefaults(given, all);
    PostgresAddress address;
    address.parameters.assign(given.begin(), given.end());
    address.shown = "postgresql://" + valueOf(all, "user") + "@" + placeOf(all) + ":" + valueOf(all, "port")
        + "/" + valueOf(all, "dbname");
    address.identity = identityOf(all);
    return address;
}

} // namespace gatehouse::store
