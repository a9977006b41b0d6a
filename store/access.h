// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Teams, environments, use cases, virtual keys and providers.

#include "store/records.h"
#include "store/store.h"

namespace gatehouse::store {

enum class NameKind { Team, Environment, UseCase };
struct NamedRow {
    std::string name;
    bool archived = false;
    Timestamp createdAt{};
};
[[nodiscard]] Result<std::vector<NamedRow>> listNames(Store &store, NameKind kind);
[[nodiscard]] Status createName(Store &store, NameKind kind, const std::string &name); // Conflict when taken
[[nodiscard]] Status archiveName(Store &store, NameKind kind, const std::string &name);

struct IssuedKey {
    KeyRow row;
    SecretString text; // the only time it exists outside the caller
};
[[nodiscard]] Result<IssuedKey> issueKey(Store &store, const NewKeyRequest &request);
[[nodiscard]] Result<std::vector<KeyRow>> listKeys(Store &store); // newest first
[[nodiscard]] Result<KeyRow> showKey(Store &store, const KeyId &id);
[[nodiscard]] Status suspendKey(Store &store, const KeyId &id, const std::string &reason);
[[nodiscard]] Status resumeKey(Store &store, const KeyId &id, const std::string &reason);
[[nodiscard]] Status revokeKey(Store &store, const KeyId &id, const std::string &reason); // final
// What a revocation would stop: calls in the last hour and the last call.
struct KeyActivity {
    std::int64_t callsLastHour = 0;
    std::optional<Timestamp> lastUsedAt;
};
[[nodiscard]] Result<KeyActivity> keyActivity(Store &store, const KeyId &id);
// Every key that was ever issued, for a gateway's table.
[[nodiscard]] Result<std::vector<KeyRecord>> loadKeyTable(Store &store);

[[nodiscard]] Status addProvider(Store &store, const Provider &provider); // Conflict when the name is taken
[[nodiscard]] Status removeProvider(Store &store, const std::string &name);
// Without credentials: `credential` is empty, `hasCredential` tells.
struct ProviderRow {
    Provider provider;
    bool hasCredential = false;
};
[[nodiscard]] Result<std::vector<ProviderRow>> listProviders(Store &store);
// With credentials opened; for the gateway only.
[[nodiscard]] Result<std::vector<Provider>> loadProviders(Store &store);

[[nodiscard]] std::string toJson(const KeyRow &row);
[[nodiscard]] std::string toJson(const ProviderRow &row);

} // namespace gatehouse::store
