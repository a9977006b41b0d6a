// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/secrets/judges.h"
#include "core/checks/secrets/secret_kind.h"

namespace gatehouse {

// Chat, mail, telephony and social services.
SecretTable messagingSecrets()
{
    return {
        {"slack-token", R"re(\b(xox[abposre](?:\.xox[bp])?-(?:[0-9]+-)*[\w-]{6,}))re", R"re(xox[abposre])re",
            0.95, 2.5, nullptr, nullptr, true},
        {"slack-app-token", R"re(\b(xapp-[0-9]-[A-Z0-9]+-[0-9]+-[a-z0-9]+))re", R"re(xapp-[0-9])re", 0.95,
            2.0, nullptr, nullptr, true},
        {"slack-webhook", R"re((https?://hooks\.slack\.com/(?:services|workflows|triggers)/[\w+/-]{20,}))re",
            R"re(hooks\.slack\.com/)re", 0.95, 3.0, judgeWebhook},
        {"discord-bot-token", R"re(\b([MNO][A-Za-z0-9]{23,27}\.[\w-]{6}\.[\w-]{27,40}))re",
            R"re([MNO][A-Za-z0-9]{23,27}\.[\w-]{6}\.)re", 0.95, 3.8},
        {"discord-webhook",
            R"re((https://(?:ptb\.|canary\.)?discord(?:app)?\.com/api/webhooks/[0-9]{17,20}/[\w-]{60,}))re",
            R"re(/api/webhooks/[0-9])re"},
        {"teams-webhook",
            R"re((https://[a-z0-9-]{1,40}\.webhook\.office\.com/webhookb2/[\w@-]{20,}[\w@/.-]*))re",
            R"re(\.webhook\.office\.com/)re", 0.95, 3.0},
        {"telegram-bot-token", R"re(\b([0-9]{5,16}:A[A-Za-z0-9_-]{34})(?:[^\w-]|$))re",
            R"re([0-9]:A[A-Za-z0-9_-]{34})re", 0.95, 3.3, nullptr, nullptr, true},
        {"twilio-api-key", R"re(\b(SK[0-9a-fA-F]{32})\b)re", R"re(\bSK[0-9a-fA-F]{20})re", 0.9, 2.8},
        {"twilio-account-sid", R"re(\b(AC[0-9a-f]{32})\b)re", R"re(\bAC[0-9a-f]{20})re", 0.65, 3.0},
        {"sendgrid-api-key", R"re(\b(SG\.[\w.=-]{60,}))re", R"re(\bSG\.[\w.=-]{9})re", 0.95, 3.5, nullptr,
            nullptr, true},
        {"sendgrid-api-key", R"re(\b(SG\.[\w-]{20,24}\.[\w-]{39,50}))re", R"re(\bSG\.[\w-]{9})re", 0.95, 3.5},
        {"mailgun-key", R"re(\b((?:pub)?key-[a-f0-9]{32})\b)re", R"re(key-[a-f0-9]{20})re", 0.9, 2.8},
        {"mailgun-signing-key", R"re(\b([a-h0-9]{32}-[a-h0-9]{8}-[a-h0-9]{8})\b)re",
            R"re([a-h0-9]{8}-[a-h0-9]{8}-[a-h0-9]{8})re", 0.85, 3.0},
        {"mailchimp-api-key", R"re(\b([a-f0-9]{32}-us[0-9]{1,2})\b)re", R"re(-us[0-9])re"},
        {"mandrill-api-key", R"re(\b(md-[\w-]{22})(?:[^\w-]|$))re", R"re(\bmd-[\w-]{22})re", 0.75, 3.6,
            judgeMixedToken},
        {"brevo-api-key", R"re(\b(x(?:keysib|smtpsib)-[a-f0-9]{64}-[A-Za-z0-9]{16}))re",
            R"re(x(?:keysib|smtpsib)-)re", 0.97, 3.0, nullptr, nullptr, true},
        {"resend-api-key", R"re(\b(re_[A-Za-z0-9]{6,10}_[A-Za-z0-9]{20,30})\b)re",
            R"re(\bre_[A-Za-z0-9]{6,10}_[A-Za-z0-9]{9})re", 0.85, 3.5, judgeMixedToken},
        {"facebook-access-token",
            R"re(\b((?-i:EAA[MC])[A-Za-z0-9]{60,}|[0-9]{15,16}(?:\||%7C)[\w-]{27,40}))re",
            R"re((?-i:EAA[MC])[A-Za-z0-9]{20}|[0-9]{15}(?:\||%7C))re", 0.9, 3.5, nullptr, nullptr, true},
        {"twitter-bearer-token", R"re(\b(A{22}[A-Za-z0-9%]{60,120}))re", R"re(A{22}[A-Za-z0-9%]{20})re", 0.95,
            3.0, nullptr, nullptr, true},
        {"dropbox-token", R"re(\b(sl\.(?:u\.)?[\w=-]{120,}|[a-z0-9]{11}A{10}[\w=-]{43}))re",
            R"re(\bsl\.[\w.=-]{30}|A{10}[\w=-]{30})re", 0.9, 3.0, nullptr, nullptr, true},
        {"hubspot-token", R"re(\b(pat-(?:na|eu)[0-9]-[a-f0-9]{8}(?:-[a-f0-9]{4}){3}-[a-f0-9]{12})\b)re",
            R"re(pat-(?:na|eu)[0-9]-)re"},
        {"salesforce-token", R"re(\b(00D[A-Za-z0-9]{12,15}![\w.]{80,}))re", R"re(00D[A-Za-z0-9]{12,15}!)re",
            0.95, 3.5},
        {"mattermost-webhook", R"re((https?://[\w.-]{3,60}/hooks/[a-z0-9]{26})\b)re",
            R"re(/hooks/[a-z0-9]{26})re", 0.8, 3.2},
        {"google-chat-webhook",
            R"re((https://chat\.googleapis\.com/v1/spaces/[\w-]{6,20}/messages\?key=[\w-]{30,}[\w&=%-]*))re",
            R"re(chat\.googleapis\.com/v1/spaces/)re"},
        {"zapier-webhook", R"re((https://hooks\.zapier\.com/hooks/catch/[0-9]{4,}/[a-z0-9]{5,}))re",
            R"re(hooks\.zapier\.com/)re", 0.8, 2.5},
        {"linkedin-access-token", R"re(\b(AQ[A-Z][\w-]{80,}))re", R"re(\bAQ[A-Z][\w-]{50})re", 0.7, 4.0,
            judgeMixedToken},
    };
}

} // namespace gatehouse
