// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Who can answer a call, in the order they are asked.

#include "core/access/key_table.h"
#include "core/message/wire_format.h"
#include "gateway/upstream/base_url.h"
#include "gateway/upstream/target_health.h"
#include "store/records.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace gatehouse::gateway {

// A provider as calls use it.
struct ServingProvider {
    store::Provider provider;
    std::optional<BaseUrl> url; // nothing for a sandbox, or when its address cannot be used
    std::shared_ptr<TargetHealth> health; // of its models under their own names
};

// One provider and a model name there. Lives as long as its table.
struct Target {
    const ServingProvider *serving = nullptr; // never null
    std::string_view upstreamModel; // "" when it is the name that was asked for
    int weight = 1;
    TargetHealth *health = nullptr; // never null

    [[nodiscard]] const store::Provider &provider() const { return serving->provider; }
};

// What a call asks for. What is pointed to outlives the question.
struct TargetQuestion {
    const Entitlement &entitlement;
    std::string_view model;
    WireFamily family = WireFamily::OpenAi;
    std::string_view interaction; // id: the same call always chooses the same
};

class TargetTable {
public:
    TargetTable() = default;
    TargetTable(std::vector<store::Provider> providers, const std::vector<store::ModelTarget> &targets,
        TargetHealths &healths);
    TargetTable(const TargetTable &) = delete;
    TargetTable &operator=(const TargetTable &) = delete;

    // Empty when nobody serves the model, speaks the format and may be used by the key. The first is chosen
    // by weight, the rest in the order they are tried when it fails. Targets that fail at the moment are left
    // out unless there are no others.
    [[nodiscard]] std::vector<Target> targetsFor(
        const TargetQuestion &question, TargetHealth::Time now) const;

    [[nodiscard]] const std::vector<ServingProvider> &providers() const { return m_providers; }
    // Names that have targets of their own, with the first provider that serves each and that the key may
    // use.
    [[nodiscard]] std::vector<std::pair<std::string_view, const store::Provider *>> namedModels(
        const Entitlement &entitlement) const;

private:
    struct Named {
        std::size_t provider; // index
        std::string upstreamModel;
        int weight;
        std::shared_ptr<TargetHealth> health;
    };
    void gatherNamed(
        const std::vector<Named> &named, const TargetQuestion &question, std::vector<Target> &targets) const;
    void gatherServing(const TargetQuestion &question, bool byName, std::vector<Target> &targets) const;

    std::vector<ServingProvider> m_providers;
    std::unordered_map<std::string, std::vector<Named>> m_named;
};

// Whether providers of this kind answer calls in formats of `family`.
[[nodiscard]] bool speaks(store::ProviderKind kind, WireFamily family);
[[nodiscard]] bool serves(const store::Provider &provider, std::string_view model);
// "*" or the very name.
[[nodiscard]] bool names(const std::vector<std::string> &list, std::string_view wanted);

} // namespace gatehouse::gateway
