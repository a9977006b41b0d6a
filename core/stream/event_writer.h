// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Writes server-sent events whose data is JSON.

#include "core/message/json_reader.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace gatehouse {

// The text as a JSON string, with its quotes.
void appendJsonText(std::string_view text, std::string &out);
void appendNumber(std::int64_t number, std::string &out);
// "event: type\ndata: json\n\n"
void appendEvent(std::string_view type, std::string_view json, std::string &out);

// What of an object is no text (numbers, switches, null), as JSON; objects below it likewise.
[[nodiscard]] std::string withoutTexts(simdjson::dom::element value);

} // namespace gatehouse
