// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// The facts every wire format writes the same way.

#include "core/message/json_reader.h"
#include "core/message/segment.h"

#include <initializer_list>
#include <string_view>

namespace gatehouse {

// model, stream, user, metadata, and every parameter but `content` (field names), metadata and null.
void readCommonFacts(
    simdjson::dom::object body, std::initializer_list<std::string_view> content, RequestFacts &facts);

// The first of these fields that holds a whole number.
[[nodiscard]] std::optional<std::int64_t> wholeNumber(
    simdjson::dom::object body, std::initializer_list<std::string_view> fields);

// The names of tool definitions, at the top or below "function" or "custom". A provider's own tool that has
// no name goes by its type: "web_search", "code_interpreter", "mcp".
void readToolNames(simdjson::dom::element tools, RequestFacts &facts);

} // namespace gatehouse
