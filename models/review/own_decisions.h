// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What this console's own decisions made of calls: the screen may still show one as it was before, and the
// next decision about it is then no conflict. Used on the writer's thread only.

#include "store/reviews.h"

#include <string>
#include <unordered_map>
#include <vector>

namespace gatehouse::console {

class OwnDecisions {
public:
    void remember(const store::ReviewUndo &done);
    // What the store has to hold for a decision by what was `shown`: that, or what was made of it here.
    [[nodiscard]] Result<std::vector<store::SeenCall>> expected(
        store::Store &store, const std::vector<store::SeenCall> &shown) const;

private:
    [[nodiscard]] bool isMine(const store::SeenCall &shown, const store::SeenCall &now) const;
    // By call, all it was in since the first of an unbroken row of own decisions.
    std::unordered_map<std::string, std::vector<store::SeenCall>> m_states;
};

} // namespace gatehouse::console
