// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/secrets/judges.h"
#include "core/checks/secrets/secret_kind.h"

namespace gatehouse {

// Chat, mail, telephony and social services.
SecretTable messagingSecrets()
{
    return {
        {"slack-token", R"(\b(xox[abposre](?:\.xox[bp])?-(?:[0-9]+-)*[\w-]{6,}))", R"(xox[abposre])", 0.95,
            2.5, nullptr, nullptr, true},
        {"slack-app-token", R"(\b(xapp-[0-9]-[A-Z0-9]+-[0-9]+-[a-z0-9]+))", R"(xapp-[0-9])", 0.95, 2.0,
            nullptr, nullptr, true},
        {"slack-webhook", R"((https?://hooks\.slack\.com/(?:services|workflows|triggers)/[\w+/-]{20,}))",
            R"(hooks\.slack\.com/)", 0.95, 3.0, judgeWebhook},
        {"discord-bot-token", R"(\b([MNO][A-Za-z0-9]{23,27}\.[\w-]{6}\.[\w-]{27,40}))",
            R"([MNO][A-Za-z0-9]{23,27}\.[\w-]{6}\.)", 0.95, 3.8},
        {"discord-webhook",
            R"((https://(?:ptb\.|canary\.)?discord(?:app)?\.com/api/webhooks/[0-9]{17,20}/[\w-]{60,}))",
            R"(/api/webhooks/[0-9])"},
        {"teams-webhook", R"((https://[a-z0-9-]{1,40}\.webhook\.office\.com/webhookb2/[\w@-]{20,}[\w@/.-]*))",
            R"(\.webhook\.office\.com/)", 0.95, 3.0},
        {"telegram-bot-token", R"(\b([0-9]{5,16}:A[A-Za-z0-9_-]{34})(?:[^\w-]|$))",
            R"([0-9]:A[A-Za-z0-9_-]{34})", 0.95, 3.3, nullptr, nullptr, true},
        {"twilio-api-key", R"(\b(SK[0-9a-fA-F]{32})\b)", R"(\bSK[0-9a-fA-F]{20})", 0.9, 2.8},
        {"twilio-account-sid", R"(\b(AC[0-9a-f]{32})\b)", R"(\bAC[0-9a-f]{20})", 0.65, 3.0},
        {"sendgrid-api-key", R"(\b(SG\.[\w.=-]{60,}))", R"(\bSG\.[\w.=-]{9})", 0.95, 3.5, nullptr, nullptr,
            true},
        {"sendgrid-api-key-short", R"(\b(SG\.[\w-]{20,24}\.[\w-]{39,50}))", R"(\bSG\.[\w-]{9})", 0.95, 3.5},
        {"mailgun-key", R"(\b((?:pub)?key-[a-f0-9]{32})\b)", R"(key-[a-f0-9]{20})", 0.9, 2.8},
        {"mailgun-signing-key", R"(\b([a-h0-9]{32}-[a-h0-9]{8}-[a-h0-9]{8})\b)",
            R"([a-h0-9]{8}-[a-h0-9]{8}-[a-h0-9]{8})", 0.85, 3.0},
        {"mailchimp-api-key", R"(\b([a-f0-9]{32}-us[0-9]{1,2})\b)", R"(-us[0-9])"},
        {"mandrill-api-key", R"(\b(md-[\w-]{22})(?:[^\w-]|$))", R"(\bmd-[\w-]{22})", 0.75, 3.6,
            judgeMixedToken},
        {"brevo-api-key", R"(\b(x(?:keysib|smtpsib)-[a-f0-9]{64}-[A-Za-z0-9]{16}))",
            R"(x(?:keysib|smtpsib)-)", 0.97, 3.0, nullptr, nullptr, true},
        {"resend-api-key", R"(\b(re_[A-Za-z0-9]{6,10}_[A-Za-z0-9]{20,30})\b)",
            R"(\bre_[A-Za-z0-9]{6,10}_[A-Za-z0-9]{9})", 0.85, 3.5, judgeMixedToken},
        {"facebook-access-token", R"(\b(EAA[MC][A-Za-z0-9]{60,}|[0-9]{15,16}(?:\||%7C)[\w-]{27,40}))",
            R"(EAA[MC][A-Za-z0-9]{20}|[0-9]{15}(?:\||%7C))", 0.9, 3.5, nullptr, nullptr, true},
        {"twitter-bearer-token", R"(\b(A{22}[A-Za-z0-9%]{60,120}))", R"(A{22}[A-Za-z0-9%]{20})", 0.95, 3.0,
            nullptr, nullptr, true},
        {"dropbox-token", R"(\b(sl\.(?:u\.)?[\w=-]{120,}|[a-z0-9]{11}A{10}[\w=-]{43}))",
            R"(\bsl\.[\w.=-]{30}|A{10}[\w=-]{30})", 0.9, 3.0, nullptr, nullptr, true},
        {"hubspot-token", R"(\b(pat-(?:na|eu)[0-9]-[a-f0-9]{8}(?:-[a-f0-9]{4}){3}-[a-f0-9]{12})\b)",
            R"(pat-(?:na|eu)[0-9]-)"},
        {"salesforce-token", R"(\b(00D[A-Za-z0-9]{12,15}![\w.]{80,}))", R"(00D[A-Za-z0-9]{12,15}!)", 0.95,
            3.5},
        {"mattermost-webhook", R"((https?://[\w.-]{3,60}/hooks/[a-z0-9]{26})\b)", R"(/hooks/[a-z0-9]{26})",
            0.8, 3.2},
        {"google-chat-webhook",
            R"((https://chat\.googleapis\.com/v1/spaces/[\w-]{6,20}/messages\?key=[\w-]{30,}[\w&=%-]*))",
            R"(chat\.googleapis\.com/v1/spaces/)"},
        {"zapier-webhook", R"((https://hooks\.zapier\.com/hooks/catch/[0-9]{4,}/[a-z0-9]{5,}))",
            R"(hooks\.zapier\.com/)", 0.8, 2.5},
        {"linkedin-or-oauth-token", R"(\b(AQ[A-Z][\w-]{80,}))", R"(\bAQ[A-Z][\w-]{50})", 0.7, 4.0,
            judgeMixedToken},
    };
}

} // namespace gatehouse
