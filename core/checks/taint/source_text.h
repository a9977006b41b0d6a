// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// A segment that values may have come from, cut into the pieces they stand in.
//
// Where in a tool result a value stands tells much: the "email" of a contact, the "from" of a message and a
// line of a directory listing are what the tool was asked for; an address in the middle of a message's text
// is what somebody wrote there.

#include "core/checks/taint/mapped_text.h"
#include "core/checks/taint/tainted_values.h"

#include <optional>
#include <string_view>
#include <vector>

namespace gatehouse {

struct SourcePiece {
    MappedText folded; // origins are bytes of the segment's text
    bool isLeaf = false; // of a JSON text
    // Of the segment's text, found out when first asked for: a value may stand in it ten thousand times.
    mutable std::optional<bool> isListing;
    mutable std::optional<std::size_t> headEnd;
    mutable std::optional<char> firstMark;
};

// A JSON text gives its leaves (also of JSON inside strings), any other text is one piece.
[[nodiscard]] std::vector<SourcePiece> readSourcePieces(std::string_view text);

// Whether [range) of the segment is a field, a cell or a line of a listing rather than part of running text.
// `place` is its range in the folded piece.
[[nodiscard]] bool isField(std::string_view text, const SourcePiece &piece, ByteRange place, ValueKind kind);

} // namespace gatehouse
