// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/secrets/judges.h"
#include "core/checks/secrets/secret_kind.h"
#include "core/checks/secrets/token_checksum.h"

namespace gatehouse {

// Secret stores, build, monitoring and network tools.
SecretTable infrastructureSecrets()
{
    return {
        {"1password-service-account-token", R"re(\b(ops_eyJ[A-Za-z0-9+/_-]{80,}={0,3}))re", R"re(ops_eyJ)re",
            0.97, 3.5},
        {"1password-secret-key",
            R"re(\b(A3-[A-Z0-9]{6}-(?:[A-Z0-9]{11}|[A-Z0-9]{6}-[A-Z0-9]{5})(?:-[A-Z0-9]{5}){3})\b)re",
            R"re(A3-[A-Z0-9]{6}-)re", 0.95, 3.0},
        {"hashicorp-vault-token", R"re(\b(hv[sbr]\.[\w-]{24,}))re", R"re(hv[sbr]\.[\w-]{6})re", 0.95, 3.2},
        {"hashicorp-vault-legacy-token", R"re(\b(s\.[A-Za-z0-9]{24})(?:[^A-Za-z0-9]|$))re",
            R"re(\bs\.[A-Za-z0-9]{24})re", 0.75, 3.4, judgeMixedToken},
        {"hashicorp-terraform-token", R"re(\b([A-Za-z0-9]{14}\.atlasv1\.[\w=-]{50,}))re",
            R"re(\.atlasv1\.)re", 0.97, 3.2},
        {"pulumi-access-token", R"re(\b(pul-[a-f0-9]{40})\b)re", R"re(pul-)re"},
        {"doppler-token", R"re(\b(dp\.(?:pt|st|ct|sa|scim|audit)\.[\w.-]{40,64}))re", R"re(dp\.[psca])re"},
        {"infisical-token", R"re(\b(st\.[a-f0-9]{24}\.[a-f0-9]{32}\.[a-f0-9]{32}))re",
            R"re(\bst\.[a-f0-9]{8})re"},
        {"tailscale-key", R"re((?:^|[^a-z])(tskey-[a-z]+-[A-Za-z0-9]{8,}(?:-[A-Za-z0-9]{16,})?))re",
            R"re(tskey-)re", 0.95, 1.5},
        {"defined-networking-token", R"re(\b(dnkey-[a-z0-9=_-]{26}-[a-z0-9=_-]{52}))re", R"re(dnkey-)re",
            0.95, 3.0, nullptr, nullptr, true},
        {"databricks-token", R"re(\b(dapi[a-f0-9]{32}(?:-[0-9])?)(?:[^a-f0-9]|$))re",
            R"re(dapi[a-f0-9]{8})re", 0.95, 3.0, nullptr, nullptr, true},
        {"confluent-cloud-key", R"re(\b(cflt[A-Za-z0-9+/]{40,64}))re", R"re(cflt[A-Za-z0-9]{6})re", 0.9, 3.5},
        {"clickhouse-cloud-secret", R"re(\b(4b1d[A-Za-z0-9]{38})\b)re", R"re(4b1d)re", 0.85, 3.8},
        {"prefect-api-key", R"re(\b(pn[ub]_[A-Za-z0-9]{36})\b)re", R"re(pn[ub]_)re"},
        {"dbt-cloud-token", R"re(\b(dbt[cu]_[A-Za-z0-9]{30,48}))re", R"re(dbt[cu]_)re"},
        {"grafana-service-account-token", R"re(\b(glsa_[A-Za-z0-9]{32}_[A-Fa-f0-9]{8}))re", R"re(glsa_)re"},
        {"grafana-cloud-token", R"re(\b(glc_[A-Za-z0-9+/]{32,}={0,3}))re", R"re(glc_)re", 0.95, 3.0},
        {"grafana-api-key", R"re(\b(eyJrIjoi[A-Za-z0-9+/_-]{50,}={0,3}))re", R"re(eyJrIjoi)re", 0.95, 3.5},
        {"new-relic-user-key", R"re(\b(NRAK-[A-Z0-9]{27})\b)re", R"re(NRAK-)re", 0.95, 3.0, nullptr, nullptr,
            true},
        {"new-relic-browser-key", R"re(\b(NRJS-[a-f0-9]{19})\b)re", R"re(NRJS-)re", 0.9, 3.0, nullptr,
            nullptr, true},
        {"new-relic-insert-key", R"re(\b(NRI[IQ]-[A-Za-z0-9_-]{32}))re", R"re(NRI[IQ]-)re", 0.95, 3.0,
            nullptr, nullptr, true},
        {"sentry-token", R"re(\b(sntry[sua]_(?:[a-f0-9]{64}|[A-Za-z0-9+/=_]{60,})))re", R"re(sntry[sua]_)re"},
        {"dynatrace-token", R"re(\b(dt0[a-z][0-9]{2}\.[A-Z0-9]{24}\.[A-Z0-9]{64}))re",
            R"re(dt0[a-z][0-9]{2}\.)re", 0.97, 3.2, nullptr, nullptr, true},
        {"honeycomb-key", R"re(\b(hc[abx][im]k_[a-z0-9]{40,64}))re", R"re(hc[abx][im]k_)re"},
        {"elastic-serverless-key", R"re(\b(essu_[A-Za-z0-9+/_-]{40,}={0,2}))re", R"re(essu_)re"},
        {"posthog-key", R"re(\b(ph[xs]_[A-Za-z0-9]{32,56})\b)re", R"re(ph[xs]_)re"},
        {"harness-token", R"re(\b((?:pat|sat)\.[\w-]{22}\.[A-Za-z0-9]{24}\.[A-Za-z0-9]{20}))re",
            R"re(\b(?:pat|sat)\.[\w-]{22}\.)re"},
        {"octopus-deploy-key", R"re((?:^|[\s"'`=:(,>])(API-[A-Z0-9]{26})\b)re", R"re(\bAPI-[A-Z0-9]{9})re",
            0.85, 3.0},
        {"openshift-token", R"re(\b(sha256~[\w-]{43}))re", R"re(sha256~)re", 0.95, 3.0},
        {"rancher-token", R"re(\b(token-[a-z0-9]{5}:[a-z0-9]{54})\b)re", R"re(token-[a-z0-9]{5}:)re"},
        {"age-secret-key", R"re(\b(AGE-SECRET-KEY-1[A-Z0-9]{58}))re", R"re(AGE-SECRET-KEY-1)re", 0.97, 3.0,
            judgeBech32},
        {"circleci-token", R"re(\b(CCI(?:PAT|PRJ)_[A-Za-z0-9]{20,24}_[a-f0-9]{40}))re",
            R"re(CCI(?:PAT|PRJ)_)re"},
        {"buildkite-token", R"re(\b(bk(?:ua|ct|pt)_[a-f0-9]{40})\b)re", R"re(bk(?:ua|ct|pt)_)re"},
        {"sidekiq-enterprise-credential",
            R"re((?:BUNDLE_(?:ENTERPRISE|GEMS)__CONTRIBSYS__COM[\w .-]{0,20}['"`\s]{0,3}[=:>,|?]{1,3}['"`\s=:>]{0,8}|https?://)([a-f0-9]{8}:[a-f0-9]{8})\b)re",
            R"re([a-f0-9]{8}:[a-f0-9]{8})re", 0.85, 1.5, nullptr, nullptr, true},
        {"maxmind-license-key", R"re(\b([A-Za-z0-9]{6}_[A-Za-z0-9]{29}_mmk)\b)re", R"re(_mmk)re"},
        {"infracost-api-key", R"re((?:^|[^.\w-])(ico-[A-Za-z0-9]{32})\b)re", R"re(\bico-)re"},
        {"authress-access-key",
            R"re(\b((?:sc|ext|scauth|authress)_[a-z0-9]{5,30}\.[a-z0-9]{4,6}\.acc[_-][a-z0-9-]{10,32}\.[a-z0-9+/_=-]{20,}))re",
            R"re(\.acc[_-])re", 0.95, 3.0, nullptr, nullptr, true},
    };
}

} // namespace gatehouse
