// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/secrets/judges.h"
#include "core/checks/secrets/secret_kind.h"

namespace gatehouse {

// Databases, warehouses, data pipelines and secret keepers.
SecretTable dataPlatformSecrets()
{
    return {
        {"neon-api-key", R"re(\b(napi_[a-z0-9]{50,70})\b)re", R"re(napi_)re"},
        {"xata-api-key", R"re(\b(xau_[A-Za-z0-9]{30,50})\b)re", R"re(xau_[A-Za-z0-9]{20})re"},
        {"mongodb-service-account-secret", R"re(\b(mdb_sa_sk_[\w-]{36,}))re", R"re(mdb_sa_sk_)re"},
        {"cockroachdb-cloud-key", R"re(\b(CCDB1_[A-Za-z0-9]{22}_[A-Za-z0-9]{40})\b)re", R"re(CCDB1_)re"},
        {"astra-db-token", R"re(\b(AstraCS:[A-Za-z]{24}:[a-f0-9]{64}))re", R"re(AstraCS:)re"},
        {"databricks-oauth-secret", R"re(\b(dose[a-f0-9]{32})\b)re", R"re(dose[a-f0-9]{20})re"},
        {"segment-public-api-token", R"re(\b(sgp_[A-Za-z0-9]{64})\b)re", R"re(sgp_[A-Za-z0-9]{50})re", 0.95,
            3.8},
        {"appwrite-api-key", R"re(\b(standard_[a-f0-9]{100,}))re", R"re(standard_[a-f0-9]{20})re"},
        {"tinybird-token", R"re(\b(p\.eyJ[\w-]{20,80}\.[\w-]{20,}))re", R"re(\bp\.eyJ)re", 0.95, 3.5},
        {"materialize-app-password", R"re(\b(mzp_[a-f0-9]{64})\b)re", R"re(mzp_[a-f0-9]{20})re"},
        {"dagster-cloud-token", R"re(\b((?:agent|user):[a-z0-9-]{2,40}:[a-f0-9]{32})\b)re",
            R"re((?:agent|user):[a-z0-9-]{2,40}:[a-f0-9]{32})re", 0.9, 3.2},
        {"neptune-ai-token", R"re(\b(eyJhcGlfYWRkcmVz[\w+/-]{60,}={0,2}))re", R"re(eyJhcGlfYWRkcmVz)re"},
        {"wandb-api-key", R"re(\b(wandb_v1_\w{40,}))re", R"re(wandb_v1_)re"},
        {"kaggle-key",
            R"re("username"\s{0,3}:\s{0,3}"[^"\n]{1,60}"\s{0,3},\s{0,8}"key"\s{0,3}:\s{0,3}"([a-f0-9]{32})")re",
            R"re("key"\s{0,3}:\s{0,3}"[a-f0-9]{32}")re", 0.95, 3.0},
        {"kaggle-key", R"re(\b(KGAT_[a-f0-9]{32})\b)re", R"re(KGAT_)re"},
        {"elastic-api-key",
            R"re(\b(?i:authorization)["\']?\s{0,3}[:=]\s{0,3}["\']?ApiKey\s{1,3}([A-Za-z0-9+/=_-]{40,120}={0,2}))re",
            R"re(ApiKey\s)re", 0.9, 3.5},
        {"influxdb-token",
            R"re((?i:influx)[\w .-]{0,24}[\'"`\s]{0,3}[=:>,|?]{1,3}[\'"`\s=:>]{0,8}([A-Za-z0-9_-]{86}==))re",
            R"re((?i:influx))re", 0.95, 4.0, nullptr, nullptr, false, 14},
        {"meilisearch-key",
            R"re((?i:meili)[\w .-]{0,24}[\'"`\s]{0,3}[=:>,|?]{1,3}[\'"`\s=:>]{0,8}([a-f0-9]{64})\b)re",
            R"re((?i:meili))re", 0.85, 3.0, judgeHashContext, nullptr, false, 14},
        {"ghost-admin-key", R"re(\b([a-f0-9]{24}:[a-f0-9]{64})\b)re", R"re([a-f0-9]{24}:[a-f0-9]{64})re", 0.9,
            3.2},
        {"ably-api-key", R"re(\b([A-Za-z0-9_-]{6}\.[A-Za-z0-9_-]{6}:[A-Za-z0-9_-]{43})(?:[^\w-]|$))re",
            R"re(\.[A-Za-z0-9_-]{6}:[A-Za-z0-9_-]{43})re", 0.85, 3.8, judgeMixedToken},
        {"bitwarden-token",
            R"re(\b(0\.[a-f0-9]{8}(?:-[a-f0-9]{4}){3}-[a-f0-9]{12}\.[A-Za-z0-9]{30}:[A-Za-z0-9+/]{22}==))re",
            R"re(\b0\.[a-f0-9]{8}-)re", 0.97, 3.5},
        {"keeper-one-time-token", R"re(\b((?:US|EU|AU|CA|JP|GOV):[\w-]{43})(?:[^\w-]|$))re",
            R"re((?:US|EU|AU|CA|JP|GOV):[\w-]{43})re", 0.85, 4.0, judgeMixedToken},
    };
}

} // namespace gatehouse
