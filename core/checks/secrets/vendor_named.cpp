// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/secrets/judges.h"
#include "core/checks/secrets/secret_kind.h"

#include <array>

namespace gatehouse {

namespace {

// Credentials without a mark of their own: only the vendor's name beside the value tells. `value` lists the
// forms (length and alphabet) the vendor issues; case is ignored.
struct NamedVendor {
    const char *vendor;
    const char *names;
    const char *value;
};

constexpr NamedVendor vendors[] = {
    {"adafruit", R"(adafruit)", R"([a-z0-9_-]{32})"},
    {"adobe", R"(adobe)", R"([a-f0-9]{32})"},
    {"airtable", R"(airtable)", R"((?:key)?[a-z0-9]{14,17})"},
    {"alchemy", R"(alchemy)", R"([a-z0-9_-]{32})"},
    {"alibaba", R"(alibaba|aliyun)", R"([a-z0-9]{30})"},
    {"amplitude", R"(amplitude)", R"([a-f0-9]{32})"},
    {"artifactory", R"(artifactory|jfrog|bintray|xray)", R"([a-z0-9]{64}|[a-z0-9]{73})"},
    {"asana", R"(asana)", R"([0-9]{16}|[a-z0-9]{32})"},
    {"assemblyai", R"(assemblyai|assembly_ai)", R"([a-f0-9]{32})"},
    {"atlassian", R"(atlassian|confluence|jira)", R"([a-z0-9]{24})"},
    {"auth0", R"(auth0)", R"([a-z0-9_-]{32}|[a-z0-9_-]{64})"},
    {"azure", R"(azure|cognitive)", R"([a-f0-9]{32}|[a-z0-9]{52}|[a-z0-9]{84})"},
    {"beamer", R"(beamer)", R"(b_[a-z0-9=_-]{44})"},
    {"bitbucket", R"(bitbucket)", R"([a-z0-9]{32}|[a-z0-9=_-]{64})"},
    {"bittrex", R"(bittrex)", R"([a-z0-9]{32})"},
    {"braintree", R"(braintree)", R"([a-f0-9]{32})"},
    {"cisco-meraki", R"(meraki)", R"([0-9a-f]{40})"},
    {"cloudflare", R"(cloudflare)", R"([a-z0-9_-]{40}|[a-f0-9]{37})"},
    {"codecov", R"(codecov)", R"([a-z0-9]{32}|[a-f0-9]{8}(?:-[a-f0-9]{4}){3}-[a-f0-9]{12})"},
    {"circleci", R"(circleci|circle_ci)", R"([a-f0-9]{40})"},
    {"cohere", R"(cohere|co_api_key)", R"([a-z0-9]{40})"},
    {"coinbase", R"(coinbase)", R"([a-z0-9_-]{64})"},
    {"confluent", R"(confluent)", R"([a-z0-9]{16}|[a-z0-9]{64})"},
    {"contentful", R"(contentful)", R"([a-z0-9=_-]{43})"},
    {"datadog", R"(datadog|dd_api|dd_app)", R"([a-z0-9]{40}|[a-f0-9]{32})"},
    {"deepgram", R"(deepgram)", R"([a-f0-9]{40})"},
    {"discord", R"(discord)", R"([a-f0-9]{64}|[0-9]{18}|[a-z0-9=_-]{32})"},
    {"docker", R"(docker|dockerhub)", R"([a-f0-9]{8}(?:-[a-f0-9]{4}){3}-[a-f0-9]{12})"},
    {"droneci", R"(droneci|drone_ci|drone)", R"([a-z0-9]{32})"},
    {"dropbox", R"(dropbox)", R"([a-z0-9]{15}|[a-z0-9]{64})"},
    {"elastic", R"(elastic|elasticsearch)", R"([a-z0-9_=-]{56,64})"},
    {"etsy", R"(etsy)", R"([a-z0-9]{24})"},
    {"etherscan", R"(etherscan|bscscan|polygonscan)", R"([a-z0-9]{34})"},
    {"facebook", R"(facebook|fb_app|meta_app)", R"([a-f0-9]{32})"},
    {"fastly", R"(fastly)", R"([a-z0-9=_-]{32})"},
    {"finicity", R"(finicity)", R"([a-f0-9]{32}|[a-z0-9]{20})"},
    {"finnhub", R"(finnhub)", R"([a-z0-9]{20})"},
    {"flickr", R"(flickr)", R"([a-z0-9]{32})"},
    {"freshbooks", R"(freshbooks)", R"([a-z0-9]{64})"},
    {"gitter", R"(gitter)", R"([a-z0-9_-]{40})"},
    {"heroku", R"(heroku)", R"([a-f0-9]{8}(?:-[a-f0-9]{4}){3}-[a-f0-9]{12})"},
    {"hetzner", R"(hetzner|hcloud)", R"([a-z0-9]{64})"},
    {"hubspot", R"(hubspot)", R"([a-f0-9]{8}(?:-[a-f0-9]{4}){3}-[a-f0-9]{12})"},
    {"ibm-cloud", R"(ibm|bluemix|softlayer)", R"([a-z0-9_-]{44})"},
    {"infura", R"(infura)", R"([a-f0-9]{32})"},
    {"intercom", R"(intercom)", R"([a-z0-9=_-]{60})"},
    {"jenkins", R"(jenkins)", R"([a-f0-9]{32,34})"},
    {"jumpcloud", R"(jumpcloud)", R"([a-z0-9]{40})"},
    {"kraken", R"(kraken)", R"([a-z0-9/=_+-]{80,90})"},
    {"kucoin", R"(kucoin)", R"([a-f0-9]{24}|[a-f0-9]{8}(?:-[a-f0-9]{4}){3}-[a-f0-9]{12})"},
    {"launchdarkly", R"(launchdarkly)", R"([a-z0-9=_-]{40})"},
    {"linear", R"(linear)", R"([a-f0-9]{32})"},
    {"linkedin", R"(linked[_-]?in)", R"([a-z0-9]{14}|[a-z0-9]{16})"},
    {"linode", R"(linode)", R"([a-f0-9]{64})"},
    {"lob", R"(lob)", R"((?:live|test)_(?:pub_)?[a-f0-9]{31,35})"},
    {"looker", R"(looker)", R"([a-z0-9]{20}|[a-z0-9]{24})"},
    {"mailgun", R"(mailgun|mg_api)", R"([a-f0-9]{32}-[a-f0-9]{8}-[a-f0-9]{8})"},
    {"mailjet", R"(mailjet)", R"([a-f0-9]{32})"},
    {"mattermost", R"(mattermost)", R"([a-z0-9]{26})"},
    {"messagebird", R"(messagebird|message_bird|message-bird)",
        R"([a-z0-9]{25}|[a-f0-9]{8}(?:-[a-f0-9]{4}){3}-[a-f0-9]{12})"},
    {"mistral", R"(mistral)", R"([a-z0-9]{32})"},
    {"mixpanel", R"(mixpanel)", R"([a-f0-9]{32})"},
    {"mongodb-atlas", R"(atlas)", R"([a-f0-9]{8}(?:-[a-f0-9]{4}){3}-[a-f0-9]{12})"},
    {"netlify", R"(netlify)", R"([a-z0-9=_-]{40,46})"},
    {"new-relic", R"(new[_-]?relic|newrelic)", R"([a-z0-9]{64})"},
    {"newsapi", R"(newsapi|news_api)", R"([a-f0-9]{32})"},
    {"ngrok", R"(ngrok)", R"([a-z0-9]{27}_[a-z0-9]{20,21})"},
    {"new-york-times", R"(nytimes|new[_-]?york[_-]?times|newyorktimes)", R"([a-z0-9=_-]{32})"},
    {"okta", R"(okta)", R"([a-z0-9=_-]{40,42})"},
    {"onesignal", R"(onesignal|one_signal)", R"([a-z0-9]{48}|[a-f0-9]{8}(?:-[a-f0-9]{4}){3}-[a-f0-9]{12})"},
    {"openweather", R"(openweather|openweathermap|weatherapi)", R"([a-f0-9]{31,32})"},
    {"opsgenie", R"(opsgenie)", R"([a-f0-9]{8}(?:-[a-f0-9]{4}){3}-[a-f0-9]{12})"},
    {"pagerduty", R"(pagerduty|pager_duty)", R"([a-z0-9_+-]{20}|[a-f0-9]{32})"},
    {"pinecone", R"(pinecone)", R"([a-f0-9]{8}(?:-[a-f0-9]{4}){3}-[a-f0-9]{12})"},
    {"plaid", R"(plaid)", R"([a-z0-9]{24}|[a-z0-9]{30})"},
    {"postmark", R"(postmark)", R"([a-f0-9]{8}(?:-[a-f0-9]{4}){3}-[a-f0-9]{12})"},
    {"private-ai", R"(private[_-]?ai)", R"([a-z0-9]{32})"},
    {"pusher", R"(pusher)", R"([a-f0-9]{20})"},
    {"rapidapi", R"(rapid[_-]?api)", R"([a-z0-9_-]{50})"},
    {"rollbar", R"(rollbar)", R"([a-f0-9]{32})"},
    {"segment", R"(segment)", R"([a-z0-9_-]{32})"},
    {"sendbird", R"(sendbird)", R"([a-f0-9]{40}|[a-f0-9]{8}(?:-[a-f0-9]{4}){3}-[a-f0-9]{12})"},
    {"sentry", R"(sentry)", R"([a-f0-9]{64}|[a-f0-9]{32})"},
    {"snowflake", R"(snowflake)", R"([a-z0-9_+/=-]{44,64})"},
    {"snyk", R"(snyk)", R"([a-f0-9]{8}(?:-[a-f0-9]{4}){3}-[a-f0-9]{12})"},
    {"sonar", R"(sonar)", R"((?:sq[pua]_)?[a-z0-9=_-]{40})"},
    {"splunk", R"(splunk|hec_token)", R"([a-f0-9]{8}(?:-[a-f0-9]{4}){3}-[a-f0-9]{12})"},
    {"spotify", R"(spotify)", R"([a-f0-9]{32})"},
    {"squarespace", R"(squarespace)", R"([a-f0-9]{8}(?:-[a-f0-9]{4}){3}-[a-f0-9]{12})"},
    {"sumologic", R"(sumo|sumologic)", R"(su[a-z0-9]{12}|[a-z0-9]{64})"},
    {"telegram", R"(telegr(?:am)?)", R"([0-9]{5,16}:[a-z0-9_-]{34,36})"},
    {"together-ai", R"(together)", R"([a-f0-9]{64})"},
    {"travis-ci", R"(travis)", R"([a-z0-9]{22})"},
    {"trello", R"(trello)", R"([a-f0-9]{32}|[a-f0-9]{64})"},
    {"twilio", R"(twilio)", R"([a-f0-9]{32})"},
    {"twitch", R"(twitch)", R"([a-z0-9]{30})"},
    {"twitter", R"(twitter)", R"([a-z0-9]{25}|[a-z0-9]{45}|[a-z0-9]{50}|[0-9]{15,25}-[a-z0-9]{20,40})"},
    {"upstash", R"(upstash)", R"([a-z0-9=]{56,90})"},
    {"vercel", R"(vercel)", R"([a-z0-9]{24})"},
    {"vonage", R"(vonage|nexmo)", R"([a-z0-9]{16})"},
    {"vultr", R"(vultr)", R"([a-z0-9]{36})"},
    {"wandb", R"(wandb|weights_and_biases)", R"([a-f0-9]{40})"},
    {"yandex", R"(yandex)", R"((?:AQVN|YC)[a-z0-9_-]{35,38}|[a-z0-9_-]{39})"},
    {"zendesk", R"(zendesk)", R"([a-z0-9]{40})"},
    {"zoom", R"(zoom)", R"([a-z0-9_-]{22}|[a-z0-9_-]{32})"},
};

// The name, what may follow it in an identifier ("_api_key"), an assignment, the value.
std::string expressionFor(const NamedVendor &vendor)
{
    return std::string("(?:") + vendor.names
        + R"()[\w .\-]{0,24}?(?:['"`\s]{0,4}[=:>,|?]['"`\s=:>|,?]{0,10}|\s+is\s+['"`]?)()" + vendor.value
        + R"()(?:[^\w\-]|$))";
}

} // namespace

SecretTable namedVendorSecrets()
{
    constexpr double confidence = 0.8, leastEntropy = 2.6;
    SecretTable table;
    for (const NamedVendor &vendor : vendors) {
        table.push_back({std::string(vendor.vendor) + "-credential", expressionFor(vendor),
            std::string("(?:") + vendor.names + ")", confidence, leastEntropy, judgeNamedValue, nullptr,
            true});
    }
    return table;
}

} // namespace gatehouse
