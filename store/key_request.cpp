// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/key_request.h"

#include "core/base/ip_network.h"
#include "store/names.h"

#include <algorithm>

namespace gatehouse::store {

namespace {

constexpr auto usualLife = std::chrono::days(90);
constexpr std::size_t metadataEntries = 32;
constexpr std::size_t metadataBytes = 512;
constexpr std::size_t mostAddresses = 256;
// Model names carry paths and versions ("org/model:2026-01"); they are longer than people's names.
constexpr std::size_t modelBytes = 200;

// Says which field is meant, before what stands in it.
Status inField(const char *field, Status checked)
{
    if (!checked && !checked.error().where.starts_with(field))
        checked.error().where = field + (checked.error().where.empty() ? "" : " " + checked.error().where);
    return checked;
}

Status checkRoutes(const std::vector<std::string> &asked)
{
    for (const std::string &route : asked) {
        if (std::find(modelRoutes().begin(), modelRoutes().end(), route) == modelRoutes().end())
            return fail(ErrorKind::InvalidInput, "unknown route", route,
                "known: chat, responses, completions, embeddings, messages, models, moderations");
    }
    return {};
}

Status checkMetadata(const std::map<std::string, std::string> &metadata)
{
    if (metadata.size() > metadataEntries)
        return fail(ErrorKind::InvalidInput, "too much metadata", "metadata", "at most 32 entries");
    for (const auto &[member, value] : metadata) {
        if (Status good = checkName("metadata entry", member); !good)
            return good;
        if (Status good = checkLine("metadata value of " + member, value, metadataBytes); !good)
            return good;
    }
    return {};
}

Status checkAddresses(const std::vector<std::string> &networks)
{
    for (const std::string &network : networks) {
        if (const auto read = IpNetwork::parse(network); !read)
            return tl::unexpected(read.error());
    }
    return {};
}

Status checkMost(const std::optional<std::int64_t> &most, const char *field)
{
    if (most && *most < 1)
        return fail(ErrorKind::InvalidInput, "must be at least 1", field);
    return {};
}

Status checkBounds(const Entitlement &asked)
{
    for (const Status &good : {inField("addresses", checkAddresses(asked.addresses)),
             inField("required_metadata", checkNames("metadata entry", asked.requiredMetadata)),
             checkMost(asked.maxInputBytes, "max_input_bytes"),
             checkMost(asked.maxOutputTokens, "max_output_tokens")}) {
        if (!good)
            return good;
    }
    if (asked.requiredMetadata.size() > metadataEntries || asked.addresses.size() > mostAddresses)
        return fail(ErrorKind::InvalidInput, "too many",
            asked.addresses.size() > mostAddresses ? "addresses" : "required_metadata",
            "at most 32 metadata entries and 256 networks");
    return {};
}

Status checkEntitlement(const Entitlement &asked)
{
    for (const Status &good : {inField("models", checkModels(asked.models)),
             inField("providers", checkNames("provider", asked.providers)),
             inField("routes", checkRoutes(asked.routes)), inField("tools", checkNames("tool", asked.tools)),
             checkBounds(asked)}) {
        if (!good)
            return good;
    }
    return {};
}

Status checkBinding(const NewKeyRequest &request)
{
    for (const Status &good : {checkName("team", request.team), checkName("environment", request.environment),
             checkName("use case", request.useCase), inField("metadata", checkMetadata(request.metadata))}) {
        if (!good)
            return good;
    }
    return {};
}

} // namespace

const std::vector<std::string> &modelRoutes()
{
    static const std::vector<std::string> known{
        "chat", "responses", "completions", "embeddings", "messages", "models", "moderations"};
    return known;
}

Result<std::map<std::string, std::string>> parseMetadata(const std::vector<std::string> &pairs)
{
    std::map<std::string, std::string> metadata;
    for (const std::string &pair : pairs) {
        const std::size_t equals = pair.find('=');
        if (equals == std::string::npos || equals == 0)
            return fail(ErrorKind::InvalidInput, "not a name and a value", "metadata", "write name=value");
        if (!metadata.emplace(pair.substr(0, equals), pair.substr(equals + 1)).second)
            return fail(ErrorKind::InvalidInput, "given twice: " + pair.substr(0, equals), "metadata");
    }
    return metadata;
}

Status checkModels(const std::vector<std::string> &models)
{
    if (models.empty())
        return fail(ErrorKind::InvalidInput, "no model was named", "models", "name the models, or * for all");
    for (const std::string &model : models) {
        if (model.empty())
            return fail(ErrorKind::InvalidInput, "a model name is empty", "models");
        if (Status good = checkLine("model name", model, modelBytes); !good)
            return good;
    }
    return {};
}

Result<Entitlement> completeEntitlement(Entitlement asked)
{
    if (Status good = checkEntitlement(asked); !good)
        return tl::unexpected(good.error());
    if (asked.providers.empty())
        asked.providers = {"*"};
    if (asked.routes.empty())
        asked.routes = modelRoutes();
    return asked;
}

Result<NewKeyRequest> completeRequest(NewKeyRequest request, Timestamp now)
{
    if (Status good = checkBinding(request); !good)
        return tl::unexpected(good.error());
    auto entitlement = completeEntitlement(std::move(request.entitlement));
    if (!entitlement)
        return tl::unexpected(entitlement.error());
    request.entitlement = std::move(*entitlement);
    if (request.expiresAt && *request.expiresAt <= now)
        return fail(
            ErrorKind::InvalidInput, "the key would be expired already", "expires_at", "name a time to come");
    if (!request.expiresAt)
        request.expiresAt = now + usualLife;
    request.limits = mergedLimits({}, request.limits);
    return request;
}

} // namespace gatehouse::store
