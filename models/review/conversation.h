// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The conversation of a call as it is read: its parts, the marks in them, what encoded and masked evidence
// says beside it, and how much of an answer the caller received.

#include "models/evidence.h"

#include <vector>

namespace gatehouse::store {
struct InteractionDetail;
}

namespace gatehouse::console {

struct Conversation {
    QList<EvidencePart> parts;
    QList<EvidenceMark> marks; // numbered
    std::vector<QList<int>> numbers; // of the marks of each check, in the order of the checks
};

// Masked as in the store, or with what stood there in the place of every mask.
enum class TextShown { Stored, Revealed };
[[nodiscard]] Conversation conversationOf(
    const store::InteractionDetail &detail, TextShown shown = TextShown::Stored);

} // namespace gatehouse::console
