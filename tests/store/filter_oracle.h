// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// What a filter means, call by call and without a database: slow, and the judge of what is fast.

#include "store/filter.h"
#include "store/records.h"

namespace gatehouse::store::test {

struct KnownInteraction {
    InteractionRow row;
    std::vector<CheckResult> checks;
    std::string conversation;
    std::string text; // plain ASCII words
    std::optional<std::uint64_t> group = {}; // of near-duplicates
    std::string payload = {};
    const std::vector<KnownInteraction> *others = nullptr; // all there are, this one included
};

[[nodiscard]] bool matches(const KnownInteraction &call, const Filter &filter, Timestamp now);

} // namespace gatehouse::store::test
