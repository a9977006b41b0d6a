// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// One made-up credential of every kind, spelt as a recipe so that the source holds none.
// %w16 is sixteen letters and digits, %l small letters and digits, %u capitals and digits, %v capitals and
// 2-7, %h hex, %d digits, %b URL-safe base64, %s base64, %x base58, %g a UUID; all by a fixed sequence.

#include <string>
#include <string_view>

namespace gatehouse::test {

struct SecretRecipe {
    std::string_view label;
    std::string_view recipe;
};

inline constexpr SecretRecipe secretRecipes[] = {
    {"aws-access-key-id",
        R"(AKI)"
        R"(A%v16)"},
    {"aws-secret-access-key", R"(aws_secret_access_key = "%s40")"},
    {"aws-session-token",
        R"(IQoJb3Jp)"
        R"(Z2lu%s300)"},
    {"aws-bedrock-api-key",
        R"(ABS)"
        R"(K%s120)"},
    {"aws-mws-auth-token",
        R"(amzn.)"
        R"(mws.%g)"},
    {"gcp-api-key",
        R"(AIz)"
        R"(a%b35)"},
    {"gcp-oauth-client-secret",
        R"(GOCSP)"
        R"(X-%b28)"},
    {"gcp-oauth-access-token",
        R"(ya2)"
        R"(9.%b150)"},
    {"gcp-oauth-refresh-token",
        R"(1//)"
        R"(0%b60)"},
    {"gcp-service-account-key",
        R"("private_)"
        R"(key_id": "%h40")"},
    {"azure-ad-client-secret",
        R"(secret: 'ab1)"
        R"(8Q~%w33q')"},
    {"azure-storage-account-key",
        R"(Account)"
        R"(Key=%s86==)"},
    {"azure-shared-access-signature",
        R"(https://x.example/?sv=1&si)"
        R"(g=%w43%3D)"},
    {"azure-function-key",
        R"(%w44)"
        R"(AzFu%w8==)"},
    {"azure-signed-key",
        R"(%w76+A)"
        R"(St%w8==)"},
    {"azure-devops-token",
        R"(%w76AZ)"
        R"(DO%w4)"},
    {"alibaba-access-key-id",
        R"(LTA)"
        R"(I%w20)"},
    {"tencent-secret-id",
        R"(AKI)"
        R"(D%w32)"},
    {"yandex-api-key",
        R"(AQV)"
        R"(N%b35)"},
    {"yandex-iam-token",
        R"(t1.)"
        R"(9eud%w6.%b80)"},
    {"yandex-aws-key",
        R"(YC)"
        R"(A%b37)"},
    {"digitalocean-token",
        R"(dop_)"
        R"(v1_%h64)"},
    {"heroku-api-key",
        R"(HRK)"
        R"(U-%b58)"},
    {"cloudflare-origin-ca-key",
        R"(v1.)"
        R"(0-%h24-%h140)"},
    {"cloudflare-api-token",
        R"(cfu)"
        R"(t_%w40%h8)"},
    {"scaleway-access-key",
        R"(SC)"
        R"(W%u17)"},
    {"exoscale-api-key",
        R"(EX)"
        R"(O%h24)"},
    {"flyio-access-token",
        R"(fm)"
        R"(2_%s120)"},
    {"vercel-token",
        R"(vc)"
        R"(p_%w40)"},
    {"netlify-token",
        R"(nf)"
        R"(p_%w40)"},
    {"render-api-key",
        R"(rn)"
        R"(d_%w32)"},
    {"scalingo-token",
        R"(tk-)"
        R"(us-%b48)"},
    {"supabase-key",
        R"(sb)"
        R"(p_%h40)"},
    {"planetscale-token",
        R"(pscale_)"
        R"(pw_%w43)"},
    {"aiven-password",
        R"(AVN)"
        R"(S_%b20)"},
    {"ovh-application-secret", R"(ovh_secret: %w32)"},
    {"1password-service-account-token",
        R"(ops_)"
        R"(eyJ%s260)"},
    {"1password-secret-key",
        R"(A3-)"
        R"(%u6-%u6-%u5-%u5-%u5-%u5)"},
    {"hashicorp-vault-token",
        R"(hv)"
        R"(s.%b95)"},
    {"hashicorp-vault-legacy-token",
        R"(token: s)"
        R"(.%w22q7)"},
    {"hashicorp-terraform-token",
        R"(%w14.atlas)"
        R"(v1.%b64)"},
    {"pulumi-access-token",
        R"(pu)"
        R"(l-%h40)"},
    {"doppler-token",
        R"(dp.)"
        R"(pt.%w43)"},
    {"infisical-token",
        R"(st)"
        R"(.%h24.%h32.%h32)"},
    {"tailscale-key",
        R"(tskey)"
        R"(-auth-%w16-%w32)"},
    {"defined-networking-token",
        R"(dnk)"
        R"(ey-%w26-%w52)"},
    {"databricks-token",
        R"(dap)"
        R"(i%h32)"},
    {"confluent-cloud-key",
        R"(cfl)"
        R"(t%w60)"},
    {"clickhouse-cloud-secret",
        R"(4b1)"
        R"(d%w38)"},
    {"prefect-api-key",
        R"(pn)"
        R"(u_%w36)"},
    {"dbt-cloud-token",
        R"(dbt)"
        R"(c_%w40)"},
    {"grafana-service-account-token",
        R"(gls)"
        R"(a_%w32_%h8)"},
    {"grafana-cloud-token",
        R"(gl)"
        R"(c_%s80)"},
    {"grafana-api-key",
        R"(eyJr)"
        R"(Ijoi%s70)"},
    {"new-relic-user-key",
        R"(NRA)"
        R"(K-%u27)"},
    {"new-relic-browser-key",
        R"(NRJ)"
        R"(S-%h19)"},
    {"new-relic-insert-key",
        R"(NRI)"
        R"(I-%w32)"},
    {"sentry-token",
        R"(sntr)"
        R"(yu_%h64)"},
    {"dynatrace-token",
        R"(dt0)"
        R"(c01.%u24.%u64)"},
    {"honeycomb-key",
        R"(hca)"
        R"(ik_%l58)"},
    {"elastic-serverless-key",
        R"(ess)"
        R"(u_%s60)"},
    {"posthog-key",
        R"(ph)"
        R"(x_%w43)"},
    {"harness-token",
        R"(pa)"
        R"(t.%b22.%w24.%w20)"},
    {"octopus-deploy-key",
        R"(key: AP)"
        R"(I-%u26)"},
    {"openshift-token",
        R"(sha2)"
        R"(56~%b43)"},
    {"kubernetes-secret-data",
        R"(kind: Sec)"
        R"(ret)"
        "\n"
        R"(metadata:)"
        "\n"
        R"(  name: db)"
        "\n"
        R"(data:)"
        "\n"
        R"(  password: %s24)"},
    {"rancher-token",
        R"(tok)"
        R"(en-%l5:%l54)"},
    {"age-secret-key",
        R"(AGE-SEC)"
        R"(RET-KEY-1%u58)"},
    {"circleci-token",
        R"(CCI)"
        R"(PAT_%w22_%h40)"},
    {"buildkite-token",
        R"(bk)"
        R"(ua_%h40)"},
    {"sidekiq-enterprise-credential",
        R"(https://cafe)"
        R"(1234:dead5678@gems.example/)"},
    {"maxmind-license-key",
        R"(%w6_%w29_)"
        R"(mmk)"},
    {"infracost-api-key",
        R"(ic)"
        R"(o-%w32)"},
    {"authress-access-key",
        R"(sc)"
        R"(_%l10.%l5.acc-%l12.%s40)"},
    {"github-token",
        R"(gh)"
        R"(p_%w36)"},
    {"github-fine-grained-token",
        R"(github_)"
        R"(pat_%w82)"},
    {"gitlab-token",
        R"(glp)"
        R"(at-%b20)"},
    {"gitlab-runner-registration-token",
        R"(GR13)"
        R"(48941%b20)"},
    {"gitlab-session-cookie",
        R"(_gitlab_)"
        R"(session=%h32)"},
    {"bitbucket-app-password",
        R"(ATB)"
        R"(B%w32)"},
    {"atlassian-api-token",
        R"(ATAT)"
        R"(T3%b180)"},
    {"npm-access-token",
        R"(np)"
        R"(m_%w36)"},
    {"pypi-upload-token",
        R"(pypi)"
        R"(-AgE%b150)"},
    {"rubygems-api-key",
        R"(ruby)"
        R"(gems_%h48)"},
    {"nuget-api-key",
        R"(oy)"
        R"(2%l43)"},
    {"nuget-config-password",
        R"(<add key="ClearText)"
        R"(Password" value="%w12" />)"},
    {"docker-hub-token",
        R"(dckr_)"
        R"(pat_%b27)"},
    {"crates-io-token",
        R"(ci)"
        R"(o%w32)"},
    {"clojars-token",
        R"(CLOJ)"
        R"(ARS_%l60)"},
    {"artifactory-api-key",
        R"(AKC)"
        R"(p%w69)"},
    {"artifactory-reference-token",
        R"(cmV)"
        R"(md%w59)"},
    {"sonar-token",
        R"(sq)"
        R"(u_%l40)"},
    {"sourcegraph-token",
        R"(sg)"
        R"(p_%h40)"},
    {"postman-api-key",
        R"(PMA)"
        R"(K-%h24-%h34)"},
    {"readme-api-key",
        R"(rdm)"
        R"(e_%l70)"},
    {"launchdarkly-key",
        R"(sd)"
        R"(k-%h8-%h4-4%h3-%h4-%h12)"},
    {"jetbrains-token",
        R"(per)"
        R"(m:%b12.%b6.%b30)"},
    {"figma-token",
        R"(fig)"
        R"(d_%b40)"},
    {"linear-api-key",
        R"(lin_)"
        R"(api_%w40)"},
    {"notion-token",
        R"(nt)"
        R"(n_%d11%w35)"},
    {"airtable-token",
        R"(pa)"
        R"(t%w14.%h64)"},
    {"clickup-token",
        R"(pk)"
        R"(_1234567_%u32)"},
    {"trello-token",
        R"(ATT)"
        R"(A%h72)"},
    {"contentful-token",
        R"(CFP)"
        R"(AT-%b43)"},
    {"typeform-token",
        R"(tf)"
        R"(p_%b44)"},
    {"frameio-token",
        R"(fio)"
        R"(-u-%b64)"},
    {"snyk-service-token",
        R"(snyk_)"
        R"(uat.%h8.%b60)"},
    {"asana-token",
        R"(1/12)"
        R"(34567890123456:%h32)"},
    {"artifact-registry-refresh-token",
        R"(ghc)"
        R"(r_%w36)"},
    {"openai-api-key",
        R"(sk-)"
        R"(proj-%b120)"},
    {"anthropic-api-key",
        R"(sk-)"
        R"(ant-api03-%b93AA)"},
    {"huggingface-token",
        R"(h)"
        R"(f_%w34)"},
    {"groq-api-key",
        R"(gs)"
        R"(k_%w52)"},
    {"perplexity-api-key",
        R"(ppl)"
        R"(x-%w48)"},
    {"replicate-token",
        R"(r)"
        R"(8_%w37)"},
    {"xai-api-key",
        R"(xa)"
        R"(i-%w80)"},
    {"openrouter-api-key",
        R"(sk-)"
        R"(or-v1-%h64)"},
    {"deepseek-api-key",
        R"(sk)"
        R"(-%h32)"},
    {"fireworks-api-key",
        R"(f)"
        R"(w_%w24)"},
    {"elevenlabs-api-key",
        R"(sk)"
        R"(_%h48)"},
    {"langsmith-api-key",
        R"(lsv)"
        R"(2_pt_%h32_%h10)"},
    {"langfuse-secret-key",
        R"(sk-)"
        R"(lf-%g)"},
    {"nvidia-api-key",
        R"(nva)"
        R"(pi-%b64)"},
    {"pinecone-api-key",
        R"(pcs)"
        R"(k_%w70)"},
    {"tavily-api-key",
        R"(tvl)"
        R"(y-dev-%w32)"},
    {"firecrawl-api-key",
        R"(f)"
        R"(c-%h32)"},
    {"cerebras-api-key",
        R"(cs)"
        R"(k-%l48)"},
    {"voyage-api-key",
        R"(p)"
        R"(a-%b42q)"},
    {"brave-search-key",
        R"(BS)"
        R"(A%b27q)"},
    {"private-ai-key",
        R"(pa)"
        R"(i_%w32)"},
    {"stripe-api-key",
        R"(sk_)"
        R"(live_%w99)"},
    {"stripe-webhook-secret",
        R"(whs)"
        R"(ec_%w32)"},
    {"paypal-access-token",
        R"(access_)"
        R"(token$production$%l16$%h32)"},
    {"square-token",
        R"(sq0)"
        R"(atp-%b22)"},
    {"shopify-token",
        R"(shp)"
        R"(at_%h32)"},
    {"plaid-access-token",
        R"(access-)"
        R"(sandbox-%g)"},
    {"flutterwave-key",
        R"(FLWSE)"
        R"(CK_TEST-%h32-X)"},
    {"paystack-key",
        R"(sk_)"
        R"(live_%h40)"},
    {"razorpay-key",
        R"(rzp_)"
        R"(live_%w14)"},
    {"mollie-key",
        R"(li)"
        R"(ve_%w30)"},
    {"gocardless-token",
        R"(gocardless_token=li)"
        R"(ve_%w40)"},
    {"lob-api-key",
        R"(te)"
        R"(st_%h35)"},
    {"easypost-api-key",
        R"(EZ)"
        R"(AK%w54)"},
    {"shippo-token",
        R"(shippo_)"
        R"(live_%h40)"},
    {"duffel-token",
        R"(duffel_)"
        R"(live_%b43)"},
    {"adyen-api-key",
        R"(AQ)"
        R"(Eyhm%w90-%w43=-%w17)"},
    {"braintree-access-token",
        R"(access_)"
        R"(token$sandbox$%l16$%w32)"},
    {"freemius-secret-key",
        R"("secret_key" => "sk)"
        R"(_%w29")"},
    {"wise-or-coinbase-private-key",
        R"(organi)"
        R"(zations/%g/apiKeys/%g)"},
    {"ethereum-private-key",
        R"(private_key = 0)"
        R"(x%h64)"},
    {"bitcoin-extended-private-key",
        R"(xpr)"
        R"(v9s21ZrQH143K3%x94)"},
    {"binance-or-exchange-key", R"(binance_secret: %w64)"},
    {"slack-token",
        R"(xox)"
        R"(b-%d12-%d12-%w24)"},
    {"slack-app-token",
        R"(xap)"
        R"(p-1-%u11-%d13-%h64)"},
    {"slack-webhook",
        R"(https://hooks.sla)"
        R"(ck.com/services/T%u8/B%u8/%w24)"},
    {"discord-bot-token",
        R"(M%w23.)"
        R"(%b6.%b38)"},
    {"discord-webhook",
        R"(https://disc)"
        R"(ord.com/api/webhooks/%d18/%b68)"},
    {"teams-webhook",
        R"(https://acme.webhook)"
        R"(.office.com/webhookb2/%g@%g/IncomingWebhook/%h32/%g)"},
    {"telegram-bot-token",
        R"(%d10)"
        R"(:A%w33q)"},
    {"twilio-api-key",
        R"(S)"
        R"(K%h32)"},
    {"twilio-account-sid",
        R"(A)"
        R"(C%h32)"},
    {"sendgrid-api-key",
        R"(S)"
        R"(G.%b22.%b43)"},
    {"mailgun-key",
        R"(ke)"
        R"(y-%h32)"},
    {"mailgun-signing-key",
        R"(%h32-)"
        R"(%h8-%h8)"},
    {"mailchimp-api-key",
        R"(%h32-)"
        R"(us12)"},
    {"mandrill-api-key",
        R"(m)"
        R"(d-%b21q)"},
    {"brevo-api-key",
        R"(xkey)"
        R"(sib-%h64-%w16)"},
    {"resend-api-key",
        R"(r)"
        R"(e_%w8_%w24)"},
    {"facebook-access-token",
        R"(EA)"
        R"(AC%w180)"},
    {"twitter-bearer-token",
        R"(AAAAAAAAAAA)"
        R"(AAAAAAAAAAA%w80)"},
    {"dropbox-token",
        R"(s)"
        R"(l.%b136)"},
    {"hubspot-token",
        R"(pa)"
        R"(t-na1-%g)"},
    {"salesforce-token",
        R"(00)"
        R"(D%w12!%w90)"},
    {"mattermost-webhook",
        R"(https://chat.acme.test/hoo)"
        R"(ks/%l26)"},
    {"google-chat-webhook",
        R"(https://chat.google)"
        R"(apis.com/v1/spaces/%w11/messages?key=%b39&token=%b43)"},
    {"zapier-webhook",
        R"(https://hooks.zap)"
        R"(ier.com/hooks/catch/123456/%l7)"},
    {"linkedin-or-oauth-token",
        R"(A)"
        R"(QV%b300)"},
    {"mapbox-token",
        R"(p)"
        R"(k.eyJ1Ijoi%b56.%b22)"},
    {"okta-api-token",
        R"(okta_token: 0)"
        R"(0%b40)"},
    {"adobe-client-secret",
        R"(p8)"
        R"(e-%w32)"},
    {"beamer-api-token",
        R"(b)"
        R"(_%l44)"},
    {"intra42-client-secret",
        R"(s-)"
        R"(s4t2ud-%h64)"},
    {"settlemint-token",
        R"(sm_)"
        R"(pat_%w16)"},
    {"sendbird-or-amplitude-token", R"(amplitude key: %h32)"},
    {"algolia-admin-key", R"(algolia_admin_key=%h32)"},
    {"firebase-messaging-key",
        R"(AAA)"
        R"(A%b7:%b140)"},
    {"pubnub-secret",
        R"(sec)"
        R"(-c-%w48)"},
    {"zendesk-or-freshdesk-token", R"(zendesk_token: %w40)"},
    {"shodan-or-virustotal-key", R"(shodan_key: %w32)"},
    {"private-key",
        R"(-----BEGIN RSA PRI)"
        R"(VATE KEY-----)"
        "\n"
        R"(%s64)"
        "\n"
        R"(%s64)"
        "\n"
        R"(%s64)"
        "\n"
        R"(-----END RSA PRI)"
        R"(VATE KEY-----)"},
    {"ssh2-private-key",
        R"(---- BEGIN SSH2 ENCRY)"
        R"(PTED PRIVATE KEY ----)"
        "\n"
        R"(%s64)"
        "\n"
        R"(%s64)"},
    {"putty-private-key",
        R"(PuTTY-User-)"
        R"(Key-File-3: ssh-ed25519)"
        "\n"
        R"(Encryption: none)"
        "\n"
        R"(Comment: a)"
        "\n"
        R"(Public-Lines: 2)"
        "\n"
        R"(%s64)"},
    {"bare-private-key",
        R"(key: MIIEvQ)"
        R"(IBADANBgkqhkiG9w0BAQEFAASC%s200)"},
    {"wireguard-private-key",
        R"(Private)"
        R"(Key = %w42A=)"},
    {"jwk-private-key",
        R"({"kty":"EC")"
        R"("d":")"
        R"(%b43"})"},
    {"pkcs12-password",
        R"(keystore_)"
        R"(password=%w14)"},
    {"postgres-url-password",
        R"(post)"
        R"(gres://app:%w20@db.example.com/shop)"},
    {"mysql-url-password",
        R"(my)"
        R"(sql://app:%w20@db.example.com/shop)"},
    {"mongodb-url-password",
        R"(mongo)"
        R"(db+srv://app:%w20@db.example.com/shop)"},
    {"redis-url-password",
        R"(red)"
        R"(is://:%w20@cache.example.com:6379)"},
    {"amqp-url-password",
        R"(am)"
        R"(qp://app:%w20@mq.example.com)"},
    {"sql-server-url-password",
        R"(ms)"
        R"(sql://app:%w20@db.example.com)"},
    {"ldap-url-password",
        R"(ld)"
        R"(ap://cn:%w20@dir.example.com)"},
    {"smtp-url-password",
        R"(sm)"
        R"(tp://app:%w20@mail.example.com)"},
    {"kafka-or-nats-url-password",
        R"(na)"
        R"(ts://app:%w20@bus.example.com)"},
    {"url-password",
        R"(htt)"
        R"(ps://app:%w20@www.example.com/x)"},
    {"sql-server-password",
        R"(Server=db;Database=shop;User Id=app;Pass)"
        R"(word=%w20;)"},
    {"jdbc-password",
        R"(jd)"
        R"(bc:postgresql://db.example.com/shop?user=app&password=%w20)"},
    {"azure-shared-access-key",
        R"(Endpoint=sb://x.example/;Shared)"
        R"(AccessKey=%s43=)"},
    {"curl-user-password",
        R"(curl -s -)"
        R"(u app:%w16 https://api.example.com)"},
    {"netrc-password",
        R"(machine api.example.com log)"
        R"(in app password %w16)"},
    {"docker-registry-auth",
        R"({"auths": {"r.example.com": {"au)"
        R"(th": "%w40"}}})"},
    {"sshpass-password",
        R"(sshp)"
        R"(ass -p %w14 ssh host)"},
    {"database-client-password",
        R"(mysqldump -h db --pass)"
        R"(word=%w20 shop)"},
    {"jwt",
        R"(eyJhbGciOi)"
        R"(JIUzI1NiIsInR5cCI6IkpXVCJ9.eyJ%b80.%b43)"},
    {"encoded-jwt",
        R"(ZXlKaGJHY2lP)"
        R"(aUpJVXpJMU5pSXNJ%w120)"},
    {"bearer-token",
        R"(authorization: bear)"
        R"(er %w40)"},
    {"basic-authorization",
        R"(Authorization: Bas)"
        R"(ic %w24==)"},
    {"api-key-header",
        R"(X-API)"
        R"(-Key: %w24)"},
    {"assigned-secret",
        R"(client_)"
        R"(secret: "%w32")"},
    {"assigned-password",
        R"(pass)"
        R"(word = "hunter2!pluto")"},
    {"spoken-secret", R"(please use this key f7%w24 for now)"},
    {"spoken-password", R"(the wifi password is Tr4vel-L1ght-77)"},
};

class RecipeBook {
public:
    std::string cook(std::string_view recipe)
    {
        std::string out;
        for (std::size_t at = 0; at < recipe.size(); ++at) {
            const std::string_view letters
                = recipe[at] == '%' ? alphabetOf(recipe.substr(at + 1)) : std::string_view();
            if (letters.empty()) {
                out += recipe[at];
                continue;
            }
            ++at;
            if (recipe[at] == 'g') {
                out += pick("0123456789abcdef", 8) + "-" + pick("0123456789abcdef", 4) + "-4"
                    + pick("0123456789abcdef", 3) + "-a" + pick("0123456789abcdef", 3) + "-"
                    + pick("0123456789abcdef", 12);
                continue;
            }
            std::size_t count = 0;
            while (at + 1 < recipe.size() && recipe[at + 1] >= '0' && recipe[at + 1] <= '9')
                count = count * 10 + static_cast<std::size_t>(recipe[++at] - '0');
            out += pick(letters, count);
        }
        return out;
    }

private:
    static std::string_view alphabetOf(std::string_view rest)
    {
        if (rest.empty() || (rest.front() != 'g' && (rest.size() < 2 || rest[1] < '0' || rest[1] > '9')))
            return {};
        switch (rest.front()) {
        case 'w':
            return "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
        case 'l':
            return "abcdefghijklmnopqrstuvwxyz0123456789";
        case 'u':
            return "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
        case 'v':
            return "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        case 'h':
        case 'g':
            return "0123456789abcdef";
        case 'd':
            return "1234567890";
        case 'b':
            return "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        case 's':
            return "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        case 'x':
            return "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
        default:
            return {};
        }
    }

    // The first and last pick are letters or digits, so that words end where the recipe does.
    std::string pick(std::string_view letters, std::size_t count)
    {
        std::string out;
        while (out.size() < count) {
            m_state = m_state * 6364136223846793005ULL + 1442695040888963407ULL;
            const char c = letters[(m_state >> 33U) % letters.size()];
            const bool edge = out.empty() || out.size() + 1 == count;
            if (edge && (c == '-' || c == '_' || c == '+' || c == '/'))
                continue;
            out += c;
        }
        return out;
    }

    unsigned long long m_state = 20;
};

} // namespace gatehouse::test
