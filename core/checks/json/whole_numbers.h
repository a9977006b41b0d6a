// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// One number for each value, whatever its spelling: the validator tells 1 from 1.0, which JSON Schema
// doesn't, and takes what is above 2^63 for no number at all.

#include <boost/json/value.hpp>

namespace gatehouse {

// Numbers without a fraction become std::int64_t where a double holds each of them (up to 2^53), numbers
// above std::int64_t become doubles.
void spellNumbersAlike(boost::json::value &value);

} // namespace gatehouse
