// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// What was said before a tool call, and what it means that a value stands there.

#include "core/checks/check.h"
#include "core/checks/taint/source_text.h"

#include <span>
#include <vector>

namespace gatehouse {

enum class SaidBy {
    Trusted, // the system prompt, a user, a tool's definition
    Untrusted, // a tool's result, a document
    Model, // an answer or a call
    ModelShown // an answer after which the user went on
};

struct SaidText {
    const ScannedSegment *segment = nullptr;
    SaidBy by = SaidBy::Trusted;
    std::vector<SourcePiece> pieces;
};

// A call in the request (`call` in `request`) can only carry what stands before it; instructions and tool
// definitions count wherever a body happens to put them.
[[nodiscard]] std::vector<SaidText> saidBefore(
    const ScannedSegment &call, std::span<const ScannedSegment> request);

} // namespace gatehouse
