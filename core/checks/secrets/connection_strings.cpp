// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/secrets/judges.h"
#include "core/checks/secrets/look_alikes.h"
#include "core/checks/secrets/secret_kind.h"

#include <algorithm>

namespace gatehouse {

namespace {

// scheme://user:password@; the password is the span, so it is decided by its first 100 bytes and the '@'.
SecretKind urlKind(const char *label, const std::string &schemes, double confidence)
{
    return {label, "(?:" + schemes + R"()://[^\s:@/'"`<>]{0,60}:([^\s@/'"`<>#\\]{4,100})@[\w\[$\{.-])",
        "(?:" + schemes + R"()://[^\s:@/<>]{0,60}:[^\s@/]{4})", confidence, 1.5, judgeLoosePassword, nullptr,
        true};
}

// "user:password" where a command line expects it: not variables, not the words themselves.
double judgeUserAndPassword(const SecretCandidate &candidate, double confidence)
{
    const std::string_view value = candidate.value();
    const std::size_t colon = value.find(':');
    SecretCandidate password = candidate;
    password.range.start += colon + 1;
    if (colon == std::string_view::npos || password.range.size() == 0)
        return 0;
    SecretCandidate user = candidate;
    user.range.end = user.range.start + colon;
    if (password.value().front() == '\'' || password.value().front() == '"')
        ++password.range.start;
    const bool userIsTemplate = user.range.size() > 0
        && std::string_view("<{[$%").find(user.value().front()) != std::string_view::npos;
    return userIsTemplate || password.range.size() == 0 ? 0 : judgeLoosePassword(password, confidence);
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
            R"((?:mssql|sqlserver|oracle|db2|clickhouse|cockroachdb|snowflake)(?:\+\w{2,12})?)", 0.9),
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
        {"curl-user-password",
            R"(\bcurl\b(?:[^\n\\]|\\\r?\n|\\){0,180}?\s(?:-u|--user|-U|--proxy-user)[ =\t]{0,3}["']?([^\s"'<>]{0,60}?:["']?[^\s"'<>]{3,100}))",
            "curl", 0.75, 1.0, judgeUserAndPassword},
        {"curl-user-password",
            R"(\bcurl\b(?:[^\n\\]|\\\r?\n|\\){0,180}?\s(?:-u|--user|-U|--proxy-user)[ =\t]{0,3}["']([^"'<>\n]{1,60}:[^"'<>\n]{3,100})["'])",
            "curl", 0.75, 1.0, judgeUserAndPassword},
        {"netrc-password", R"(\bmachine\s+[\w.-]{3,60}\s+login\s+\S{1,60}\s+password\s+(\S{4,100}))",
            R"(\bmachine\s)", 0.9, 1.0, judgeLoosePassword},
        {"docker-registry-auth",
            R"re("auths?"\s{0,4}:\s{0,4}(?:\{[^}]{0,120}"auth"\s{0,3}:\s{0,3})?"([A-Za-z0-9+/]{16,}={0,2}))re",
            R"("auths?")", 0.8, 3.2, judgeAssignedValue},
        {"sshpass-password", R"(\bsshpass\s+-p\s{0,2}['"]?([^\s'"$]{3,100}))", "sshpass", 0.85, 1.0,
            judgeLoosePassword},
        {"database-client-password",
            R"(\b(?:mysql|mysqldump|mysqladmin|mongo|mongosh|mongodump|redis-cli|sqlcmd)\b[^\n]{0,100}?\s(?:-p|--password[= ]|-a |-P )['"]?([^\s'"$-][^\s'"]{4,100}))",
            R"((?:mysql|mysqldump|mysqladmin|mongo|mongosh|mongodump|redis-cli|sqlcmd)\s)", 0.7, 2.2,
            judgeAssignedValue},
    };
}

} // namespace gatehouse
