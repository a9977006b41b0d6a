// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// The bytes a fuzz target is given.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace gatehouse::fuzz {

inline std::string_view textOf(const std::uint8_t *data, std::size_t size)
{
    return {reinterpret_cast<const char *>(data), size};
}

// A promise of the code under test was broken.
inline void require(bool promise)
{
    if (!promise)
        std::abort();
}

} // namespace gatehouse::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);
