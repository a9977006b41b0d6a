// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// One change of the review desk, as Decisions keeps it while it is written and until it is taken back.

#include "models/review/decisions.h"
#include "store/earlier_decision.h"
#include "store/reviews.h"

#include <optional>

namespace gatehouse::console {

// Filled on the writer's thread, read there too: changes run in order.
struct Decisions::Change {
    DecisionKind kind = DecisionKind::Dismiss;
    QStringList ids;
    std::vector<store::ReviewUndo> parts;
    std::optional<store::EarlierDecision> first; // who was, when it was refused for that
    QString what;
    qint64 job = 0; // of a decision about a filter, instead of parts
    Ask takeBack, again; // of what is no decision, instead of parts
};

// Who was first, when that is what `error` is about; `seen` is what the change went by.
[[nodiscard]] std::optional<store::EarlierDecision> firstOf(
    store::Store &store, const Error &error, const std::vector<store::SeenCall> &seen);

} // namespace gatehouse::console
