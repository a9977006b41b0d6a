// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// What was said before a tool call, and what it means that a value stands there.

#include "core/checks/check.h"
#include "core/checks/taint/source_text.h"

#include <optional>
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
    std::span<const SourcePiece> pieces;
};

// The texts of a request, each cut into its pieces once, however many calls are judged.
class SaidTexts {
public:
    explicit SaidTexts(std::span<const ScannedSegment> request)
        : m_request(request)
    {
    }
    // A call in the request can only carry what stands before it; instructions and tool definitions count
    // wherever a body happens to put them. What is returned points into this.
    [[nodiscard]] std::vector<SaidText> before(const ScannedSegment &call);

private:
    [[nodiscard]] std::span<const SourcePiece> piecesOf(std::size_t index);

    std::span<const ScannedSegment> m_request;
    std::vector<std::optional<std::vector<SourcePiece>>> m_pieces; // of each; read when first asked for
};

} // namespace gatehouse
