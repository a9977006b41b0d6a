// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// JSON as people write it: the library's serializer puts every fraction as 1.2E1.

#include <boost/json/value.hpp>
#include <cstdint>
#include <string>
#include <string_view>

namespace gatehouse {

// Fractions stand as the shortest decimal that reads back as the same number, without an exponent from 1e-7
// up to 1e21; what JSON has no word for (NaN, infinity) is null. All else as the library writes it.
[[nodiscard]] std::string plainJson(const boost::json::value &value);

// The same for what is written member by member: a text with its quotes, a number.
void appendPlainText(std::string_view text, std::string &out);
void appendPlainNumber(double number, std::string &out);
void appendPlainNumber(std::uint64_t number, std::string &out);

} // namespace gatehouse
