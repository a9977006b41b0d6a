// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// JSON as people write it: the library's serializer puts every fraction as 1.2E1.

#include <boost/json/value.hpp>
#include <string>

namespace gatehouse {

// Fractions stand as the shortest decimal that reads back as the same number, without an exponent from 1e-7
// up to 1e21; what JSON has no word for (NaN, infinity) is null. All else as the library writes it.
[[nodiscard]] std::string plainJson(const boost::json::value &value);

} // namespace gatehouse
