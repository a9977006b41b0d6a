// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// One output item of a streamed OpenAI response, with the texts it is made of.

#include "core/stream/raw_part.h"

#include <boost/json/object.hpp>
#include <deque>
#include <string>
#include <string_view>

namespace gatehouse {

// The list a part stands in, and the field of its index in events.
struct ResponsePartKind {
    std::string_view delta; // the event that brings a piece of it, without ".delta"
    std::string_view type;
    std::string_view list;
    std::string_view indexField;
    std::string_view textField;
};
// Null for what is no part of text.
[[nodiscard]] const ResponsePartKind *responsePartKindOf(std::string_view type);
[[nodiscard]] const ResponsePartKind *responsePartKindOfPiece(std::string_view delta);

struct ResponsePart {
    std::string type; // "output_text", "refusal", "summary_text", "reasoning_text"
    int index = 0; // among those of its list
    AnswerPart *text = nullptr;
    bool opened = false, closed = false; // to the caller

    // As it stands in its item, with the text that was given.
    [[nodiscard]] boost::json::object json() const;
    [[nodiscard]] bool isSummary() const { return type == "summary_text"; }
};

struct ResponseItem {
    enum class Kind { Texts, Arguments, Whole };

    int index = 0; // in the output
    Kind kind = Kind::Whole;
    std::string type;
    boost::json::object names; // type, id, role, name, call_id, …
    std::deque<ResponsePart> parts; // of Texts
    AnswerPart *arguments = nullptr; // of Arguments
    std::string argumentsField; // "arguments" or "input"
    RawPart raw; // of Whole, once it is done
    std::string sealed; // encrypted_content of reasoning
    bool held = false; // nothing of it leaves before the whole answer was judged
    bool done = false; // said the upstream
    bool opened = false, closed = false; // to the caller

    // As the caller has it so far; of a raw item once its JSON is in `rawJson`.
    [[nodiscard]] boost::json::object json(std::string_view status) const;
    std::string rawJson;
};

// Whether an item of this type is made of texts, or of arguments (then in which field).
[[nodiscard]] ResponseItem::Kind responseItemKind(std::string_view type);

} // namespace gatehouse
