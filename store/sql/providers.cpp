// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/access.h"
#include "store/api_versions.h"
#include "store/json_text.h"
#include "store/key_request.h"
#include "store/names.h"
#include "store/recipients.h"
#include "store/sql/audit_log.h"
#include "store/sql/ids.h"
#include "store/sql/model_rows.h"

#include <algorithm>
#include <cctype>

namespace gatehouse::store {

namespace {

constexpr std::size_t urlBytes = 500;

// Says which field is meant, before what stands in it.
Status inField(const char *field, Status checked)
{
    if (!checked)
        checked.error().where = field + (checked.error().where.empty() ? "" : " " + checked.error().where);
    return checked;
}

Status checkBaseUrl(const Provider &provider)
{
    if (provider.kind == ProviderKind::Sandbox)
        return provider.baseUrl.empty()
            ? Status()
            : fail(ErrorKind::InvalidInput, "a sandbox has no base URL", "base_url", "leave it out");
    if (Status good = inField("base_url", checkLine("base URL", provider.baseUrl, urlBytes)); !good)
        return good;
    const std::string &url = provider.baseUrl;
    const std::size_t host = url.starts_with("https://") ? 8
        : url.starts_with("http://")                     ? 7
                                                         : std::string::npos;
    if (host == std::string::npos || host >= url.size() || url[host] == '/'
        || url.find(' ') != std::string::npos)
        return fail(ErrorKind::InvalidInput, "not a base URL", "base_url", "write https://host[:port]/v1");
    // A password in an address would end up in lists and logs.
    if (url.substr(0, url.find('/', host)).find('@') != std::string::npos)
        return fail(ErrorKind::InvalidInput, "the base URL holds a user name or password", "base_url",
            "give the credential apart");
    return {};
}

Status checkApiVersion(const Provider &provider)
{
    constexpr std::size_t longest = 40;
    const std::string &version = provider.apiVersion;
    if (version.empty())
        return {};
    if (usualApiVersion(provider.kind).empty())
        return fail(ErrorKind::InvalidInput, "only anthropic and azure have versions of their API",
            "api_version", "leave it out");
    const bool plain = version.size() <= longest
        && std::all_of(version.begin(), version.end(),
            [](unsigned char c) { return std::isalnum(c) != 0 || c == '-' || c == '.'; });
    return plain ? Status()
                 : fail(ErrorKind::InvalidInput, "not a version of an API", "api_version",
                     "such as 2024-10-21 or 2025-04-01-preview");
}

Result<std::optional<std::string>> sealed(Store &store, const SecretString &credential)
{
    if (credential.empty())
        return std::optional<std::string>();
    auto envelope = sealCredential(store, credential);
    if (!envelope)
        return tl::unexpected(envelope.error());
    return std::optional<std::string>(std::move(*envelope));
}

std::string auditJson(const Provider &provider)
{
    return JsonObject()
        .add("api_version", provider.apiVersion)
        .add("base_url", provider.baseUrl)
        .add("credential", !provider.credential.empty())
        .add("kind", name(provider.kind))
        .add("models", provider.models)
        .add("weight", provider.weight)
        .text();
}

struct SealedProvider {
    Provider provider;
    std::optional<std::string> envelope;
};

Result<std::vector<SealedProvider>> readProviders(Store &store)
{
    return attempt(store.connection(), [&]() -> Result<std::vector<SealedProvider>> {
        Query query(store.connection(),
            "SELECT name, kind, base_url, models, created_at, credential, api_version, weight FROM provider "
            "ORDER BY name");
        std::vector<SealedProvider> rows;
        while (query.step()) {
            Provider provider{query.text(0), static_cast<ProviderKind>(query.integer(1)), query.text(2),
                splitLines(query.text(3)), {}, query.time(4), query.text(6),
                static_cast<int>(query.integer(7))};
            std::optional<std::string> envelope;
            if (!query.isNull(5))
                envelope = query.text(5);
            rows.push_back({std::move(provider), std::move(envelope)});
        }
        return rows;
    });
}

tl::unexpected<Error> noSuchProvider(const std::string &name)
{
    return fail(ErrorKind::NotFound, "there is no such provider", name, "see: gatehouse provider list");
}

std::string credentialJson(bool present)
{
    return JsonObject().add("credential", present).text();
}

bool nameTaken(Connection &connection, const std::string &name)
{
    return Query(connection, "SELECT 1 FROM provider WHERE name = ?", name).step();
}

// What can be filled in is.
Provider completed(Provider provider)
{
    if (provider.models.empty())
        provider.models = {"*"};
    if (provider.apiVersion.empty())
        provider.apiVersion = usualApiVersion(provider.kind);
    return provider;
}

Status checkProvider(const Provider &provider)
{
    for (const Status &good : {inField("name", checkName("provider", provider.name)), checkBaseUrl(provider),
             checkModels(provider.models), checkApiVersion(provider), checkWeight(provider.weight)}) {
        if (!good)
            return good;
    }
    return {};
}

void insertProvider(Store &store, const Provider &provider, const std::optional<std::string> &envelope)
{
    static const std::string sql
        = "INSERT INTO provider (name, kind, base_url, models, credential, created_at, api_version, weight) "
          "VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
    Query(store.connection(), sql, provider.name, provider.kind, provider.baseUrl, joinLines(provider.models),
        envelope, store.clock().now(), provider.apiVersion, provider.weight)
        .run();
    appendAudit(store, {"provider.add", "provider:" + provider.name, "", auditJson(provider)});
}

} // namespace

std::string_view usualApiVersion(ProviderKind kind)
{
    switch (kind) {
    case ProviderKind::Anthropic:
        return "2023-06-01";
    case ProviderKind::Azure:
        return "2024-10-21";
    case ProviderKind::OpenAi:
    case ProviderKind::Sandbox:
        break;
    }
    return "";
}

Status addProvider(Store &store, const Provider &given, const std::vector<ModelTarget> &targets)
{
    const Provider provider = completed(given);
    if (Status good = checkProvider(provider); !good)
        return good;
    const auto envelope = sealed(store, provider.credential);
    if (!envelope)
        return tl::unexpected(envelope.error());
    return attempt(store.connection(), [&]() -> Status {
        WriteTransaction transaction(store.connection());
        if (nameTaken(store.connection(), provider.name))
            return fail(ErrorKind::Conflict, "a provider of this name exists already",
                "name " + provider.name, "choose another name");
        insertProvider(store, provider, *envelope);
        for (ModelTarget target : targets) {
            target.provider = provider.name;
            if (Status added = insertTarget(store, target); !added)
                return added;
        }
        transaction.commit();
        return {};
    });
}

Status replaceCredential(Store &store, const std::string &provider, const SecretString &credential)
{
    if (credential.empty())
        return fail(ErrorKind::InvalidInput, "the credential is empty", "credential");
    const auto envelope = sealCredential(store, credential);
    if (!envelope)
        return tl::unexpected(envelope.error());
    return attempt(store.connection(), [&]() -> Status {
        WriteTransaction transaction(store.connection());
        bool before = false;
        {
            Query query(store.connection(), "SELECT kind, credential FROM provider WHERE name = ?", provider);
            if (!query.step())
                return noSuchProvider(provider);
            if (static_cast<ProviderKind>(query.integer(0)) == ProviderKind::Sandbox)
                return fail(ErrorKind::InvalidInput, "a sandbox has no credential", provider);
            before = !query.isNull(1);
        }
        Query(store.connection(), "UPDATE provider SET credential = ? WHERE name = ?", *envelope, provider)
            .run();
        appendAudit(store,
            {"provider.credential", "provider:" + provider, credentialJson(before), credentialJson(true)});
        transaction.commit();
        return {};
    });
}

Status removeProvider(Store &store, const std::string &name)
{
    return attempt(store.connection(), [&]() -> Status {
        WriteTransaction transaction(store.connection());
        if (!nameTaken(store.connection(), name))
            return noSuchProvider(name);
        deleteTargetsOf(store, name);
        Query(store.connection(), "DELETE FROM provider WHERE name = ?", name).run();
        appendAudit(store, {"provider.remove", "provider:" + name});
        transaction.commit();
        return {};
    });
}

Result<std::vector<ProviderRow>> listProviders(Store &store)
{
    auto read = readProviders(store);
    if (!read)
        return tl::unexpected(read.error());
    std::vector<ProviderRow> rows;
    for (SealedProvider &each : *read)
        rows.push_back({std::move(each.provider), each.envelope.has_value()});
    return rows;
}

Result<std::vector<Provider>> loadProviders(Store &store)
{
    auto read = readProviders(store);
    if (!read)
        return tl::unexpected(read.error());
    std::optional<Result<RecipientKey>> key; // read when the first credential asks for it
    std::vector<Provider> providers;
    for (SealedProvider &each : *read) {
        if (each.envelope) {
            if (!key)
                key = RecipientKey::open(store.location());
            auto credential
                = key->and_then([&](const RecipientKey &mine) { return mine.unseal(*each.envelope); });
            if (!credential)
                return tl::unexpected(credential.error());
            each.provider.credential = std::move(*credential);
        }
        providers.push_back(std::move(each.provider));
    }
    return providers;
}

} // namespace gatehouse::store
