// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A virtual key as the Keys desk shows it, and what is asked when one is issued. Never holds a secret.

#include "core/access/key_table.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <optional>

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
    QDateTime createdAt;
    QString createdBy;
    std::optional<QDateTime> expiresAt;
    std::optional<QDateTime> lastUsedAt;

    friend bool operator==(const KeyEntry &, const KeyEntry &) = default;
};

// What a new key is bound to. An empty list of models means deny, so it is refused here.
struct KeyRequest {
    QString team;
    QString environment;
    QString useCase;
    QStringList models;
    QDateTime expiresAt;
    bool createNames = false;
};

// What the issue dialog offers.
struct KeyChoices {
    QStringList teams;
    QStringList environments;
    QStringList useCases;
    QStringList models; // named by the providers, and "*"
    QString gatewayAddress; // of a gateway that runs on this store; the usual one when none does
};

// What a revocation would stop.
struct KeyUse {
    qint64 callsLastHour = 0;
    std::optional<QDateTime> lastUsedAt;
};

[[nodiscard]] QString word(KeyState state);

} // namespace gatehouse::console
