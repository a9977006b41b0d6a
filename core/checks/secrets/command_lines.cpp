// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/secrets/judges.h"
#include "core/checks/secrets/secret_kind.h"

namespace gatehouse {

// Credentials given to a program on its command line or in a variable it reads.
SecretTable commandLineSecrets()
{
    return {
        {"curl-user-password",
            R"(\bcurl\b[\s\S]{0,180}?\s(?:-u|--user|-U|--proxy-user)[ =\t]{0,3}["']?([^\s"'<>]{0,60}?["']?:["']?[^\s"'<>]{3,100}))",
            "curl", 0.75, 1.0, judgeUserAndPassword},
        {"curl-user-password",
            R"(\bcurl\b[\s\S]{0,180}?\s(?:-u|--user|-U|--proxy-user)[ =\t]{0,3}["']([^"'<>\n]{1,60}:[^"'<>\n]{0,100})["'])",
            "curl", 0.75, 1.0, judgeUserAndPassword},
        {"curl-header-credential",
            R"(\bcurl\b[\s\S]{0,160}?(?:-H|--header)[=\s]{0,4}["']?\s{0,3}(?:(?:proxy-)?authorization|[\w-]{0,20}(?:api-?key|token|secret|auth)[\w-]{0,10})\s{0,3}:\s{0,6}(?:(?:basic|bearer|token|apikey|api-key|key)\s{1,6})?["']?([^\s"'<>\\$]{8,}))",
            "curl", 0.75, 2.5, judgeHeaderValue, nullptr, true},
        {"sshpass-password", R"(\bsshpass\s+-p\s{0,2}['"]?([^\s'"$]{3,100}))", "sshpass", 0.85, 1.0,
            judgeLoosePassword},
        {"database-client-password",
            R"(\b(?:mysql|mysqldump|mysqladmin|mongo|mongosh|mongodump|redis-cli|sqlcmd)\b[^\n]{0,100}?\s(?:-p|--password[= ]|-a |-P )['"]?([^\s'"$-][^\s'"]{4,100}))",
            R"((?:mysql|mysqldump|mysqladmin|mongo|mongosh|mongodump|redis-cli|sqlcmd)\s)", 0.7, 2.2,
            judgeAssignedValue},
        {"database-password-variable",
            R"(\b(?:PGPASSWORD|MYSQL_PWD|REDISCLI_AUTH|SQLCMDPASSWORD|MSSQL_SA_PASSWORD|POSTGRES_PASSWORD)=["']?([^\s"'$<>{}]{5,100}))",
            "PGPASSWORD=|MYSQL_PWD=|REDISCLI_AUTH=|SQLCMDPASSWORD=|MSSQL_SA_PASSWORD=|POSTGRES_PASSWORD=",
            0.8, 2.0, judgeLoosePassword},
        {"registry-login-password",
            R"(\b(?:docker|podman|helm|oras|skopeo|az|npm|oc|ansible)\s(?:registry )?login\b[^\n]{0,100}?\s(?:-p|--password|--token)[ =]["']?([^\s"'$<>-][^\s"'<>]{5,100}))",
            R"((?:docker|podman|helm|oras|skopeo|az|npm|oc)\s(?:registry )?login)", 0.75, 2.2,
            judgeLoosePassword},
        {"windows-command-password",
            R"(\bnet\s{1,3}user\s{1,3}\S{1,40}\s{1,3}([^\s/"'<>%]{6,64})\s{1,3}/add)", R"(net\s{1,3}user\s)",
            0.8, 2.2, judgeLoosePassword, nullptr, true},
        {"windows-command-password", R"(\bcmdkey\s[^\n]{0,80}?/pass:([^\s"'<>%]{4,100}))", R"(cmdkey\s)", 0.8,
            2.2, judgeLoosePassword, nullptr, true},
        {"powershell-plain-password",
            R"(ConvertTo-SecureString\s{1,3}(?:-String\s{1,3})?["']([^"'$\n]{4,100})["'])",
            "ConvertTo-SecureString", 0.85, 2.0, judgeLoosePassword, nullptr, true},
        {"openssl-password", R"(\b-?pass(?:in|out)?\s{1,2}["']?pass:([^\s"'$<>]{4,100}))",
            R"(\spass:|"pass:)", 0.8, 2.0, judgeLoosePassword},
        {"smb-user-password",
            R"(\b(?:smbclient|rpcclient|smbmap|crackmapexec|netexec|evil-winrm|xfreerdp|rdesktop|ipmitool)\b[^\n]{0,100}?(?:%|\s-[pP]\s{1,2}|\s/p:)["']?([^\s"'<>$]{4,64}))",
            "smbclient|rpcclient|smbmap|crackmapexec|netexec|evil-winrm|xfreerdp|rdesktop|ipmitool", 0.75,
            2.2, judgeLoosePassword},
        {"dockerfile-secret",
            R"(^\s{0,4}(?:ENV|ARG)\s{1,3}\w{0,40}(?:KEY|TOKEN|SECRET|PASSWORD|PASSWD|PASS)\w{0,12}[ =]\s{0,3}["']?([^\s"'$<>{}=]{8,}))",
            R"((?:ENV|ARG)\s{1,3}\w{0,40}(?:KEY|TOKEN|SECRET|PASSWORD|PASSWD|PASS))", 0.7, 2.7,
            judgeAssignedValue, nullptr, false, 8},
        {"terraform-default",
            R"re(\bvariable\s{1,3}"\w{0,40}(?:password|secret|token|key)\w{0,20}"\s{0,3}\{[^}]{0,100}?\bdefault\s{0,10}=\s{0,3}"([^"$\s]{6,}))re",
            R"re(variable\s{1,3}"\w{0,40}(?:password|secret|token|key))re", 0.75, 2.5, judgeHeaderValue},
    };
}

} // namespace gatehouse
