// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// IP addresses and the networks that hold them (CIDR), read from text.

#include "core/base/error.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace gatehouse {

// IPv4 addresses stand as their IPv6 form (::ffff:a.b.c.d), so that both spellings of one are equal.
class IpAddress {
public:
    [[nodiscard]] static std::optional<IpAddress> parse(std::string_view text);

    friend bool operator==(const IpAddress &, const IpAddress &) = default;

private:
    friend class IpNetwork;
    std::array<std::uint8_t, 16> m_bytes{};
};

class IpNetwork {
public:
    // "10.0.0.0/8", "2001:db8::/32"; an address without a length is a network of one. Bits beyond the length
    // must be zero.
    [[nodiscard]] static Result<IpNetwork> parse(std::string_view text);
    [[nodiscard]] bool contains(const IpAddress &address) const;

private:
    IpAddress m_first;
    unsigned m_bits = 128;
};

} // namespace gatehouse
