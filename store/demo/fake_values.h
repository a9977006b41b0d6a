// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Values that look real to a detector and belong to nobody: drawn at random, with valid check digits.

#include "store/demo/dice.h"

namespace gatehouse::store {

// A credential in the setting it usually leaks in ("aws_access_key_id=…").
[[nodiscard]] std::string fakeCredential(Dice &dice);
// One or two personal details, as people write them.
[[nodiscard]] std::string fakePersonalData(Dice &dice);
[[nodiscard]] std::string fakeEmail(Dice &dice);

} // namespace gatehouse::store
