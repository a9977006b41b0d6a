// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/upstream/address_guard.h"

#include <algorithm>
#include <string>

namespace gatehouse::gateway {
namespace {

// https://www.iana.org/assignments/iana-ipv4-special-registry and …ipv6-special-registry: what is not
// globally reachable, with multicast and what was reserved for later.
constexpr const char *specialNetworks[] = {"0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8",
    "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16",
    "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4", "::/96",
    "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20", "5f00::/16",
    "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8"};

std::vector<IpNetwork> parsed(auto begin, auto end)
{
    std::vector<IpNetwork> networks;
    for (auto text = begin; text != end; ++text) {
        if (auto network = IpNetwork::parse(*text))
            networks.push_back(*network);
    }
    return networks;
}

bool isUnderAny(const std::vector<IpNetwork> &networks, const IpAddress &address)
{
    return std::any_of(
        networks.begin(), networks.end(), [&](const IpNetwork &each) { return each.contains(address); });
}

// 64:ff9b::/96 (RFC 6052) leads to the IPv4 address in its last four bytes.
boost::asio::ip::address unwrapped(const boost::asio::ip::address &address)
{
    using boost::asio::ip::address_v4;
    if (!address.is_v6())
        return address;
    const auto bytes = address.to_v6().to_bytes();
    constexpr unsigned char prefix[] = {0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0};
    if (!std::equal(std::begin(prefix), std::end(prefix), bytes.begin()))
        return address;
    return address_v4(address_v4::bytes_type{bytes[12], bytes[13], bytes[14], bytes[15]});
}

} // namespace

bool mayReach(const boost::asio::ip::address &address, const std::vector<IpNetwork> &allowed)
{
    static const std::vector<IpNetwork> special
        = parsed(std::begin(specialNetworks), std::end(specialNetworks));
    std::string text = unwrapped(address).to_string();
    // A zone ("fe80::1%eth0") says which wire, not which address.
    text.resize(std::min(text.size(), text.find('%')));
    const auto known = IpAddress::parse(text);
    return known && (!isUnderAny(special, *known) || isUnderAny(allowed, *known));
}

std::vector<IpNetwork> loopbackNetworks()
{
    constexpr const char *loopback[] = {"127.0.0.0/8", "::1"};
    return parsed(std::begin(loopback), std::end(loopback));
}

} // namespace gatehouse::gateway
