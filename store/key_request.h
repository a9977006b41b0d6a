// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// What is asked for when a key is issued, checked and completed with the least a key may use.

#include "store/records.h"

namespace gatehouse::store {

// Models must be named. Left out: providers = those serving the models, routes = all model routes, tools =
// none, expiry = 90 days. InvalidInput names the field.
[[nodiscard]] Result<NewKeyRequest> completeRequest(NewKeyRequest request, Timestamp now);

// What a key may use, checked and completed in the same way.
[[nodiscard]] Result<Entitlement> completeEntitlement(Entitlement asked);

// All there are, in the order people list them.
[[nodiscard]] const std::vector<std::string> &modelRoutes();

// "name=value" each, as people write what is set on a key at issue. InvalidInput on "metadata".
[[nodiscard]] Result<std::map<std::string, std::string>> parseMetadata(const std::vector<std::string> &pairs);

// At least one name, each a line of at most 200 bytes.
[[nodiscard]] Status checkModels(const std::vector<std::string> &models);

} // namespace gatehouse::store
