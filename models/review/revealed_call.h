// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The conversation of a call with its originals where their masks stand in the store.

#include "core/base/error.h"
#include "models/review/conversation.h"

#include <vector>

namespace gatehouse::store {
struct BodyOriginals;
}

namespace gatehouse::console {

// Corrupt when the originals do not fit the texts.
[[nodiscard]] Result<Conversation> revealedConversation(
    store::InteractionDetail detail, const std::vector<store::BodyOriginals> &bodies);

// Overwrites what was shown, where nobody else holds it.
void wipe(QList<EvidencePart> &parts);

} // namespace gatehouse::console
