// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/secrets/judges.h"
#include "core/checks/secrets/look_alikes.h"
#include "core/checks/secrets/secret_kind.h"
#include "core/checks/secrets/token_checksum.h"

#include <algorithm>

namespace gatehouse {

namespace {

// Names of variables and fields that hold a credential; "public key", "primary key" and plain "key" are not
// among them.
constexpr const char *names
    = R"((?:api|access|secret|private|encryption|signing|master|auth|oauth|service|account|storage|app|application|client|admin|license|consumer|shared|session|deploy|webhook|bot|user|refresh|id|jwt|db|database|root|bearer|become|ftp|smtp|vpn|ssh)[_\-. ]?(?:key|secret|token|passw(?:or)?d|passphrase|pass|pwd)|(?:secret(?:_key_base)?|token|passw(?:or)?d|passwd|pwd|passphrase|credentials?|apikey))";
constexpr const char *nameAnchor
    = R"((?:key|secret|token|passw(?:or)?d|passwd|pwd|pass|passphrase|credentials?)[\w-]{0,12}['"`\]]{0,2}\s{0,4}[=:>,|?])";

constexpr std::size_t leastAssigned = 10;

// AWS documents its secret keys as forty characters: what is longer or shorter under that name is another
// thing, most often an encrypted one.
double judgeAssigned(const SecretCandidate &candidate, double confidence)
{
    constexpr std::size_t reach = 32, awsSize = 40;
    const std::size_t from = candidate.range.start - std::min(candidate.range.start, reach);
    const std::string_view before = candidate.text.substr(from, candidate.range.start - from);
    const bool aws = before.find("SECRET_ACCESS_KEY") != std::string_view::npos
        || before.find("secret_access_key") != std::string_view::npos;
    if (aws && candidate.range.size() > awsSize)
        return 0;
    return judgeAssignedValue(candidate, confidence);
}

SecretKind assigned()
{
    return {"assigned-secret",
        "(?:" + std::string(names)
            + R"()(?:[_-]?(?:value|string|hex|base64|b64|prod|live|test|dev|staging|main|primary|secondary|v?[0-9]{1,2}))?['"`\]]{0,2}\s{0,4}(?::\s?(?:string|str|&str|String)\s{0,2}=|=|:|:=|=>|->|,|\|\||>|\?=)\s{0,4}['"`=]{0,3}([\w.+/=~@!^&*#%-]{10,}))",
        nameAnchor, 0.65, 2.7, judgeAssigned, nullptr, true, leastAssigned, true};
}

SecretKind assignedPassword()
{
    return {"assigned-password",
        R"((?:passw(?:or)?d|passwd|passphrase|\bpwd)['"`\]]{0,2}\s{0,3}(?:=|:|:=|=>)\s{0,3}['"`]([^\s'"`<>{}]{6,})['"`])",
        R"((?:passw(?:or)?d|passwd|passphrase|pwd)['"`\]]{0,2}\s{0,3}(?:=|:|:=|=>)\s{0,3}['"`])", 0.6, 2.2,
        judgeLoosePassword, nullptr, true};
}

} // namespace

// Where a value has no mark of its own, the words before it and its randomness decide.
SecretTable genericSecrets()
{
    return {
        {"jwt", R"(\b(eyJ(?:hbGci|0eXAi|raWQi|4NXQi|lbmMi|jdHki|qa3Ui)[\w-]{20,}(?:\.[\w-]*){0,4}))",
            "eyJ(?:hbGci|0eXAi|raWQi|4NXQi|lbmMi|jdHki|qa3Ui)", 0.9, 3.0, judgeJwt},
        {"jwt", R"(\b(ey[A-Za-z0-9]{15,90}\.ey[\w-]{15,}(?:\.[\w-]*)?))", R"(ey[A-Za-z0-9]{15,90}\.ey)", 0.85,
            3.0, judgeJwt},
        {"encoded-jwt",
            R"(\b(ZXlK(?:aGJHY2lPaU|MGVYQWlPaU|cmFXUWlPaU|hbGciOi|[A-Za-z0-9]{10})[A-Za-z0-9+/_-]{30,}={0,2}))",
            "ZXlK[A-Za-z0-9]{10}", 0.85, 3.2},
        {"bearer-token",
            R"(\b(?:bearer|authorization['"]?\s{0,3}[:=]\s{0,3}['"]?(?:token|apikey|api-key))\s{1,3}['"]?([A-Za-z0-9._~+/|:=-]{16,}))",
            R"((?:bearer|authorization['"]?\s{0,3}[:=]\s{0,3}['"]?(?:token|apikey|api-key))\s{1,3})", 0.75,
            3.0, judgeAssignedValue, nullptr, true},
        {"basic-authorization",
            R"(\b(?:authorization['"]?\s{0,3}[:=]\s{0,3}['"]?basic)\s{1,3}([A-Za-z0-9+/]{12,}={0,2}))",
            R"(authorization['"]?\s{0,3}[:=]\s{0,3}['"]?basic)", 0.8, 2.8, nullptr, nullptr, true},
        {"api-key-header",
            R"(["']?x-(?:api|auth|access)-?(?:key|token)["']?\s{0,3}[:=]\s{0,3}["']?([A-Za-z0-9._~+/=-]{8,}))",
            R"(x-(?:api|auth|access)-?(?:key|token))", 0.7, 2.6, judgeAssignedValue, nullptr, true},
        assigned(),
        assignedPassword(),
        {"administrator-password",
            R"(\badministrator_login_password\w{0,10}['"`\>\s]{0,6}[=:]['"`=\s]{0,6}([^\s"'`<>${}]{8,100}))",
            "administrator_login_password", 0.8, 2.5, judgeLoosePassword},
    };
}

} // namespace gatehouse
