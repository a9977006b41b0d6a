// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Numbers that name an account, a card, a wallet or a telephone.

#include "core/base/byte_range.h"

#include <string_view>
#include <vector>

namespace gatehouse {

// Whether an argument of this name holds the number of an account ("iban", "to_account", "payee").
[[nodiscard]] bool namesAccount(std::string_view argument);

// By their form: an IBAN or the like, a card number (Luhn), a wallet address, a telephone number with its
// country; and where an account is expected any number of at least six digits, else one of at least fourteen
// that is no time.
[[nodiscard]] std::vector<ByteRange> findAccountNumbers(std::string_view text, bool accountExpected);

} // namespace gatehouse
