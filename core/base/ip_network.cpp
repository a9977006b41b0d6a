// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/base/ip_network.h"

#include <algorithm>
#include <arpa/inet.h>
#include <charconv>
#include <string>

namespace gatehouse {

namespace {

constexpr unsigned ipv4Offset = 96; // bits before the IPv4 address in ::ffff:0:0/96

std::optional<unsigned> lengthFrom(std::string_view text, unsigned most)
{
    unsigned bits = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), bits);
    if (error != std::errc() || end != text.data() + text.size() || bits > most)
        return {};
    return bits;
}

// The byte with only the bits below the length set.
std::uint8_t hostBits(unsigned bits, std::size_t byte)
{
    const unsigned before = static_cast<unsigned>(byte) * 8;
    if (bits <= before)
        return 0xFF;
    return bits >= before + 8 ? 0 : static_cast<std::uint8_t>(0xFFU >> (bits - before));
}

} // namespace

std::optional<IpAddress> IpAddress::parse(std::string_view text)
{
    // What stands behind a zero byte would go unread.
    if (text.find('\0') != std::string_view::npos)
        return {};
    const std::string zeroEnded(text);
    IpAddress address;
    auto *bytes = address.m_bytes.data();
    if (inet_pton(AF_INET6, zeroEnded.c_str(), bytes) == 1)
        return address;
    constexpr std::size_t ipv4Start = ipv4Offset / 8;
    if (inet_pton(AF_INET, zeroEnded.c_str(), bytes + ipv4Start) != 1)
        return {};
    std::fill_n(bytes + ipv4Start - 2, 2, std::uint8_t{0xFF});
    return address;
}

Result<IpNetwork> IpNetwork::parse(std::string_view text)
{
    const auto wrong = [&](std::string why) {
        return fail(
            ErrorKind::InvalidInput, std::move(why), std::string(text), "write 10.0.0.0/8 or 2001:db8::/32");
    };
    const std::size_t slash = text.find('/');
    const std::string_view first = text.substr(0, slash);
    const auto address = IpAddress::parse(first);
    if (!address)
        return wrong("not an IP address or network");
    IpNetwork network;
    network.m_first = *address;
    if (slash != std::string_view::npos) {
        const bool ipv4 = first.find(':') == std::string_view::npos;
        const auto bits = lengthFrom(text.substr(slash + 1), ipv4 ? 32 : 128);
        if (!bits)
            return wrong("not the length of a network");
        network.m_bits = *bits + (ipv4 ? ipv4Offset : 0);
    }
    for (std::size_t i = 0; i < network.m_first.m_bytes.size(); ++i) {
        if ((network.m_first.m_bytes[i] & hostBits(network.m_bits, i)) != 0)
            return wrong("the address has bits beyond the length of the network");
    }
    return network;
}

bool IpNetwork::contains(const IpAddress &address) const
{
    for (std::size_t i = 0; i < address.m_bytes.size(); ++i) {
        const auto differing = static_cast<unsigned>(address.m_bytes[i] ^ m_first.m_bytes[i]);
        if ((differing & ~static_cast<unsigned>(hostBits(m_bits, i))) != 0)
            return false;
    }
    return true;
}

} // namespace gatehouse
