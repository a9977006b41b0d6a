// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// What of an OpenAI response a caller gets beside its output: numbers, switches and names. The caller's own
// words that providers repeat in it (instructions, tools, metadata) are left out.

#include "core/message/json_reader.h"

#include <boost/json/object.hpp>
#include <string>
#include <string_view>

namespace gatehouse {

// Takes away every text that is no short name, "output" and "usage" excepted.
void reduceResponseHead(boost::json::object &response);

// Whether it is spelt as ids and types are: letters, digits and _-.: alone, so that nobody's words stand in
// it.
[[nodiscard]] bool isIdentifier(std::string_view text);

// By which a later request may go on from this response; "" when it has no id, or one that is somebody's
// text.
[[nodiscard]] std::string responseId(simdjson::dom::element response);

} // namespace gatehouse
