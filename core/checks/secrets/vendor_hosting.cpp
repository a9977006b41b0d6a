// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/secrets/judges.h"
#include "core/checks/secrets/secret_kind.h"

namespace gatehouse {

// Hosting, content delivery and network services.
SecretTable hostingSecrets()
{
    return {
        {"digitalocean-token", R"re(\b(do[opr]_v1_[a-f0-9]{64}))re", R"re(do[opr]_v1_)re"},
        {"heroku-api-key", R"re(\b(HRKU-[\w-]{36,70}))re", R"re(HRKU-)re"},
        {"cloudflare-origin-ca-key", R"re(\b(v1\.0-[a-f0-9]{24}-[a-f0-9]{70,}))re",
            R"re(v1\.0-[a-f0-9]{6})re"},
        {"cloudflare-api-token", R"re(\b(cf[au]t_[A-Za-z0-9_-]{40}[a-f0-9]{8})\b)re", R"re(cf[au]t_)re"},
        {"flyio-access-token", R"re(\b(fo1_[\w-]{40,}|fm[12][ar]?_[A-Za-z0-9+/]{40,}={0,3}))re",
            R"re(fo1_|fm[12][ar]?_)re", 0.95, 3.5},
        {"vercel-token", R"re(\b(vc[pikacr]_[A-Za-z0-9]{24,70})\b)re", R"re(vc[pikacr]_)re", 0.9, 3.0},
        {"netlify-token", R"re(\b(nf[pcou]_[A-Za-z0-9]{36,40})\b)re", R"re(nf[pcou]_)re"},
        {"render-api-key", R"re(\b(rnd_[A-Za-z0-9]{28,40})\b)re", R"re(rnd_)re"},
        {"scalingo-token", R"re(\b(tk-us-[\w-]{48}))re", R"re(tk-us-)re"},
        {"supabase-key", R"re(\b(sbp_[a-f0-9]{40}|sb_secret_[\w-]{30,}))re",
            R"re(sbp_[a-f0-9]{5}|sb_secret_)re"},
        {"planetscale-token", R"re(\b(pscale_(?:tkn|pw|oauth)_[\w=.-]{32,64}))re", R"re(pscale_)re"},
        {"aiven-password", R"re(\b(AVNS_[\w-]{16,40}))re", R"re(AVNS_)re"},
        {"ovh-application-secret",
            R"re(\b(?i:ovh)[\w .-]{0,20}["\'`\s]{0,3}[=:]["\'`\s]{0,4}([A-Za-z0-9]{32})\b)re",
            R"re((?i:ovh))re", 0.7, 3.2, nullptr, nullptr, false, 14},
        {"deno-deploy-token", R"re(\b(dd[opw]_[A-Za-z0-9]{36})\b)re", R"re(dd[opw]_[A-Za-z0-9]{20})re"},
        {"backblaze-application-key", R"re(\b(K00[0-9][A-Za-z0-9/+]{27})(?:[^A-Za-z0-9/+]|$))re",
            R"re(K00[0-9][A-Za-z0-9/+]{20})re", 0.9, 3.3, judgeMixedToken},
        {"upcloud-token", R"re(\b(ucat_[A-Z0-9]{26})\b)re", R"re(ucat_)re"},
        {"akamai-edgegrid-token", R"re(\b(akab-[a-z0-9]{16}-[a-z0-9]{16})\b)re", R"re(akab-)re", 0.9, 3.0},
        {"dnsimple-token", R"re(\b(dnsimple_[auo]_[A-Za-z0-9]{32}))re", R"re(dnsimple_)re"},
        {"netbird-token", R"re(\b(nbp_[A-Za-z0-9]{36})\b)re", R"re(nbp_[A-Za-z0-9]{10})re"},
        {"convex-deploy-key", R"re(\b((?:prod|dev|preview):[a-z-]{3,40}[0-9]{0,4}\|[A-Za-z0-9+/=]{40,}))re",
            R"re((?:prod|dev|preview):[a-z-]{3,40}[0-9]{0,4}\|)re", 0.95, 3.5},
        {"cloudinary-url", R"re((cloudinary://[0-9]{12,18}:[\w-]{20,40}@[\w-]{1,40}))re",
            R"re(cloudinary://)re", 0.95, 3.0},
        {"imagekit-private-key", R"re(\b(private_[A-Za-z0-9+/]{27}=))re", R"re(private_[A-Za-z0-9+/]{27}=)re",
            0.95, 3.5},
        {"apify-token", R"re(\b(apify_(?:api|proxy)_[A-Za-z0-9]{30,40})\b)re", R"re(apify_(?:api|proxy)_)re"},
        {"huawei-cloud-access-key",
            R"re((?i:huawei|hwc)[\w .-]{0,24}['"`\s]{0,3}[=:]['"`\s]{0,4}([A-Z0-9]{20}|[A-Za-z0-9]{40})\b)re",
            R"re((?i:huawei|hwc))re", 0.8, 3.3, judgeMixedToken, nullptr, false, 14},
        {"volcengine-access-key", R"re(\b(AKLT[A-Za-z0-9_-]{40,50}={0,2}))re", R"re(AKLT[A-Za-z0-9_-]{20})re",
            0.95, 3.5},
        {"oracle-cloud-key", R"re((ocid1\.(?:credential|apikey|customersecretkey)\.oc[0-9]\.[\w.-]{20,}))re",
            R"re(ocid1\.(?:credential|apikey|customersecretkey))re", 0.85, 3.0},
        {"portainer-token", R"re(\b(ptr_[A-Za-z0-9+/]{40,50}={0,2}))re", R"re(ptr_[A-Za-z0-9+/]{30})re", 0.95,
            3.5, judgeMixedToken},
    };
}

} // namespace gatehouse
