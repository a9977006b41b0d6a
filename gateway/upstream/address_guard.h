// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Which addresses a call of a policy's making may go to: a name in a policy must not reach what is inside.

#include "core/base/ip_network.h"

#include <boost/asio/ip/address.hpp>
#include <vector>

namespace gatehouse::gateway {

// False for addresses that are not globally reachable (IANA's special-purpose registries, RFC 6890) and in
// none of `allowed`. IPv6 forms of an IPv4 address are judged as that address.
[[nodiscard]] bool mayReach(const boost::asio::ip::address &address, const std::vector<IpNetwork> &allowed);

// This machine, which a policy may name without encryption.
[[nodiscard]] std::vector<IpNetwork> loopbackNetworks();

} // namespace gatehouse::gateway
