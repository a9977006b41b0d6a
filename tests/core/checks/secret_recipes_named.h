// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Credentials that only the name of their vendor marks.

#include "secret_recipe.h"

namespace gatehouse::test {

// clang-format off
inline constexpr SecretRecipe namedRecipes[] = {
    {"datadog-credential", R"(DATADO)" R"(G_API_KEY=%h32)"},
    {"auth0-credential", R"(auth0 cli)" R"(ent_secret: "%b64")"},
    {"cohere-credential", R"(COHERE)" R"(_API_KEY=%w40)"},
    {"mistral-credential", R"(mistral_)" R"(api_key = '%w32')"},
    {"snowflake-credential", R"(SNOWFLAKE)" R"(_PASSWORD_KEY: %s44)"},
    {"pagerduty-credential", R"(PAGERD)" R"(UTY_TOKEN=%w20)"},
    {"okta-credential", R"("okta_cli)" R"(ent_secret": "%b40")"},
    {"cloudflare-credential", R"(cloudflar)" R"(e_api_token = %b40)"},
    {"linode-credential", R"(LINOD)" R"(E_TOKEN=%h64)"},
    {"hetzner-credential", R"(HCLOUD_T)" R"(OKEN hetzner: %w64)"},
    {"todoist-credential", R"(todois)" R"(t_token=%h40)"},
    {"pipedrive-credential", R"(PIPEDRIV)" R"(E_API_TOKEN=%h40)"},
    {"strava-credential", R"(strava cl)" R"(ient secret is %h40)"},
    {"webflow-credential", R"(WEBFLO)" R"(W_TOKEN=%h64)"},
    {"semgrep-credential", R"(SEMGREP)" R"(_APP_TOKEN=%h64)"},
    {"sparkpost-credential", R"(sparkpo)" R"(st_api_key: %h40)"},
    {"crowdstrike-credential", R"(crowdstrik)" R"(e_client_secret=%w40)"},
    {"serpapi-credential", R"(SERPA)" R"(PI_KEY=%h64)"},
    {"railway-credential", R"(RAILW)" R"(AY_TOKEN=%g)"},
    {"elasticemail-credential", R"(elastice)" R"(mail_api_key=%h96)"},
    {"unsplash-credential", R"(UNSPLASH)" R"(_ACCESS_KEY=%b43)"},
    {"tmdb-credential", R"(tmdb_ap)" R"(i_key = "%h32")"},
    {"mux-credential", R"(MUX_TOK)" R"(EN_SECRET=%w75)"},
    {"livekit-credential", R"(livekit_)" R"(api_secret: %w43)"},
    {"codecov-credential", R"(CODEC)" R"(OV_TOKEN=%g)"},
    {"deepgram-credential", R"(DEEPGRA)" R"(M_API_KEY=%h40)"},
    {"assemblyai-credential", R"(assembl)" R"(yai key = "%h32")"},
    {"rollbar-credential", R"(ROLLBAR_)" R"(ACCESS_TOKEN=%h32)"},
    {"ibm-cloud-credential", R"(IBM_CLO)" R"(UD_API_KEY=%b44)"},
    {"zendesk-credential", R"(zendesk)" R"(_token: "%w40")"},
    {"jumpcloud-credential", R"(jumpclo)" R"(ud_api_key=%w40)"},
    {"vultr-credential", R"(vultr_)" R"(api_key=%u36)"},
    {"spotify-credential", R"(SPOTIFY_)" R"(CLIENT_SECRET=%h32)"},
    {"mailjet-credential", R"(mailje)" R"(t_secret=%h32)"},
    {"postmark-credential", R"(POSTMARK)" R"(_SERVER_TOKEN=%g)"},
    {"ngrok-credential", R"(ngrok au)" R"(thtoken: %w27_%w21)"},
    {"wpscan-credential", R"(WPSCAN_)" R"(API_TOKEN=%w43)"},
    {"sauce-labs-credential", R"(sauce_)" R"(access_key=%g)"},
    {"cloudsmith-credential", R"(cloudsm)" R"(ith_api_key=%h40)"},
    {"greenhouse-credential", R"(GREENHO)" R"(USE_API_KEY=%h32)"},
};
// clang-format on

} // namespace gatehouse::test
