// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// What one check found out about a text and another rule need not find out again. Lives as long as the
// evaluation.

#include "core/checks/model/window_scorer.h"
#include "core/checks/pii/identifier.h"

#include <optional>
#include <vector>

namespace gatehouse {

struct TextNotes {
    std::optional<model::TextScore> injectionScore; // of model::promptInjectionModel()
    std::optional<std::vector<FoundIdentifier>> identifiers; // of every kind, as sure as pii wants by default
};

} // namespace gatehouse
