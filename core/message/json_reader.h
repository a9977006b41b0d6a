// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// A JSON document read by simdjson under the rules of strict_json.h; shared by the wire formats.

#include "core/base/error.h"

#include <simdjson.h>
#include <string>
#include <string_view>

namespace gatehouse {

// The parsed document lives until the next call on the same thread.
[[nodiscard]] Result<simdjson::dom::element> parseStrictJson(std::string_view text);

} // namespace gatehouse
