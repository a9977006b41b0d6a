// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// RFC 8785 (JSON Canonicalization Scheme), so that a document has one spelling and one hash.

#include "core/base/error.h"

#include <boost/json/value.hpp>
#include <string>

namespace gatehouse {

// Keys in order of their UTF-16 code units, no white space, numbers in their shortest form. Only numbers that
// are integers or have at most four decimals are accepted: InvalidInput with the pointer otherwise.
[[nodiscard]] Result<std::string> canonicalJson(const boost::json::value &value);

} // namespace gatehouse
