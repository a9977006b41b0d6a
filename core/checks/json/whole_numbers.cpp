// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/json/whole_numbers.h"

#include <cmath>
#include <cstdint>

namespace gatehouse {

void spellNumbersAlike(boost::json::value &value)
{
    constexpr double exact = 9007199254740992.0; // 2^53
    if (value.is_uint64()) {
        value = static_cast<double>(value.get_uint64());
    } else if (value.is_double()) {
        const double number = value.get_double();
        if (std::abs(number) <= exact && std::trunc(number) == number)
            value = static_cast<std::int64_t>(number);
    } else if (value.is_array()) {
        for (boost::json::value &item : value.get_array())
            spellNumbersAlike(item);
    } else if (value.is_object()) {
        for (auto &member : value.get_object())
            spellNumbersAlike(member.value());
    }
}

} // namespace gatehouse
