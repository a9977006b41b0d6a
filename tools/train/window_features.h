// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// The features a text is trained with: read by the same reader and cut into the same windows as in judging.

#include <cstdint>
#include <string_view>
#include <vector>

namespace gatehouse::train {

using Features = std::vector<std::uint32_t>; // buckets, ascending, each once

[[nodiscard]] std::vector<Features> windowsOf(std::string_view text, unsigned bucketBits);

} // namespace gatehouse::train
