// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/secrets/judges.h"
#include "core/checks/secrets/secret_kind.h"

namespace gatehouse {

// Maps, search, identity and business services.
SecretTable serviceSecrets()
{
    return {
        {"mapbox-token", R"re(\b([ps]k\.(?:eyJ1Ijoi)?[\w-]{50,90}\.[\w-]{20,}))re",
            R"re(\b[ps]k\.[\w-]{50})re", 0.85, 3.5, nullptr, nullptr, true},
        {"okta-api-token",
            R"re((?i:okta)[\w .-]{0,24}['"`\s]{0,3}[=:>,|?]{1,3}['"`\s=:>]{0,8}(00[\w=-]{39,41}))re",
            R"re((?i:okta))re", 0.9, 2.8, nullptr, nullptr, false, 14},
        {"adobe-client-secret", R"re(\b(p8e-[A-Za-z0-9]{32})\b)re", R"re(p8e-)re"},
        {"beamer-api-token", R"re(\b(b_[a-z0-9=_-]{44})(?:[^\w=-]|$))re", R"re(\bb_[a-z0-9=_-]{44})re", 0.75,
            3.5, judgeMixedToken},
        {"intra42-client-secret", R"re(\b(s-s4t2(?:ud|af)-[a-f0-9]{64}))re", R"re(s-s4t2)re"},
        {"settlemint-token", R"re(\b(sm_(?:aat|pat|sat)_[A-Za-z0-9]{16,}))re", R"re(sm_(?:aat|pat|sat)_)re"},
        {"algolia-admin-key",
            R"re((?i:algolia)[\w .-]{0,24}['"`\s]{0,3}[=:>,|?]{1,3}['"`\s=:>]{0,8}([a-z0-9]{32})\b)re",
            R"re((?i:algolia))re", 0.85, 3.0, nullptr, nullptr, true, 14},
        {"firebase-messaging-key", R"re(\b(AAAA[\w-]{7}:[\w-]{80,}))re", R"re(AAAA[\w-]{7}:)re"},
        {"pubnub-secret", R"re(\b(sec-c-[A-Za-z0-9]{40,60})\b)re", R"re(sec-c-)re"},
        {"helpdesk-token",
            R"re((?i:zendesk|freshdesk)[\w .-]{0,24}['"`\s]{0,3}[=:>,|?]{1,3}['"`\s=:>]{0,8}([a-z0-9]{40}|[A-Za-z0-9]{20})\b)re",
            R"re((?i:zendesk|freshdesk))re", 0.8, 3.2, nullptr, nullptr, true, 14},
        {"threat-intelligence-key",
            R"re((?i:shodan|virustotal)[\w .-]{0,24}['"`\s]{0,3}[=:>,|?]{1,3}['"`\s=:>]{0,8}([A-Za-z0-9]{64}|[A-Za-z0-9]{32})\b)re",
            R"re((?i:shodan|virustotal))re", 0.8, 3.2, judgeHashContext, nullptr, true, 14},
        {"stytch-secret", R"re(\b(secret-(?:live|test)-[\w=-]{36,}))re", R"re(secret-(?:live|test)-)re"},
        {"zoho-token", R"re(\b(1000\.[a-f0-9]{32}\.[a-f0-9]{32})\b)re", R"re(\b1000\.[a-f0-9]{32})re"},
        {"arcgis-api-key", R"re(\b(AAP[KT][\w-]{60,}))re", R"re(AAP[KT][\w-]{40})re", 0.9, 3.8,
            judgeMixedToken},
        {"google-oauth-client-secret-file", R"re("client_secret"\s{0,3}:\s{0,3}"([\w-]{24,60})")re",
            R"re("client_secret")re", 0.85, 3.3, judgeNamedValue},
        {"wix-api-key", R"re(\b(IST\.eyJ[\w-]{20,}(?:\.[\w-]*){0,3}))re", R"re(IST\.eyJ)re"},
        {"aws-presigned-signature", R"re([?&]X-Amz-Signature=([a-f0-9]{64})\b)re", R"re(X-Amz-Signature=)re",
            0.7, 3.0},
        {"google-presigned-signature", R"re([?&]X-Goog-Signature=([a-f0-9]{100,}))re",
            R"re(X-Goog-Signature=)re", 0.7, 3.0},
        {"session-cookie",
            R"re(\b(?:PHPSESSID|JSESSIONID|ASP\.NET_SessionId|connect\.sid|sessionid|laravel_session|_session_id|auth_session)=([\w%.:+/=-]{20,}))re",
            R"re((?:PHPSESSID|JSESSIONID|SessionId|connect\.sid|sessionid|laravel_session|_session_id|auth_session)=)re",
            0.7, 3.2, judgeHeaderValue},
        {"flexport-token", R"re(\b(shltm_[\w-]{40}))re", R"re(shltm_)re"},
        {"descope-key", R"re(\b(K2[A-Za-z0-9]{27,36}:[A-Za-z0-9]{20,60})\b)re",
            R"re(\bK2[A-Za-z0-9]{27,36}:)re", 0.9, 3.8},
    };
}

} // namespace gatehouse
