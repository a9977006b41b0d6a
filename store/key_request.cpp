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

const std::vector<std::string> &routes()
{
    static const std::vector<std::string> known{
        "chat", "responses", "completions", "embeddings", "messages", "models", "moderations"};
    return known;
}

Status checkRoutes(const std::vector<std::string> &asked)
{
    for (const std::string &route : asked) {
        if (std::find(routes().begin(), routes().end(), route) == routes().end())
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

Status checkBounds(const NewKeyRequest &request)
{
    const Entitlement &asked = request.entitlement;
    for (const Status &good :
        {checkAddresses(asked.addresses), checkNames("metadata entry", asked.requiredMetadata),
            checkMost(asked.maxInputBytes, "max_input_bytes"),
            checkMost(asked.maxOutputTokens, "max_output_tokens")}) {
        if (!good)
            return good;
    }
    if (asked.requiredMetadata.size() > metadataEntries || asked.addresses.size() > mostAddresses)
        return fail(ErrorKind::InvalidInput, "too many", "required_metadata or addresses",
            "at most 32 metadata entries and 256 networks");
    return {};
}

Status checkAll(const NewKeyRequest &request)
{
    const Entitlement &asked = request.entitlement;
    for (const Status &good : {checkName("team", request.team), checkName("environment", request.environment),
             checkName("use case", request.useCase), checkModels(asked.models),
             checkNames("provider", asked.providers), checkRoutes(asked.routes),
             checkNames("tool", asked.tools), checkMetadata(request.metadata), checkBounds(request)}) {
        if (!good)
            return good;
    }
    return {};
}

} // namespace

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

Result<NewKeyRequest> completeRequest(NewKeyRequest request, Timestamp now)
{
    if (Status good = checkAll(request); !good)
        return tl::unexpected(good.error());
    if (request.expiresAt && *request.expiresAt <= now)
        return fail(
            ErrorKind::InvalidInput, "the key would be expired already", "expires_at", "name a time to come");
    if (!request.expiresAt)
        request.expiresAt = now + usualLife;
    if (request.entitlement.providers.empty())
        request.entitlement.providers = {"*"};
    if (request.entitlement.routes.empty())
        request.entitlement.routes = routes();
    request.limits = mergedLimits({}, request.limits);
    return request;
}

} // namespace gatehouse::store
