// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Whether a byte is one of a few, by one look into a table.

#include <array>
#include <string_view>

namespace gatehouse {

class ByteSet {
public:
    constexpr explicit ByteSet(std::string_view bytes)
    {
        for (const char byte : bytes)
            m_has[static_cast<unsigned char>(byte)] = true;
    }
    [[nodiscard]] constexpr bool has(char byte) const { return m_has[static_cast<unsigned char>(byte)]; }

private:
    std::array<bool, 256> m_has{};
};

} // namespace gatehouse
