// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/secrets/judges.h"
#include "core/checks/secrets/secret_kind.h"

namespace gatehouse {

// Cloud platforms and hosting. Formats from the vendors' own documentation of their key prefixes.
SecretTable cloudSecrets()
{
    return
    {
        {"aws-access-key-id", R"(\b((?:AKIA|ASIA|ABIA|ACCA|A3T[A-Z0-9])[A-Z0-9]{16})\b)", R"(A(?:KIA|SIA|BIA|CCA|3T)[A-Z0-9]{6})"},
        {"aws-secret-access-key", R"((?i:(?:aws|amazon)?.?(?:secret|access).?(?:access)?.?key(?:.?id)?|aws.?secret)['"`\s]{0,3}(?:=|:|=>|,|is)['"`\s]{0,4}([A-Za-z0-9/+]{40})(?:[^A-Za-z0-9/+=]|$))", R"([=:>,s]['"`\s]{0,4}[A-Za-z0-9/+]{40})", 0.9, 3.8, judgeHashContext},
        {"aws-session-token", R"(\b((?:FwoGZXIvYXdz|FQoGZXIvYXdz|IQoJb3JpZ2lu)[A-Za-z0-9/+=]{60,}))", R"((?:FwoGZXIvYXdz|FQoGZXIvYXdz|IQoJb3JpZ2lu))"},
        {"aws-bedrock-api-key", R"(\b(ABSK[A-Za-z0-9+/]{60,}={0,2}|bedrock-api-key-YmVkcm9jay5hbWF6b25hd3MuY29t[A-Za-z0-9+/=%_-]*))", R"(ABSK[A-Za-z0-9+/]{9}|bedrock-api-key-YmVk)", 0.95, 3.0},
        {"aws-mws-auth-token", R"(\b(amzn\.mws\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}))", R"(amzn\.mws\.)"},
        {"gcp-api-key", R"(\b(AIza[\w-]{35}))", R"(AIza)", 0.95, 3.0},
        {"gcp-oauth-client-secret", R"(\b(GOCSPX-[\w-]{20,40}))", R"(GOCSPX-)"},
        {"gcp-oauth-access-token", R"(\b(ya29\.[\w-]{20,}))", R"(ya29\.)"},
        {"gcp-oauth-refresh-token", R"(\b(1//0[\w-]{30,}))", R"(1//0)"},
        {"gcp-service-account-key", R"("private_key_id"\s{0,4}:\s{0,4}"([0-9a-f]{40})")", R"(private_key_id)", 0.9},
        {"azure-ad-client-secret", R"((?:^|[\s'"`>=:(,])([\w~.-]{3}[0-9]Q~[\w~.-]{31,34})(?:$|[\s'"`<),;\\]))", R"([0-9]Q~)", 0.95, 3.2},
        {"azure-storage-account-key", R"(AccountKey=([A-Za-z0-9+/]{80,88}={0,2}))", R"(AccountKey=)"},
        {"azure-shared-access-signature", R"([?&]sig=([A-Za-z0-9%+/]{40,56}(?:%3D|=)))", R"([?&]sig=)", 0.9, 3.5},
        {"azure-function-key", R"(\b([\w-]{36,60}AzFu[\w-]{6,12}={0,2}))", R"(AzFu)", 0.9, 3.5},
        {"azure-signed-key", R"(\b([A-Za-z0-9+/]{30,80}(?:\+ASt|\+ABa|\+ACR|\+AEh|\+ASb|ACDb|AzSe|AzCa|AIoT)[A-Za-z0-9+/]{5,8}={0,2}))", R"((?:\+ASt|\+ABa|\+ACR|\+AEh|\+ASb|ACDb|AzSe|AzCa|AIoT)[A-Za-z0-9+/]{5})", 0.9, 3.8},
        {"azure-devops-token", R"(\b([A-Za-z0-9]{76}AZDO[A-Za-z0-9]{4})\b)", R"(AZDO)", 0.95, 3.5},
        {"alibaba-access-key-id", R"(\b(LTAI[A-Za-z0-9]{12,24})\b)", R"(LTAI)", 0.9, 2.8},
        {"tencent-secret-id", R"(\b(AKID[A-Za-z0-9]{32})\b)", R"(AKID)", 0.9, 3.2},
        {"yandex-api-key", R"(\b(AQVN[\w-]{35,38}))", R"(AQVN)"},
        {"yandex-iam-token", R"(\b(t1\.[A-Z0-9a-z_-]+={0,2}\.[A-Za-z0-9_-]{20,}={0,2}))", R"(t1\.[A-Z0-9a-z_=-])", 0.85, 3.2},
        {"yandex-aws-key", R"(\b(YC[A-Za-z][\w-]{37})(?:[^\w-]|$))", R"(YC[A-Za-z][\w-]{9})", 0.85, 3.5},
        {"digitalocean-token", R"(\b(do[opr]_v1_[a-f0-9]{64}))", R"(do[opr]_v1_)"},
        {"heroku-api-key", R"(\b(HRKU-[\w-]{36,70}))", R"(HRKU-)"},
        {"cloudflare-origin-ca-key", R"(\b(v1\.0-[a-f0-9]{24}-[a-f0-9]{70,}))", R"(v1\.0-[a-f0-9]{6})"},
        {"cloudflare-api-token", R"(\b(cf[auk]t_[A-Za-z0-9_-]{36,60}))", R"(cf[auk]t_)"},
        {"scaleway-access-key", R"(\b(SCW[A-Z0-9]{17})\b)", R"(SCW[A-Z0-9]{5})", 0.8, 2.8},
        {"exoscale-api-key", R"(\b(EXO[a-f0-9]{24,26})\b)", R"(EXO[a-f0-9]{5})"},
        {"flyio-access-token", R"(\b(fo1_[\w-]{40,}|fm[12][ar]?_[A-Za-z0-9+/]{40,}={0,3}))", R"(fo1_|fm[12][ar]?_)", 0.95, 3.5},
        {"vercel-token", R"(\b(vc[pikacr]_[A-Za-z0-9]{24,70})\b)", R"(vc[pikacr]_)", 0.9, 3.0},
        {"netlify-token", R"(\b(nf[pcou]_[A-Za-z0-9]{36,40})\b)", R"(nf[pcou]_)"},
        {"render-api-key", R"(\b(rnd_[A-Za-z0-9]{28,40})\b)", R"(rnd_)"},
        {"scalingo-token", R"(\b(tk-us-[\w-]{48}))", R"(tk-us-)"},
        {"supabase-key", R"(\b(sbp_[a-f0-9]{40}|sb_secret_[\w-]{30,}))", R"(sbp_[a-f0-9]{5}|sb_secret_)"},
        {"planetscale-token", R"(\b(pscale_(?:tkn|pw|oauth)_[\w=.-]{32,64}))", R"(pscale_)"},
        {"aiven-password", R"(\b(AVNS_[\w-]{16,40}))", R"(AVNS_)"},
        {"ovh-application-secret", R"(\b(?i:ovh)[\w .-]{0,20}["\'`\s]{0,3}[=:]["\'`\s]{0,4}([A-Za-z0-9]{32})\b)", R"([Oo][Vv][Hh])", 0.7, 3.2},
    };
    }

} // namespace gatehouse
