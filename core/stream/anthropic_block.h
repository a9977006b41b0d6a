// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// One content block of a streamed Anthropic answer, and the events that tell it to a caller.

#include "core/stream/raw_part.h"

#include <string>
#include <string_view>
#include <vector>

namespace gatehouse {

struct AnthropicBlock {
    enum class Kind { Text, Thinking, ToolUse, Raw };

    int index = 0;
    Kind kind = Kind::Raw;
    std::string announcement; // its content_block without texts; of a raw block empty
    AnswerPart *text = nullptr; // null for a raw block
    RawPart raw; // of a raw block
    std::vector<RawPart> citations; // deltas that wait
    std::string signature;
    bool held = false; // nothing of it leaves before the whole answer was judged
    bool ended = false; // said the upstream
    bool announced = false, closed = false; // to the caller

    void announce(std::string_view contentBlock, std::string &out);
    // Nothing for an empty piece.
    void tell(std::string_view piece, std::string &out) const;
    void tellDelta(std::string_view delta, std::string &out) const;
    // Its signature, where it has one, and its end.
    void close(std::string &out);
};

} // namespace gatehouse
