// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/session/models.h"

#include <boost/json.hpp>
#include <map>

namespace gatehouse::gateway {

namespace json = boost::json;

namespace {

// A pattern in a key's list names no model.
bool isPattern(const std::string &model)
{
    return model.find_first_of("*?[") != std::string::npos;
}

} // namespace

std::string modelsBody(const Snapshot &snapshot, const Entitlement &entitlement)
{
    std::map<std::string, const store::Provider *> servedBy;
    for (const auto &[model, provider] : snapshot.targets->namedModels(entitlement)) {
        if (allowsModel(entitlement, model))
            servedBy.emplace(model, provider);
    }
    for (const ServingProvider &serving : snapshot.targets->providers()) {
        const store::Provider &provider = serving.provider;
        if (!names(entitlement.providers, provider.name))
            continue;
        const bool any = serves(provider, "*");
        for (const std::string &model : any ? entitlement.models : provider.models) {
            if (!isPattern(model) && allowsModel(entitlement, model))
                servedBy.emplace(model, &provider);
        }
    }
    json::array data;
    for (const auto &[model, provider] : servedBy) {
        const std::int64_t created = toMicros(provider->createdAt) / 1'000'000;
        data.push_back(json::object{{"id", model}, {"object", "model"}, {"created", created},
            {"owned_by", provider->name}, {"type", "model"}, {"display_name", model},
            {"created_at", toRfc3339(provider->createdAt)}});
    }
    const json::value first = data.empty() ? json::value(nullptr) : data.front().at("id");
    const json::value last = data.empty() ? json::value(nullptr) : data.back().at("id");
    return json::serialize(json::object{{"object", "list"}, {"data", std::move(data)}, {"has_more", false},
        {"first_id", first}, {"last_id", last}});
}

} // namespace gatehouse::gateway
