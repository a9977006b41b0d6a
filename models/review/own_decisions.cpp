// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/review/own_decisions.h"

#include <algorithm>

namespace gatehouse::console {

namespace {
// Calls. What was on screen so long ago has been read again since.
constexpr std::size_t mostRemembered = 4096;
} // namespace

void OwnDecisions::remember(const store::ReviewUndo &done)
{
    if (m_states.size() > mostRemembered)
        m_states.clear();
    for (std::size_t i = 0; i < done.before.size(); ++i) {
        auto &states = m_states[done.before[i].id.value];
        const store::SeenCall before = store::seenIn(done.before[i]);
        if (states.empty() || states.back() != before)
            states = {before}; // somebody else's decision, or the first
        states.push_back(store::seenIn(done.after[i]));
    }
}

// Nobody else changed it since it was as `shown`.
bool OwnDecisions::isMine(const store::SeenCall &shown, const store::SeenCall &now) const
{
    const auto known = m_states.find(now.id.value);
    return known != m_states.end() && known->second.back() == now
        && std::find(known->second.begin(), known->second.end(), shown) != known->second.end();
}

Result<std::vector<store::SeenCall>> OwnDecisions::expected(
    store::Store &store, const std::vector<store::SeenCall> &shown) const
{
    std::vector<InteractionId> ids;
    for (const store::SeenCall &call : shown)
        ids.push_back(call.id);
    auto calls = store::seeCalls(store, ids);
    if (!calls)
        return calls;
    for (std::size_t i = 0; i < shown.size(); ++i) {
        if (!isMine(shown[i], (*calls)[i]))
            (*calls)[i] = shown[i];
    }
    return calls;
}

} // namespace gatehouse::console
