// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What the policy version that judged a call says of its rules. Versions never change, so each is read once.

#include "core/base/names.h"
#include "models/review/interaction_view.h"

#include <map>
#include <memory>
#include <mutex>

namespace gatehouse::store {
class Store;
struct StoredPolicy;
} // namespace gatehouse::store

namespace gatehouse::console {

struct RuleFacts {
    QString title;
    QList<TrustZone> zones; // empty: all
    std::optional<double> threshold; // the least score that is a finding
    bool floor = false;
    int place = 0; // from 1
};

struct PolicyFacts {
    QString shown; // "v41 · 3fa9c12"
    QMap<QString, RuleFacts> rules; // by id
};

// Nothing for a document that this program cannot read.
[[nodiscard]] std::shared_ptr<const PolicyFacts> policyFactsOf(const store::StoredPolicy &stored);

// Any thread may ask.
class JudgingPolicies {
public:
    // Nothing for a version that the store does not hold, or does not show to whoever asks.
    [[nodiscard]] std::shared_ptr<const PolicyFacts> of(store::Store &store, const PolicyVersion &version);

private:
    std::mutex m_mutex;
    std::map<std::string, std::shared_ptr<const PolicyFacts>> m_known; // guarded by m_mutex
};

// Adds what the policy says to the checks of a call that it judged.
void explain(InteractionView &view, const PolicyFacts &facts);

} // namespace gatehouse::console
