// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A virtual key as the Keys desk shows it, and what is asked when one is issued. Never holds a secret.

#include "core/access/key_table.h"
#include "models/keys/limit_entry.h"

#include <QDateTime>
#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace gatehouse::console {

struct KeyEntry {
    QString id;
    KeyState state = KeyState::Active; // at the time it was read
    QString team;
    QString environment;
    QString useCase;
    QStringList models;
    QStringList providers;
    QStringList routes;
    QStringList tools;
    QStringList addresses; // networks; empty: any
    QStringList requiredMetadata;
    QMap<QString, QString> metadata; // set at issue
    std::optional<qint64> maxInputBytes;
    std::optional<qint64> maxOutputTokens;
    bool requiresUser = false;
    QDateTime createdAt;
    QString createdBy;
    std::optional<QDateTime> expiresAt;
    std::optional<QDateTime> lastUsedAt;
    std::optional<QDateTime> previousSecretUntil; // of a rotated key, while its earlier secret is good

    friend bool operator==(const KeyEntry &, const KeyEntry &) = default;
};

// What a new key is bound to. An empty list of models means deny, so it is refused here; the other lists,
// left empty, are filled in by the store: providers and routes with all, tools with none, addresses with any.
struct KeyRequest {
    QString team;
    QString environment;
    QString useCase;
    QStringList models;
    QDateTime expiresAt;
    bool createNames = false;
    QStringList providers = {};
    QStringList routes = {};
    QStringList tools = {};
    QStringList addresses = {};
    QStringList requiredMetadata = {};
    QStringList metadata = {}; // "name=value" each
    std::optional<qint64> maxInputBytes = {};
    std::optional<qint64> maxOutputTokens = {};
    bool requiresUser = false;
    std::vector<Limit> limits = {};
};

// What a key may use: as it is, and as it is asked for.
[[nodiscard]] Entitlement entitlementOf(const KeyEntry &entry);
[[nodiscard]] Entitlement entitlementOf(const KeyRequest &request);

// What the issue dialog offers.
struct KeyChoices {
    QStringList teams;
    QStringList environments;
    QStringList useCases;
    QStringList models; // named by the providers, and "*"
    QString gatewayAddress; // of a gateway that runs on this store; the usual one when none does
    QStringList providers;
    QStringList routes; // all there are
    std::vector<SubjectLimits> limits; // everybody's
};

[[nodiscard]] std::vector<Limit> limitsOf(const KeyChoices &choices, const LimitSubject &subject);

// What a revocation would stop.
struct KeyUse {
    qint64 callsLastHour = 0;
    std::optional<QDateTime> lastUsedAt;
};

[[nodiscard]] QString word(KeyState state);

} // namespace gatehouse::console
