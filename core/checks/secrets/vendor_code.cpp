// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/secrets/judges.h"
#include "core/checks/secrets/secret_kind.h"
#include "core/checks/secrets/token_checksum.h"

namespace gatehouse {

// Code hosting, package registries and developer tools.
SecretTable codeHostSecrets()
{
    return {
        {"github-token", R"re(\b(gh[pousr]_[A-Za-z0-9]{36})\b)re", R"re(gh[pousr]_[A-Za-z0-9]{8})re", 0.95,
            2.8, judgeCrcToken},
        {"github-app-token", R"re(\b(gh[su]_[0-9]{1,12}_eyJ[\w-]{20,}(?:\.[\w-]*){0,2}))re",
            R"re(gh[su]_[0-9]{1,12}_eyJ)re"},
        {"github-fine-grained-token", R"re(\b(github_pat_\w{22,}))re", R"re(github_pat_)re"},
        {"gitlab-token", R"re(\b(gl(?:pat|dt|cbt|ptt|ft|imt|agent|oas|soat|ffct|rt|rtr|wt)-[\w.-]{20,}))re",
            R"re(gl(?:pat|dt|cbt|ptt|ft|imt|agent|oas|soat|ffct|rt|rtr|wt)-)re", 0.95, 2.8},
        {"gitlab-runner-registration-token", R"re(\b(GR1348941[\w-]{20}))re", R"re(GR1348941)re"},
        {"gitlab-session-cookie", R"re(_gitlab_session=([0-9a-z]{32}))re", R"re(_gitlab_session=)re"},
        {"bitbucket-app-password", R"re(\b(ATBB[A-Za-z0-9]{24,36})\b)re", R"re(ATBB)re"},
        {"atlassian-api-token", R"re(\b(AT(?:ATT|CTT)3[\w=-]{50,}))re", R"re(AT(?:ATT|CTT)3)re"},
        {"npm-access-token", R"re(\b(npm_[A-Za-z0-9]{36})\b)re", R"re(npm_[A-Za-z0-9]{10})re", 0.95, 2.8,
            judgeCrcToken},
        {"pypi-upload-token", R"re(\b(pypi-AgE[\w-]{40,}))re", R"re(pypi-AgE)re"},
        {"rubygems-api-key", R"re(\b(rubygems_[a-f0-9]{48})\b)re", R"re(rubygems_)re"},
        {"nuget-api-key", R"re(\b(oy2[a-z0-9]{43})\b)re", R"re(oy2[a-z0-9]{9})re", 0.9, 3.0},
        {"nuget-config-password",
            R"re((?i)<add key=["'](?:ClearText)?Password["']\s{0,8}value=["']([^"'\s<>]{6,})["'])re",
            R"re(<add key=["'](?:ClearText)?Password)re", 0.75, 2.0, judgeLoosePassword, nullptr, true},
        {"docker-hub-token", R"re(\b(dckr_(?:pat|oat)_[\w-]{20,}))re", R"re(dckr_)re"},
        {"crates-io-token", R"re(\b(cio[A-Za-z0-9]{32})\b)re", R"re(\bcio[A-Za-z0-9]{32})re", 0.85, 3.5,
            judgeMixedToken},
        {"clojars-token", R"re(\b(CLOJARS_[a-z0-9]{60})\b)re", R"re(CLOJARS_)re", 0.95, 3.0, nullptr, nullptr,
            true},
        {"artifactory-api-key", R"re(\b(AKCp[A-Za-z0-9]{69})\b)re", R"re(AKCp)re", 0.95, 3.5},
        {"artifactory-reference-token", R"re(\b(cmVmd[A-Za-z0-9]{59})\b)re", R"re(cmVmd)re", 0.95, 3.5},
        {"sonar-token", R"re(\b(sq[pua]_[a-z0-9]{40})\b)re", R"re(sq[pua]_)re", 0.95, 3.0, nullptr, nullptr,
            true},
        {"sourcegraph-token",
            R"re(\b(sgp_(?:(?:[A-Fa-f0-9]{16}|local)_)?[A-Fa-f0-9]{40}|slk_[A-Fa-f0-9]{64}|sgph_[\w-]{40,}))re",
            R"re(sgp_|slk_[A-Fa-f0-9]{6}|sgph_)re", 0.95, 3.1},
        {"postman-api-key", R"re(\b(PMAK-[A-Fa-f0-9]{24}-[A-Fa-f0-9]{34}))re", R"re(PMAK-)re"},
        {"readme-api-key", R"re(\b(rdme_[a-z0-9]{70}))re", R"re(rdme_)re", 0.95, 3.0, nullptr, nullptr, true},
        {"launchdarkly-key",
            R"re(\b((?:api|sdk|mob)-[a-f0-9]{8}-[a-f0-9]{4}-4[a-f0-9]{3}-[a-f0-9]{4}-[a-f0-9]{12})\b)re",
            R"re((?:api|sdk|mob)-[a-f0-9]{8}-)re", 0.9, 3.0},
        {"jetbrains-token", R"re(\b(perm[:-][\w=+/-]{8,}\.[\w=+/-]{2,}\.[\w=+/-]{20,}))re",
            R"re(\bperm[:-])re", 0.9, 3.0},
        {"figma-token", R"re(\b(fig[duo]r?_[\w-]{36,}))re", R"re(fig[duo]r?_)re"},
        {"linear-api-key", R"re(\b(lin_(?:api|oauth)_[A-Za-z0-9]{32,64})\b)re", R"re(lin_(?:api|oauth)_)re"},
        {"notion-token", R"re(\b(ntn_[0-9]{11}[A-Za-z0-9]{35}|secret_[A-Za-z0-9]{43})\b)re",
            R"re(ntn_[A-Za-z0-9]{6}|secret_[A-Za-z0-9]{43})re", 0.95, 3.0},
        {"airtable-token", R"re(\b(pat[A-Za-z0-9]{14}\.[a-f0-9]{64})\b)re", R"re(\bpat[A-Za-z0-9]{14}\.)re"},
        {"clickup-token", R"re(\b(pk_[0-9]{6,10}_[A-Z0-9]{32})\b)re", R"re(pk_[0-9]{6})re"},
        {"trello-token", R"re(\b(ATTA[a-f0-9]{64}))re", R"re(ATTA[a-f0-9]{6})re"},
        {"contentful-token", R"re(\b(CFPAT-[\w-]{43}))re", R"re(CFPAT-)re"},
        {"typeform-token", R"re(\b(tfp_[\w.=-]{40,60}))re", R"re(tfp_)re"},
        {"frameio-token", R"re(\b(fio-u-[\w=-]{60,66}))re", R"re(fio-u-)re"},
        {"snyk-service-token", R"re(\b(snyk_[us]at\.[a-f0-9]{8}\.[\w-]{40,}))re", R"re(snyk_[us]at\.)re"},
        {"asana-token", R"re(\b([12]/[0-9]{16}(?:/[0-9]{16})?:[a-f0-9]{32})\b)re", R"re([12]/[0-9]{16})re"},
        {"gatehouse-virtual-key", R"re(\b(gthk_[0-9A-Za-z]{12}_[0-9A-Za-z]{49})\b)re", R"re(gthk_)re", 0.99,
            2.5, judgeVirtualKey},
    };
}

} // namespace gatehouse
