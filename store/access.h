// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Teams, environments, use cases, virtual keys, providers and the models they serve.

#include "core/access/ledger.h"
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
// What the key may use, in place of `expected`; its binding and metadata are for good. Conflict when it may
// use something else by now or is revoked or expired; audited.
[[nodiscard]] Result<KeyRow> changeEntitlement(Store &store, const KeyId &id, const Entitlement &expected,
    const Entitlement &entitlement, const std::string &reason);
// A new secret for the same id; the one before stays good for `overlap` (none: at once no more). Conflict
// when the key is revoked or expired, or still within the overlap of its last rotation.
[[nodiscard]] Result<IssuedKey> rotateKey(
    Store &store, const KeyId &id, Micros overlap, const std::string &reason);
// What a revocation would stop: calls in the last hour and the last call.
struct KeyActivity {
    std::int64_t callsLastHour = 0;
    std::optional<Timestamp> lastUsedAt;
};
[[nodiscard]] Result<KeyActivity> keyActivity(Store &store, const KeyId &id);
// Every key that was ever issued, for a gateway's table.
[[nodiscard]] Result<std::vector<KeyRecord>> loadKeyTable(Store &store);

// With it, targets on it: their `provider` is not read. Conflict when the name is taken.
[[nodiscard]] Status addProvider(
    Store &store, const Provider &provider, const std::vector<ModelTarget> &targets = {});
// Another credential for the provider, sealed for the gateways; running ones follow, calls under way keep the
// one before. NotFound when there is no such provider, InvalidInput when it takes none or this is empty;
// audited.
[[nodiscard]] Status replaceCredential(
    Store &store, const std::string &provider, const SecretString &credential);
// Its credential, and the targets on it, go with it.
[[nodiscard]] Status removeProvider(Store &store, const std::string &name);
// Without credentials: `credential` is empty, `hasCredential` tells.
struct ProviderRow {
    Provider provider;
    bool hasCredential = false;
};
[[nodiscard]] Result<std::vector<ProviderRow>> listProviders(Store &store);
// With credentials opened; for the gateway only.
[[nodiscard]] Result<std::vector<Provider>> loadProviders(Store &store);

// Conflict when the model has this target already, NotFound when there is no such provider.
[[nodiscard]] Status addModelTarget(Store &store, const ModelTarget &target);
// The target on one provider, or every one when `provider` is empty. NotFound when there is none.
[[nodiscard]] Status removeModelTargets(Store &store, const std::string &model, const std::string &provider);
// These targets of the model in place of `expected`, all at once; times are not compared. Conflict when
// others are there by now. Audited one by one.
[[nodiscard]] Status replaceModelTargets(Store &store, const std::string &model,
    const std::vector<ModelTarget> &expected, const std::vector<ModelTarget> &targets);
[[nodiscard]] Result<std::vector<ModelTarget>> listModelTargets(Store &store); // by model

// Secrets that rules name, sealed for the gateways like a provider's credential.
[[nodiscard]] Status addNamedCredential(
    Store &store, const std::string &name, const SecretString &credential); // Conflict when taken
[[nodiscard]] Status removeNamedCredential(Store &store, const std::string &name);
[[nodiscard]] Result<std::vector<NamedCredentialRow>> listNamedCredentials(Store &store);
// Opened; for the gateway only.
[[nodiscard]] Result<std::map<std::string, SecretString>> loadNamedCredentials(Store &store);

// What the running gateways think of their targets. A gateway replaces all of its own.
[[nodiscard]] Result<std::vector<TargetHealthRow>> listTargetHealth(Store &store);
[[nodiscard]] Status writeTargetHealth(
    Store &store, const std::string &gateway, const std::vector<TargetHealthRow> &rows);

[[nodiscard]] std::string toJson(const ProviderRow &row, const std::vector<TargetHealthRow> &health = {});
[[nodiscard]] std::string toJson(const ModelTarget &target);
// With what is left of its limits (store/limits.h).
[[nodiscard]] std::string toJson(const KeyRow &row, const std::vector<LimitState> &limits);

} // namespace gatehouse::store
