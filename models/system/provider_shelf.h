// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Reads all the Providers desk shows, on a worker's thread.

#include "models/system/provider_entry.h"
#include "store/access.h"

#include <vector>

namespace gatehouse::console {

struct ProviderShelf {
    std::vector<ProviderEntry> providers; // by name
    std::vector<TargetEntry> targets; // by model; within one the heaviest first
    std::vector<PriceEntry> prices; // by model
    Recipients recipients;
};

[[nodiscard]] Result<ProviderShelf> readProviderShelf(store::Store &store);
[[nodiscard]] store::Provider toStoreProvider(const ProviderEntry &entry, const QString &credential);
[[nodiscard]] std::vector<store::ModelTarget> toStoreTargets(const QList<TargetEntry> &targets);

} // namespace gatehouse::console
