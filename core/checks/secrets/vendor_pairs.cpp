// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/secrets/judges.h"
#include "core/checks/secrets/secret_kind.h"

#include <string>

namespace gatehouse {

namespace {

// Secrets without a mark of their own that are kept beside an id that has one. An id is looked for in the 200
// bytes before the secret, so that a stream still has it when the secret comes.
SecretKind after(const char *label, const std::string &id, const char *anchor, const std::string &secret,
    double leastEntropy, SecretJudge judge)
{
    return {label, "\\b(?:" + id + ")\\b[\\s\\S]{0,170}?[^\\w/+=-](" + secret + ")(?:[^\\w/+=-]|$)", anchor,
        0.9, leastEntropy, judge};
}

} // namespace

// Forms from the providers' documentation of their access keys.
SecretTable pairedSecrets()
{
    return {
        after("aws-secret-access-key", "(?:AKIA|ASIA)[A-Z0-9]{16}", "A(?:KIA|SIA)[A-Z0-9]{16}",
            "[A-Za-z0-9/+]{40}", 3.8, judgeThreeAlphabets),
        {"aws-secret-access-key",
            R"((?:^|[^\w/+=-])([A-Za-z0-9/+]{40})[^\w/+=-][\s\S]{0,60}?\b(?:AKIA|ASIA)[A-Z0-9]{16}\b)",
            "A(?:KIA|SIA)[A-Z0-9]{16}", 0.9, 3.8, judgeThreeAlphabets},
        after("alibaba-access-key-secret", "LTAI[A-Za-z0-9]{12,24}", "LTAI[A-Za-z0-9]{12}", "[A-Za-z0-9]{30}",
            3.6, judgeThreeAlphabets),
        after("tencent-secret-key", "AKID[A-Za-z0-9]{32}", "AKID[A-Za-z0-9]{32}", "[A-Za-z0-9]{32}", 3.6,
            judgeThreeAlphabets),
        after("twilio-auth-token", "(?:AC|SK)[0-9a-f]{32}", "(?:AC|SK)[0-9a-f]{32}", "[0-9a-f]{32}", 3.0,
            judgeHashContext),
        after("scaleway-secret-key", "SCW[A-Z0-9]{17}", "SCW[A-Z0-9]{17}",
            "[a-f0-9]{8}(?:-[a-f0-9]{4}){3}-[a-f0-9]{12}", 3.0, nullptr),
        after("exoscale-api-secret", "EXO[a-f0-9]{24,26}", "EXO[a-f0-9]{24}", "[A-Za-z0-9_-]{43}", 3.6,
            judgeThreeAlphabets),
        after("google-storage-hmac-secret", "GOOG1?[A-Z0-9]{20,60}", "GOOG1?[A-Z0-9]{20}",
            "[A-Za-z0-9/+]{40}", 3.8, judgeThreeAlphabets),
    };
}

} // namespace gatehouse
