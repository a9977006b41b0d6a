// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/secrets/judges.h"
#include "core/checks/secrets/secret_kind.h"

namespace gatehouse {

// Build, test, release and monitoring tools.
SecretTable developerToolSecrets()
{
    return {
        {"bitbucket-server-token", R"re(\b(BBDC-[A-Za-z0-9+/@_-]{40,50}))re", R"re(BBDC-)re"},
        {"packagist-token", R"re(\b(packagist_[a-z]{3}_[a-f0-9]{60,90})\b)re", R"re(packagist_)re"},
        {"percy-token", R"re(\b((?:web|app|auto|ss)_[a-f0-9]{64})\b)re",
            R"re((?:web|app|auto|ss)_[a-f0-9]{40})re", 0.9, 3.2},
        {"chromatic-token", R"re(\b(chpt_[a-f0-9]{12,20})\b)re", R"re(chpt_)re", 0.9, 2.5},
        {"nx-cloud-token",
            R"re((?i:nx.?cloud)[\w .-]{0,24}[\'"`\s]{0,3}[=:]{1,2}[\'"`\s]{0,4}([A-Za-z0-9+/]{60,80}={0,2}|[a-f0-9]{8}(?:-[a-f0-9]{4}){3}-[a-f0-9]{12}))re",
            R"re((?i:nx.?cloud))re", 0.85, 3.3, nullptr, nullptr, false, 14},
        {"honeybadger-key", R"re(\b(hb[pa]_[A-Za-z0-9]{30,40})\b)re", R"re(hb[pa]_[A-Za-z0-9]{20})re"},
        {"axiom-token", R"re(\b(xa[aip]t-[a-f0-9]{8}(?:-[a-f0-9]{4}){3}-[a-f0-9]{12})\b)re",
            R"re(xa[aip]t-)re"},
        {"uptimerobot-key", R"re(\b([um][0-9]{6,9}-[a-f0-9]{24,30})\b)re",
            R"re(\b[um][0-9]{6,9}-[a-f0-9]{24})re", 0.9, 3.0},
        {"checkly-key", R"re(\b(cu_[a-f0-9]{32})\b)re", R"re(\bcu_[a-f0-9]{32})re"},
        {"rootly-token", R"re(\b(rootly_[a-f0-9]{64})\b)re", R"re(rootly_)re"},
        {"dependency-track-key", R"re(\b(odt_[A-Za-z0-9_]{32,44})\b)re", R"re(odt_[A-Za-z0-9_]{20})re"},
        {"veracode-key", R"re(\b(vera01[a-z0-9]{2}-[a-f0-9]{32,128}))re", R"re(vera01[a-z0-9]{2}-)re"},
        {"retool-token", R"re(\b(retool_[a-z0-9]{20,60})\b)re", R"re(retool_[a-z0-9]{10})re", 0.9, 3.2,
            judgeMixedToken},
        {"samsara-token", R"re(\b(samsara_api_[A-Za-z0-9]{28,40})\b)re", R"re(samsara_api_)re"},
        {"expo-access-token",
            R"re((?i:expo)[_-]?(?i:access|auth)?[_-]?(?i:token)[\'"`\s]{0,3}[=:]{1,2}[\'"`\s]{0,4}([\w-]{40})(?:[^\w-]|$))re",
            R"re((?i:expo)[_-]?(?i:access|auth)?[_-]?(?i:token))re", 0.85, 3.5, judgeMixedToken, nullptr,
            false, 14},
        {"cypress-record-key",
            R"re((?i:cypress)[\w .-]{0,10}(?i:key)[\'"`\s]{0,3}[=:\s]{1,2}[\'"`\s]{0,4}([a-f0-9]{8}(?:-[a-f0-9]{4}){3}-[a-f0-9]{12})\b)re",
            R"re((?i:cypress))re", 0.85, 3.0, nullptr, nullptr, false, 14},
        {"gitea-token",
            R"re((?i:gitea|forgejo|codeberg|gogs)[\w .-]{0,24}[\'"`\s]{0,3}[=:>,|?]{1,3}[\'"`\s=:>]{0,8}([a-f0-9]{40})\b)re",
            R"re((?i:gitea|forgejo|codeberg|gogs))re", 0.85, 3.2, judgeHashContext, nullptr, false, 14},
        {"jenkins-encrypted-secret", R"re((\{AQAAABAAAA[A-Za-z0-9+/=]{20,}\}?))re", R"re(\{AQAAABAAAA)re",
            0.9, 3.0},
        {"apollo-graph-key", R"re(\b((?:service|user):[\w.-]{2,60}:[\w-]{22,40})(?:[^\w-]|$))re",
            R"re(\b(?:service|user):[\w.-]{2,60}:[\w-]{22})re", 0.8, 3.6, judgeMixedToken},
        {"bugsnag-key",
            R"re((?i:bugsnag|airbrake|raygun|datadoghq)[\w .-]{0,24}[\'"`\s]{0,3}[=:>,|?]{1,3}[\'"`\s=:>]{0,8}([a-f0-9]{32})\b)re",
            R"re((?i:bugsnag|airbrake|raygun|datadoghq))re", 0.8, 3.0, judgeHashContext, nullptr, false, 14},
    };
}

} // namespace gatehouse
