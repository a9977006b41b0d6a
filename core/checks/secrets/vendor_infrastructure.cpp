// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/secrets/judges.h"
#include "core/checks/secrets/secret_kind.h"

namespace gatehouse {

// Secret stores, build, monitoring and network tools.
SecretTable infrastructureSecrets()
{
    return {
        {"1password-service-account-token", R"(\b(ops_eyJ[A-Za-z0-9+/_-]{80,}={0,3}))", R"(ops_eyJ)", 0.97,
            3.5},
        {"1password-secret-key",
            R"(\b(A3-[A-Z0-9]{6}-(?:[A-Z0-9]{11}|[A-Z0-9]{6}-[A-Z0-9]{5})(?:-[A-Z0-9]{5}){3})\b)",
            R"(A3-[A-Z0-9]{6}-)", 0.95, 3.0},
        {"hashicorp-vault-token", R"(\b(hv[sbr]\.[\w-]{24,}))", R"(hv[sbr]\.[\w-]{6})", 0.95, 3.2},
        {"hashicorp-vault-legacy-token", R"(\b(s\.[A-Za-z0-9]{24})(?:[^A-Za-z0-9]|$))",
            R"(\bs\.[A-Za-z0-9]{24})", 0.75, 3.4, judgeMixedToken},
        {"hashicorp-terraform-token", R"(\b([A-Za-z0-9]{14}\.atlasv1\.[\w=-]{50,}))", R"(\.atlasv1\.)", 0.97,
            3.2},
        {"pulumi-access-token", R"(\b(pul-[a-f0-9]{40})\b)", R"(pul-)"},
        {"doppler-token", R"(\b(dp\.(?:pt|st|ct|sa|scim|audit)\.[\w.-]{40,64}))", R"(dp\.[psca])"},
        {"infisical-token", R"(\b(st\.[a-f0-9]{24}\.[a-f0-9]{32}\.[a-f0-9]{32}))", R"(\bst\.[a-f0-9]{8})"},
        {"tailscale-key", R"(\b(tskey-[a-z]+-[A-Za-z0-9]{8,}(?:-[A-Za-z0-9]{16,})?))", R"(tskey-)", 0.95,
            1.5},
        {"defined-networking-token", R"(\b(dnkey-[a-z0-9=_-]{26}-[a-z0-9=_-]{52}))", R"(dnkey-)", 0.95, 3.0,
            nullptr, nullptr, true},
        {"databricks-token", R"(\b(dapi[a-f0-9]{32}(?:-[0-9])?)(?:[^a-f0-9]|$))", R"(dapi[a-f0-9]{8})", 0.95,
            3.0, nullptr, nullptr, true},
        {"confluent-cloud-key", R"(\b(cflt[A-Za-z0-9+/]{40,64}))", R"(cflt[A-Za-z0-9]{6})", 0.9, 3.5},
        {"clickhouse-cloud-secret", R"(\b(4b1d[A-Za-z0-9]{38})\b)", R"(4b1d)", 0.85, 3.8},
        {"prefect-api-key", R"(\b(pn[ub]_[A-Za-z0-9]{36})\b)", R"(pn[ub]_)"},
        {"dbt-cloud-token", R"(\b(dbt[cu]_[A-Za-z0-9]{30,48}))", R"(dbt[cu]_)"},
        {"grafana-service-account-token", R"(\b(glsa_[A-Za-z0-9]{32}_[A-Fa-f0-9]{8}))", R"(glsa_)"},
        {"grafana-cloud-token", R"(\b(glc_[A-Za-z0-9+/]{32,}={0,3}))", R"(glc_)", 0.95, 3.0},
        {"grafana-api-key", R"(\b(eyJrIjoi[A-Za-z0-9+/_-]{50,}={0,3}))", R"(eyJrIjoi)", 0.95, 3.5},
        {"new-relic-user-key", R"(\b(NRAK-[A-Z0-9]{27})\b)", R"(NRAK-)", 0.95, 3.0, nullptr, nullptr, true},
        {"new-relic-browser-key", R"(\b(NRJS-[a-f0-9]{19})\b)", R"(NRJS-)", 0.9, 3.0, nullptr, nullptr, true},
        {"new-relic-insert-key", R"(\b(NRI[IQ]-[A-Za-z0-9_-]{32}))", R"(NRI[IQ]-)", 0.95, 3.0, nullptr,
            nullptr, true},
        {"sentry-token", R"(\b(sntry[sua]_(?:[a-f0-9]{64}|[A-Za-z0-9+/=_]{60,})))", R"(sntry[sua]_)"},
        {"dynatrace-token", R"(\b(dt0[a-z][0-9]{2}\.[A-Z0-9]{24}\.[A-Z0-9]{64}))", R"(dt0[a-z][0-9]{2}\.)",
            0.97, 3.2, nullptr, nullptr, true},
        {"honeycomb-key", R"(\b(hc[abx][im]k_[a-z0-9]{40,64}))", R"(hc[abx][im]k_)"},
        {"elastic-serverless-key", R"(\b(essu_[A-Za-z0-9+/_-]{40,}={0,2}))", R"(essu_)"},
        {"posthog-key", R"(\b(ph[xs]_[A-Za-z0-9]{32,56})\b)", R"(ph[xs]_)"},
        {"harness-token", R"(\b((?:pat|sat)\.[\w-]{22}\.[A-Za-z0-9]{24}\.[A-Za-z0-9]{20}))",
            R"(\b(?:pat|sat)\.[\w-]{22}\.)"},
        {"octopus-deploy-key", R"(\b(API-[A-Z0-9]{26,32})\b)", R"(\bAPI-[A-Z0-9]{9})", 0.85, 3.0},
        {"openshift-token", R"(\b(sha256~[\w-]{43}))", R"(sha256~)", 0.95, 3.0},
        {"kubernetes-secret-data",
            R"((?s)\bkind:[ \t]{0,4}["']?Secret\b.{0,400}?\bdata:\s{0,8}\n?[ \t]{0,8}[\w.-]{1,40}:[ \t]{0,4}["']?([A-Za-z0-9+/]{10,}={0,3}))",
            R"(kind:[ \t]{0,4}["']?[sS]ecret)", 0.8, 2.5, nullptr, nullptr, true},
        {"rancher-token", R"(\b(token-[a-z0-9]{5}:[a-z0-9]{54})\b)", R"(token-[a-z0-9]{5}:)"},
        {"age-secret-key", R"(\b(AGE-SECRET-KEY-1[A-Z0-9]{58}))", R"(AGE-SECRET-KEY-1)"},
        {"circleci-token", R"(\b(CCI(?:PAT|PRJ)_[A-Za-z0-9]{20,24}_[a-f0-9]{40}))", R"(CCI(?:PAT|PRJ)_)"},
        {"buildkite-token", R"(\b(bk(?:ua|ct|pt)_[a-f0-9]{40})\b)", R"(bk(?:ua|ct|pt)_)"},
        {"sidekiq-enterprise-credential",
            R"((?:BUNDLE_(?:ENTERPRISE|GEMS)__CONTRIBSYS__COM['"`\s]{0,3}[=:>,|?]{1,3}['"`\s=:>]{0,8}|https?://)([a-f0-9]{8}:[a-f0-9]{8})\b)",
            R"([a-f0-9]{8}:[a-f0-9]{8})", 0.85, 1.5, nullptr, nullptr, true},
        {"maxmind-license-key", R"(\b([A-Za-z0-9]{6}_[A-Za-z0-9]{29}_mmk)\b)", R"(_mmk)"},
        {"infracost-api-key", R"(\b(ico-[A-Za-z0-9]{32})\b)", R"(\bico-)"},
        {"authress-access-key",
            R"(\b((?:sc|ext|scauth|authress)_[a-z0-9]{5,30}\.[a-z0-9]{4,6}\.acc[_-][a-z0-9-]{10,32}\.[a-z0-9+/_=-]{20,}))",
            R"(\.acc[_-])", 0.95, 3.0, nullptr, nullptr, true},
    };
}

} // namespace gatehouse
