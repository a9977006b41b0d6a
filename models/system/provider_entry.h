// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What the Providers desk shows: upstreams, who serves a model name, what tokens cost, whom credentials are
// sealed for. Never holds a credential.

#include "core/access/price_table.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <optional>

namespace gatehouse::console {

// What the gateways that run think of an upstream.
enum class Health { Unknown, Good, Failing };

struct ProviderEntry {
    QString name;
    QString kind; // the store's word: "openai", "anthropic", "azure", "sandbox"
    QString baseUrl;
    QStringList models;
    QString apiVersion; // of anthropic and azure; left empty when adding, the usual one
    int weight = 1; // among the providers that serve a model; 0: only when the others fail
    bool hasCredential = false;
    Health health = Health::Unknown;
    QDateTime createdAt;
    friend bool operator==(const ProviderEntry &, const ProviderEntry &) = default;
};

// Who serves a name callers use, and under which name there.
struct TargetEntry {
    QString model;
    QString provider;
    QString upstreamModel; // azure: the deployment
    int weight = 1; // share of the calls; 0: only when the others fail
    int weightOfAll = 1; // the model's targets together
    Health health = Health::Unknown;
    friend bool operator==(const TargetEntry &, const TargetEntry &) = default;
};

// A price as it is in force, and as it came with the program.
struct PriceEntry {
    QString model; // * and ? stand for any characters
    std::optional<Price> price; // nothing: taken away here
    std::optional<Price> shipped; // nothing: it came with none
    bool changedHere = false; // what is in force is this store's
    friend bool operator==(const PriceEntry &, const PriceEntry &) = default;
};

struct RecipientEntry {
    QString name;
    QString fingerprint;
    bool own = false; // this machine's
    bool pinned = false; // this machine seals for it
    friend bool operator==(const RecipientEntry &, const RecipientEntry &) = default;
};

struct Recipients {
    QList<RecipientEntry> all;
    bool firstUse = false; // nothing is pinned on this machine yet: the first credential pins them
    friend bool operator==(const Recipients &, const Recipients &) = default;
};

[[nodiscard]] QString word(Health health);
[[nodiscard]] QString kindWord(const ProviderEntry &entry); // "Azure OpenAI"
// USD for a million tokens: "2.50 in, 10.00 out, 1.25 cached".
[[nodiscard]] QString priceWords(const Price &price);

} // namespace gatehouse::console
