// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// The JSON in a text that should be JSON: an answer as a whole, or the first block of it in an answer.

#include "core/base/byte_range.h"
#include "core/base/error.h"

#include <boost/json/value.hpp>
#include <optional>
#include <string_view>

namespace gatehouse {

class CheckParameters;

struct JsonPlace {
    bool firstBlock = false; // the first fenced block named json or nothing, whatever stands around it
    bool allowFence = true; // a whole text may stand in one fenced block
};

// "in" and "allow_fence" of a check's parameters.
[[nodiscard]] JsonPlace jsonPlaceFrom(const CheckParameters &parameters);

// Where the JSON stands; nothing when there is no such block.
[[nodiscard]] std::optional<ByteRange> findJson(std::string_view text, JsonPlace place);
// As strict as everywhere: valid UTF-8, no duplicate keys, at most 64 levels deep.
[[nodiscard]] Result<boost::json::value> readJson(std::string_view json);

} // namespace gatehouse
