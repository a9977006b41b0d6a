// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// Keys, providers, policies and the store itself as the command line prints them.
#include "store/access.h"
#include "store/json_text.h"
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

} // namespace

std::string toJson(const KeyRow &row)
{
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
        // A key holds neither rates nor budgets: none is set.
        .raw("limits", "{}")
        .raw("metadata", metadataJson(key.identity.keyMetadata))
        .raw("expires_at", timeOrNull(key.expiresAt))
        .add("created_at", toRfc3339(key.createdAt))
        .add("created_by", row.createdBy)
        .raw("last_used_at", timeOrNull(row.lastUsedAt))
        .text();
}

std::string toJson(const ProviderRow &row)
{
    return JsonObject()
        .add("name", row.provider.name)
        .add("kind", row.provider.kind == ProviderKind::Sandbox ? "sandbox" : "openai")
        .raw("base_url", jsonTextOrNull(row.provider.baseUrl))
        .add("models", row.provider.models)
        .add("credential", row.hasCredential)
        .add("created_at", toRfc3339(row.provider.createdAt))
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
