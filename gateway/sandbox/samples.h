// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Text for the sandbox's answers: prose, and made-up secrets and personal data that no check can tell from
// real ones.

#include <cstddef>
#include <string>
#include <string_view>

namespace gatehouse::gateway {

// Each is computed from `seed` (hex); nothing secret-like stands in the program itself.
[[nodiscard]] std::string sampleSecretText(std::string_view seed);
[[nodiscard]] std::string samplePersonalText(std::string_view seed);
[[nodiscard]] std::string sampleProse(std::size_t words);

} // namespace gatehouse::gateway
