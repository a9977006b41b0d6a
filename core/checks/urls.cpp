// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/kinds.h"
#include "core/checks/parameters.h"
#include "core/checks/url/find_urls.h"
#include "core/checks/url/host_list.h"

#include <algorithm>

namespace gatehouse {

namespace {

struct UrlRules {
    HostList allowed, denied;
    std::vector<std::string> schemes; // empty: any
    bool requireValid = true;
    bool allowUserInfo = false;
    bool allowAddresses = true;
    bool allowIdn = true;
};

bool isIdn(const UrlParts &url)
{
    const bool beyondAscii = std::any_of(
        url.host.begin(), url.host.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
    return beyondAscii || url.host.starts_with("xn--") || url.host.find(".xn--") != std::string::npos;
}

// What is wrong with a URL, "" when nothing is; the gravest first.
std::string_view problemOf(const UrlParts &url, const UrlRules &rules)
{
    if (rules.denied.contains(url))
        return "denied-host";
    if (!rules.allowed.empty() && !rules.allowed.contains(url))
        return "unlisted-host";
    const std::string &scheme = url.scheme.empty() ? "https" : url.scheme;
    if (!rules.schemes.empty()
        && std::find(rules.schemes.begin(), rules.schemes.end(), scheme) == rules.schemes.end())
        return "denied-scheme";
    if (!rules.allowUserInfo && url.hasUserInfo)
        return "user-info";
    if (!rules.allowAddresses && (url.hostKind == HostKind::Ipv4 || url.hostKind == HostKind::Ipv6))
        return "address-url";
    if (!rules.allowIdn && isIdn(url))
        return "idn-url";
    return rules.requireValid && !url.isValid() ? "invalid-url" : "";
}

class UrlsCheck final : public Check {
public:
    explicit UrlsCheck(UrlRules rules)
        : m_rules(std::move(rules))
    {
    }

    CheckReport run(const CheckInput &input) const override
    {
        CheckReport report;
        report.bytesRead = bytesOf(input.segments);
        for (const ScannedSegment &scanned : input.segments) {
            for (const FoundUrl &url : findUrls(scanned.text)) {
                const std::string_view problem = problemOf(url.parts, m_rules);
                if (!problem.empty())
                    report.findings.push_back({&scanned, url.range, std::string(problem)});
            }
        }
        if (!report.findings.empty())
            report.outcome = CheckOutcome::Fail;
        return report;
    }

private:
    UrlRules m_rules;
};

Result<HostList> hostsFrom(const CheckParameters &parameters, std::string_view field)
{
    auto list = HostList::parse(parameters.texts(field));
    if (!list)
        list.error().where = std::string(field) + "/" + list.error().where;
    return list;
}

Result<std::unique_ptr<Check>> makeUrls(const CheckParameters &parameters, PatternSetBuilder &)
{
    UrlRules rules;
    auto allowed = hostsFrom(parameters, "allow");
    auto denied = hostsFrom(parameters, "deny");
    for (const auto *list : {&allowed, &denied}) {
        if (!*list)
            return tl::unexpected(list->error());
    }
    rules.allowed = std::move(*allowed);
    rules.denied = std::move(*denied);
    rules.schemes = parameters.texts("schemes");
    rules.requireValid = parameters.flag("require_valid", true);
    rules.allowUserInfo = parameters.flag("allow_user_info", false);
    rules.allowAddresses = parameters.flag("allow_addresses", true);
    rules.allowIdn = parameters.flag("allow_idn", true);
    return std::make_unique<UrlsCheck>(std::move(rules));
}

constexpr std::string_view schema = R"json({
  "type": "object",
  "properties": {
    "allow": {"type": "array", "maxItems": 10000, "items": {"type": "string", "minLength": 1, "maxLength": 260},
      "description": "Hosts that may be named, all when left out: example.com, *.example.com for all below it, addresses, networks as 10.0.0.0/8"},
    "deny": {"type": "array", "maxItems": 10000, "items": {"type": "string", "minLength": 1, "maxLength": 260},
      "description": "Hosts that must not be named, written alike; stronger than allow"},
    "schemes": {"type": "array", "maxItems": 50, "items": {"type": "string", "pattern": "^[a-z][a-z0-9+.-]*$"},
      "description": "Schemes a URL may have, any when left out; one without a scheme counts as https"},
    "require_valid": {"type": "boolean", "default": true, "description": "Whether a URL no browser could follow fails"},
    "allow_user_info": {"type": "boolean", "default": false,
      "description": "Whether a name may stand before the host, as in https://example.com@other.example"},
    "allow_addresses": {"type": "boolean", "default": true, "description": "Whether the host may be an IP address"},
    "allow_idn": {"type": "boolean", "default": true, "description": "Whether the host may have letters beyond ASCII"}
  },
  "additionalProperties": false
})json";

} // namespace

CheckKind urlsKind()
{
    return {.kind = "urls",
        .summary = "Finds URLs that are not valid, lead to hosts that are denied or not on a list, or hide "
                   "where they lead.",
        .stages = textStages(),
        .parameterSchema = schema,
        .make = makeUrls};
}

} // namespace gatehouse
