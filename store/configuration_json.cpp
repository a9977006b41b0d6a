// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// Keys, providers, policies and the store itself as the command line prints them.
#include "store/access.h"
#include "store/json_text.h"
#include "store/limits.h"
#include "store/maintenance.h"
#include "store/policies.h"

namespace gatehouse::store {

namespace {

std::string timeOrNull(const std::optional<Timestamp> &at)
{
    return at ? jsonText(toRfc3339(*at)) : "null";
}

std::string metadataJson(const std::map<std::string, std::string> &metadata)
{
    JsonObject object;
    for (const auto &[member, value] : metadata)
        object.add(member, value);
    return object.text();
}

std::string_view wordFor(PolicyState state)
{
    switch (state) {
    case PolicyState::Draft:
        return "draft";
    case PolicyState::Published:
        return "published";
    case PolicyState::Superseded:
        return "superseded";
    }
    return "";
}

std::string healthJson(const TargetHealthRow &health)
{
    return JsonObject()
        .add("gateway", health.gateway)
        .raw("upstream_model", jsonTextOrNull(health.upstreamModel))
        .add("state", name(health.state))
        .add("calls", health.calls)
        .add("failures", health.failures)
        .add("since", toRfc3339(health.since))
        .text();
}

std::optional<Timestamp> previousUntil(const KeyRecord &key)
{
    return key.previous ? std::optional(key.previous->until) : std::nullopt;
}

} // namespace

std::string toJson(const KeyRow &row, const std::vector<LimitState> &limits)
{
    std::string states;
    for (const LimitState &state : limits)
        states += (states.empty() ? "" : ",") + toJson(state);

    const KeyRecord &key = row.record;
    return JsonObject()
        .add("id", key.id.value)
        .add("state", name(key.state))
        .add("team", key.identity.team)
        .add("environment", key.identity.environment)
        .add("use_case", key.identity.useCase)
        .add("models", key.entitlement.models)
        .add("providers", key.entitlement.providers)
        .add("routes", key.entitlement.routes)
        .add("tools", key.entitlement.tools)
        .raw("limits", "[" + states + "]")
        .add("addresses", key.entitlement.addresses)
        .add("required_metadata", key.entitlement.requiredMetadata)
        .raw("max_input_bytes", numberOrNull(key.entitlement.maxInputBytes))
        .raw("max_output_tokens", numberOrNull(key.entitlement.maxOutputTokens))
        .add("requires_user", key.entitlement.requiresUser)
        .raw("metadata", metadataJson(key.identity.keyMetadata))
        .raw("expires_at", timeOrNull(key.expiresAt))
        .add("created_at", toRfc3339(key.createdAt))
        .add("created_by", row.createdBy)
        .raw("last_used_at", timeOrNull(row.lastUsedAt))
        .raw("previous_secret_until", timeOrNull(previousUntil(key)))
        .text();
}

std::string toJson(const ProviderRow &row, const std::vector<TargetHealthRow> &health)
{
    std::string states;
    for (const TargetHealthRow &each : health) {
        if (each.provider == row.provider.name)
            states += (states.empty() ? "" : ",") + healthJson(each);
    }
    return JsonObject()
        .add("name", row.provider.name)
        .add("kind", name(row.provider.kind))
        .raw("base_url", jsonTextOrNull(row.provider.baseUrl))
        .add("models", row.provider.models)
        .add("credential", row.hasCredential)
        .raw("api_version", jsonTextOrNull(row.provider.apiVersion))
        .add("weight", row.provider.weight)
        .raw("health", "[" + states + "]")
        .add("created_at", toRfc3339(row.provider.createdAt))
        .text();
}

std::string toJson(const ModelTarget &target)
{
    return JsonObject()
        .add("model", target.model)
        .add("provider", target.provider)
        .add("upstream_model", target.upstreamModel)
        .add("weight", target.weight)
        .add("created_at", toRfc3339(target.createdAt))
        .text();
}

std::string displayVersion(const PolicyRow &row)
{
    const std::string ordinal = row.ordinal > 0 ? "v" + std::to_string(row.ordinal) : "draft";
    return ordinal + " · " + row.version.value.substr(0, 7);
}

std::string toJson(const PolicyRow &row)
{
    return JsonObject()
        .add("version", "sha256:" + row.version.value)
        .add("ordinal", row.ordinal)
        .add("name", row.name)
        .raw("published_at", timeOrNull(row.publishedAt))
        .add("author", row.author)
        .add("reason", row.reason)
        .add("state", wordFor(row.state))
        .text();
}

std::string toJson(const StoreStatus &status)
{
    return JsonObject()
        .add("engine", status.engine)
        .add("schema", status.schema)
        .add("interactions", status.interactions)
        .add("bytes", status.bytes)
        .add("gateways", status.gateways)
        .text();
}

} // namespace gatehouse::store
