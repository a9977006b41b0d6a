// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Checks JSON documents of ours against a JSON Schema: every problem with its pointer, unknown fields with
// the nearest known name.

#include "core/base/error.h"

#include <boost/json/value.hpp>
#include <string>
#include <vector>

namespace gatehouse {

// `pointer` is where `document` stands in the whole; it prefixes every `where`.
[[nodiscard]] std::vector<Error> validateAgainst(
    const boost::json::value &schema, const boost::json::value &document, const std::string &pointer);

// The candidate with the smallest edit distance, "" when none is close (more than a third of the word
// differs).
[[nodiscard]] std::string nearestName(std::string_view word, const std::vector<std::string> &candidates);

} // namespace gatehouse
