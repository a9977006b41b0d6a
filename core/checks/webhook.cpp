// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/kinds.h"
#include "core/checks/parameters.h"
#include "core/checks/remote_judge.h"
#include "core/checks/url/url_parts.h"

namespace gatehouse {

namespace {

// Content of calls leaves in clear only for this machine.
bool isLoopback(const UrlParts &url)
{
    return url.host == "localhost" || url.host == "::1"
        || (url.hostKind == HostKind::Ipv4 && url.host.starts_with("127."));
}

Result<std::unique_ptr<Check>> makeWebhook(const CheckParameters &parameters, PatternSetBuilder &)
{
    const auto url = parseUrl(parameters.text("url"));
    if (!url || !url->isValid() || url->host.empty() || (url->scheme != "https" && url->scheme != "http"))
        return fail(ErrorKind::InvalidInput, "not a URL a webhook can have", "url", "write https://…");
    if (url->hasUserInfo)
        return fail(ErrorKind::InvalidInput, "a policy holds no credentials", "url",
            "name the credential in \"credential\"");
    if (url->scheme == "http" && !isLoopback(*url))
        return fail(ErrorKind::InvalidInput, "content may not leave unencrypted", "url", "write https://…");
    return std::make_unique<RemoteCheck>("webhook", parameters.object());
}

constexpr std::string_view schema = R"json({
  "type": "object",
  "properties": {
    "url": {"type": "string", "minLength": 8, "maxLength": 2000, "description": "Where the question is posted; https, or http on this machine"},
    "credential": {"type": "string", "minLength": 1, "maxLength": 100, "description": "Name of the credential the gateway signs the question with"},
    "timeout_ms": {"type": "integer", "minimum": 50, "maximum": 30000, "default": 2000, "description": "How long to wait; on_timeout says what silence means"},
    "max_bytes": {"type": "integer", "minimum": 1, "maximum": 10000000, "default": 65536, "description": "Larger texts are not sent and count as an error"},
    "send": {"type": "array", "minItems": 1, "uniqueItems": true, "items": {"type": "string", "enum": ["text", "identity", "model", "metadata"]},
      "description": "What is sent beside zone and place of each text: only text when left out"}
  },
  "required": ["url"],
  "additionalProperties": false
})json";

} // namespace

CheckKind webhookKind()
{
    return {.kind = "webhook",
        .summary = "Asks a service of your own by HTTP whether the text passes.",
        .stages = textStages(),
        .parameterSchema = schema,
        .make = makeWebhook,
        .findsSpans = false,
        .stateful = true,
        .cost = CheckCost::Outside,
        .asksRemote = true};
}

} // namespace gatehouse
