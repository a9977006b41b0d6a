// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/secrets/judges.h"
#include "core/checks/secrets/secret_kind.h"

namespace gatehouse {

// Maps, search, identity and business services.
SecretTable serviceSecrets()
{
    return {
        {"mapbox-token", R"(\b([ps]k\.(?:eyJ1Ijoi)?[\w-]{50,90}\.[\w-]{20,}))", R"(\b[ps]k\.[\w-]{50})", 0.85,
            3.5, nullptr, nullptr, true},
        {"okta-api-token",
            R"((?i:okta)[\w .-]{0,24}['"`\s]{0,3}[=:>,|?]{1,3}['"`\s=:>]{0,8}(00[\w=-]{39,41}))",
            R"(\b00[\w=-]{39})", 0.9, 2.8},
        {"adobe-client-secret", R"(\b(p8e-[A-Za-z0-9]{32})\b)", R"(p8e-)"},
        {"beamer-api-token", R"(\b(b_[a-z0-9=_-]{44})(?:[^\w=-]|$))", R"(\bb_[a-z0-9=_-]{44})", 0.75, 3.5,
            judgeMixedToken},
        {"intra42-client-secret", R"(\b(s-s4t2(?:ud|af)-[a-f0-9]{64}))", R"(s-s4t2)"},
        {"settlemint-token", R"(\b(sm_(?:aat|pat|sat)_[A-Za-z0-9]{16,}))", R"(sm_(?:aat|pat|sat)_)"},
        {"sendbird-or-amplitude-token",
            R"((?i:sendbird|amplitude|mixpanel)[\w .-]{0,24}['"`\s]{0,3}[=:>,|?]{1,3}['"`\s=:>]{0,8}([a-f0-9]{40}|[a-f0-9]{32})\b)",
            R"((?:sendbird|amplitude|mixpanel))", 0.8, 3.0, judgeHashContext, nullptr, true},
        {"algolia-admin-key",
            R"((?i:algolia)[\w .-]{0,24}['"`\s]{0,3}[=:>,|?]{1,3}['"`\s=:>]{0,8}([a-z0-9]{32})\b)",
            R"(algolia)", 0.85, 3.0, nullptr, nullptr, true},
        {"firebase-messaging-key", R"(\b(AAAA[\w-]{7}:[\w-]{80,}))", R"(AAAA[\w-]{7}:)"},
        {"pubnub-secret", R"(\b(sec-c-[A-Za-z0-9]{40,60})\b)", R"(sec-c-)"},
        {"zendesk-or-freshdesk-token",
            R"((?i:zendesk|freshdesk)[\w .-]{0,24}['"`\s]{0,3}[=:>,|?]{1,3}['"`\s=:>]{0,8}([a-z0-9]{40}|[A-Za-z0-9]{20})\b)",
            R"((?:zendesk|freshdesk))", 0.8, 3.2, nullptr, nullptr, true},
        {"shodan-or-virustotal-key",
            R"((?i:shodan|virustotal)[\w .-]{0,24}['"`\s]{0,3}[=:>,|?]{1,3}['"`\s=:>]{0,8}([A-Za-z0-9]{64}|[A-Za-z0-9]{32})\b)",
            R"((?:shodan|virustotal))", 0.8, 3.2, judgeHashContext, nullptr, true},
    };
}

} // namespace gatehouse
