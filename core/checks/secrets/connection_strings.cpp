// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/secrets/judges.h"
#include "core/checks/secrets/look_alikes.h"
#include "core/checks/secrets/secret_kind.h"

#include <string>

namespace gatehouse {

namespace {

// scheme://user:password@; the password is the span, so it is decided by its first 100 bytes and the '@'.
SecretKind urlKind(const char *label, const std::string &schemes, double confidence)
{
    return {label, "(?:" + schemes + R"()://[^\s:@/'"`<>]{0,60}:([^\s@/'"`<>#\\]{4,100})@[\w\[$\{.-])",
        "(?:" + schemes + R"()://[^\s:@/<>]{0,60}:[^\s@/]{4})", confidence, 1.5, judgeUrlPassword, nullptr,
        true};
}

} // namespace

SecretTable connectionStringSecrets()
{
    return {
        urlKind("postgres-url-password", R"(postgres(?:ql)?(?:\+\w{2,12})?)", 0.9),
        urlKind("mysql-url-password", R"((?:mysql|mariadb)x?(?:\+\w{2,12})?)", 0.9),
        urlKind("mongodb-url-password", R"(mongodb(?:\+srv)?)", 0.9),
        urlKind("redis-url-password", "rediss?", 0.9),
        urlKind("amqp-url-password", "amqps?", 0.9),
        urlKind("sql-server-url-password",
            R"((?:mssql|sqlserver|oracle|db2|clickhouse|cockroachdb|snowflake|cassandra|neo4j|bolt|couchbases?|influxdb|trino|presto)(?:\+\w{2,12})?)",
            0.9),
        urlKind("ldap-url-password", "ldaps?", 0.85),
        urlKind("smtp-url-password", "smtps?|imaps?|pop3s?", 0.85),
        urlKind("message-bus-url-password", "nats|kafka|mqtts?|stomp", 0.85),
        urlKind("url-password", "https?|ftps?|sftp|ssh|git|wss?|svn|smb", 0.8),
        {"sql-server-password",
            R"((?:server|data source|host|uid|user id|username|initial catalog|database)\s{0,3}=[^\n;]{1,80};[^\n]{0,120}?\b(?:password|pwd)\s{0,3}=\s{0,3}([^;'"\s<>{}]{4,100}))",
            R"((?:password|pwd)\s{0,3}=)", 0.85, 1.5, judgeLoosePassword, nullptr, true},
        {"jdbc-password", R"(jdbc:[a-z0-9:]{2,30}[^\s'"]{3,120}?[?&;]password=([^&;'"\s<>{}$]{3,100}))",
            "jdbc:", 0.85, 1.5, judgeLoosePassword, nullptr, true},
        {"azure-shared-access-key", R"((?:SharedAccessKey|SharedSecretValue)=([A-Za-z0-9+/]{40,88}={0,2}))",
            "Shared(?:AccessKey|SecretValue)=", 0.95, 3.5},
    };
}

} // namespace gatehouse
