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
        {"github-token", R"(\b(gh[pousr]_[A-Za-z0-9]{36})\b)", R"(gh[pousr]_[A-Za-z0-9]{8})", 0.95, 2.8,
            judgeCrcToken},
        {"github-fine-grained-token", R"(\b(github_pat_\w{22,}))", R"(github_pat_)"},
        {"gitlab-token", R"(\b(gl(?:pat|dt|cbt|ptt|ft|imt|agent|oas|soat|ffct|rt|rtr|wt)-[\w.-]{20,}))",
            R"(gl(?:pat|dt|cbt|ptt|ft|imt|agent|oas|soat|ffct|rt|rtr|wt)-)", 0.95, 2.8},
        {"gitlab-runner-registration-token", R"(\b(GR1348941[\w-]{20}))", R"(GR1348941)"},
        {"gitlab-session-cookie", R"(_gitlab_session=([0-9a-z]{32}))", R"(_gitlab_session=)"},
        {"bitbucket-app-password", R"(\b(ATBB[A-Za-z0-9]{24,36})\b)", R"(ATBB)"},
        {"atlassian-api-token", R"(\b(AT(?:ATT|CTT)3[\w=-]{50,}))", R"(AT(?:ATT|CTT)3)"},
        {"npm-access-token", R"(\b(npm_[A-Za-z0-9]{36})\b)", R"(npm_[A-Za-z0-9]{10})", 0.95, 2.8,
            judgeCrcToken},
        {"pypi-upload-token", R"(\b(pypi-AgE[\w-]{40,}))", R"(pypi-AgE)"},
        {"rubygems-api-key", R"(\b(rubygems_[a-f0-9]{48})\b)", R"(rubygems_)"},
        {"nuget-api-key", R"(\b(oy2[a-z0-9]{43})\b)", R"(oy2[a-z0-9]{9})", 0.9, 3.0},
        {"nuget-config-password",
            R"((?i)<add key=["'](?:ClearText)?Password["']\s{0,8}value=["']([^"'\s<>]{6,})["'])",
            R"(<add key=["'](?:ClearText)?Password)", 0.75, 2.0, judgeLoosePassword, nullptr, true},
        {"docker-hub-token", R"(\b(dckr_(?:pat|oat)_[\w-]{20,}))", R"(dckr_)"},
        {"crates-io-token", R"(\b(cio[A-Za-z0-9]{32})\b)", R"(\bcio[A-Za-z0-9]{32})", 0.85, 3.5,
            judgeMixedToken},
        {"clojars-token", R"(\b(CLOJARS_[a-z0-9]{60})\b)", R"(CLOJARS_)", 0.95, 3.0, nullptr, nullptr, true},
        {"artifactory-api-key", R"(\b(AKCp[A-Za-z0-9]{69})\b)", R"(AKCp)", 0.95, 3.5},
        {"artifactory-reference-token", R"(\b(cmVmd[A-Za-z0-9]{59})\b)", R"(cmVmd)", 0.95, 3.5},
        {"sonar-token", R"(\b(sq[pua]_[a-z0-9]{40})\b)", R"(sq[pua]_)", 0.95, 3.0, nullptr, nullptr, true},
        {"sourcegraph-token",
            R"(\b(sgp_(?:(?:[A-Fa-f0-9]{16}|local)_)?[A-Fa-f0-9]{40}|slk_[A-Fa-f0-9]{64}|sgph_[\w-]{40,}))",
            R"(sgp_|slk_[A-Fa-f0-9]{6}|sgph_)", 0.95, 2.8},
        {"postman-api-key", R"(\b(PMAK-[A-Fa-f0-9]{24}-[A-Fa-f0-9]{34}))", R"(PMAK-)"},
        {"readme-api-key", R"(\b(rdme_[a-z0-9]{70}))", R"(rdme_)", 0.95, 3.0, nullptr, nullptr, true},
        {"launchdarkly-key",
            R"(\b((?:api|sdk|mob)-[a-f0-9]{8}-[a-f0-9]{4}-4[a-f0-9]{3}-[a-f0-9]{4}-[a-f0-9]{12})\b)",
            R"((?:api|sdk|mob)-[a-f0-9]{8}-)", 0.9, 3.0},
        {"jetbrains-token", R"(\b(perm[:-][\w=+/-]{8,}\.[\w=+/-]{2,}\.[\w=+/-]{20,}))", R"(\bperm[:-])", 0.9,
            3.0},
        {"figma-token", R"(\b(fig[duo]r?_[\w-]{36,}))", R"(fig[duo]r?_)"},
        {"linear-api-key", R"(\b(lin_(?:api|oauth)_[A-Za-z0-9]{32,64})\b)", R"(lin_(?:api|oauth)_)"},
        {"notion-token", R"(\b(ntn_[A-Za-z0-9]{40,50}|secret_[A-Za-z0-9]{43})\b)",
            R"(ntn_[A-Za-z0-9]{6}|secret_[A-Za-z0-9]{43})", 0.95, 3.0},
        {"airtable-token", R"(\b(pat[A-Za-z0-9]{14}\.[a-f0-9]{64})\b)", R"(\bpat[A-Za-z0-9]{14}\.)"},
        {"clickup-token", R"(\b(pk_[0-9]{6,10}_[A-Z0-9]{32})\b)", R"(pk_[0-9]{6})"},
        {"trello-token", R"(\b(ATTA[a-f0-9]{64}))", R"(ATTA[a-f0-9]{6})"},
        {"contentful-token", R"(\b(CFPAT-[\w-]{43}))", R"(CFPAT-)"},
        {"typeform-token", R"(\b(tfp_[\w.=-]{40,60}))", R"(tfp_)"},
        {"frameio-token", R"(\b(fio-u-[\w=-]{60,66}))", R"(fio-u-)"},
        {"snyk-service-token", R"(\b(snyk_[us]at\.[a-f0-9]{8}\.[\w-]{40,}))", R"(snyk_[us]at\.)"},
        {"asana-token", R"(\b([12]/[0-9]{16}(?:/[0-9]{16})?:[a-f0-9]{32})\b)", R"([12]/[0-9]{16})"},
        {"artifact-registry-refresh-token", R"(\b(ghcr_[A-Za-z0-9]{36})\b)", R"(ghcr_)"},
        {"gatehouse-virtual-key", R"(\b(gthk_[0-9A-Za-z]{12}_[0-9A-Za-z]{49})\b)", R"(gthk_)", 0.99, 2.5,
            judgeVirtualKey},
    };
}

} // namespace gatehouse
