// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/session/models.h"

#include <boost/json.hpp>
#include <map>

namespace gatehouse::gateway {

namespace json = boost::json;

std::string modelsBody(const Snapshot &snapshot, const Entitlement &entitlement)
{
    std::map<std::string, const store::Provider *> servedBy;
    for (const store::Provider &provider : snapshot.providers) {
        if (!names(entitlement.providers, provider.name))
            continue;
        const bool any = serves(provider, "*");
        for (const std::string &model : any ? entitlement.models : provider.models) {
            if (model != "*" && allowsModel(entitlement, model))
                servedBy.emplace(model, &provider);
        }
    }
    json::array data;
    for (const auto &[model, provider] : servedBy) {
        const std::int64_t created = toMicros(provider->createdAt) / 1'000'000;
        data.push_back(json::object{
            {"id", model}, {"object", "model"}, {"created", created}, {"owned_by", provider->name}});
    }
    return json::serialize(json::object{{"object", "list"}, {"data", std::move(data)}});
}

} // namespace gatehouse::gateway
