// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/secrets/judges.h"
#include "core/checks/secrets/secret_kind.h"

namespace gatehouse {

// Cloud platforms. Formats from the vendors' own documentation of their key prefixes.
SecretTable cloudSecrets()
{
    return {
        {"aws-access-key-id", R"re(\b((?:AKIA|ASIA|ABIA|ACCA|A3T[A-Z0-9])[A-Z0-9]{16})\b)re",
            R"re(A(?:KIA|SIA|BIA|CCA|3T)[A-Z0-9]{6})re", 0.95, 2.5, judgeAwsKeyId},
        {"aws-secret-access-key",
            R"re((?i:(?:aws|amazon)?.?(?:secret|access).?(?:access)?.?key(?:.?id)?|aws.?secret)['"`\s]{0,3}(?:=|:|=>|,|is)['"`\s]{0,4}([A-Za-z0-9/+]{40})(?:[^A-Za-z0-9/+=]|$))re",
            R"re((?i:(?:secret|access).?(?:access)?.?key|aws.?secret))re", 0.9, 3.8, judgeHashContext,
            nullptr, false, 40},
        {"aws-session-token", R"re(\b((?:FwoGZXIvYXdz|FQoGZXIvYXdz|IQoJb3JpZ2lu)[A-Za-z0-9/+=]{60,}))re",
            R"re((?:FwoGZXIvYXdz|FQoGZXIvYXdz|IQoJb3JpZ2lu))re"},
        {"aws-bedrock-api-key",
            R"re(\b(ABSK[A-Za-z0-9+/]{60,}={0,2}|bedrock-api-key-YmVkcm9jay5hbWF6b25hd3MuY29t[A-Za-z0-9+/=%_-]*))re",
            R"re(ABSK[A-Za-z0-9+/]{9}|bedrock-api-key-YmVk)re", 0.95, 3.0},
        {"aws-mws-auth-token", R"re(\b(amzn\.mws\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}))re",
            R"re(amzn\.mws\.)re"},
        {"gcp-api-key", R"re(\b(AIza[\w-]{35}))re", R"re(AIza)re", 0.95, 3.0},
        {"gcp-oauth-client-secret", R"re(\b(GOCSPX-[\w-]{20,40}))re", R"re(GOCSPX-)re"},
        {"gcp-oauth-access-token", R"re(\b(ya29\.[\w-]{20,}))re", R"re(ya29\.)re"},
        {"gcp-oauth-refresh-token", R"re(\b(1//0[\w-]{30,}))re", R"re(1//0)re"},
        {"gcp-service-account-key", R"re("private_key_id"\s{0,4}:\s{0,4}"([0-9a-f]{40})")re",
            R"re(private_key_id)re", 0.9},
        {"azure-ad-client-secret",
            R"re((?:^|[\s'"`>=:(,])([\w~.-]{3}[0-9]Q~[\w~.-]{31,34})(?:$|[\s'"`<),;\\]))re", R"re([0-9]Q~)re",
            0.95, 3.2},
        {"azure-storage-account-key", R"re(AccountKey=([A-Za-z0-9+/]{80,88}={0,2}))re", R"re(AccountKey=)re"},
        {"azure-shared-access-signature", R"re([?&]sig=([A-Za-z0-9%+/]{40,56}(?:%3D|=)))re",
            R"re([?&]sig=)re", 0.9, 3.5},
        {"azure-function-key", R"re(\b([\w-]{36,60}AzFu[\w-]{6,12}={0,2}))re", R"re(AzFu)re", 0.9, 3.5},
        {"azure-signed-key",
            R"re(\b([A-Za-z0-9+/]{30,80}(?:\+ASt|\+ABa|\+ACR|\+AEh|\+ASb|ACDb|AzSe|AzCa|AIoT)[A-Za-z0-9+/]{5,8}={0,2}))re",
            R"re((?:\+ASt|\+ABa|\+ACR|\+AEh|\+ASb|ACDb|AzSe|AzCa|AIoT)[A-Za-z0-9+/]{5})re", 0.9, 3.8},
        {"azure-devops-token", R"re(\b([A-Za-z0-9]{76}AZDO[A-Za-z0-9]{4})\b)re", R"re(AZDO)re", 0.95, 3.5},
        {"alibaba-access-key-id", R"re(\b(LTAI[A-Za-z0-9]{12,24})\b)re", R"re(LTAI)re", 0.9, 2.8},
        {"tencent-secret-id", R"re(\b(AKID[A-Za-z0-9]{32})\b)re", R"re(AKID)re", 0.9, 3.2},
        {"yandex-api-key", R"re(\b(AQVN[\w-]{35,38}))re", R"re(AQVN)re"},
        {"yandex-iam-token", R"re(\b(t1\.[A-Z0-9a-z_-]+={0,2}\.[A-Za-z0-9_-]{20,}={0,2}))re",
            R"re(t1\.[A-Z0-9a-z_=-])re", 0.85, 3.2},
        {"yandex-aws-key", R"re(\b(YC[A-Za-z][\w-]{37})(?:[^\w-]|$))re", R"re(YC[A-Za-z][\w-]{9})re", 0.85,
            3.5},
        {"scaleway-access-key", R"re(\b(SCW[A-Z0-9]{17})\b)re", R"re(SCW[A-Z0-9]{5})re", 0.8, 2.8},
        {"exoscale-api-key", R"re(\b(EXO[a-f0-9]{24,26})\b)re", R"re(EXO[a-f0-9]{5})re"},
    };
}

} // namespace gatehouse
