// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// A list of hosts as policy authors write it: names, whole domains, addresses and networks.

#include "core/base/ip_network.h"
#include "core/checks/url/url_parts.h"

#include <set>
#include <string>
#include <vector>

namespace gatehouse {

class HostList {
public:
    // "example.com" this host, "*.example.com" every host below it (not itself), "*" any host,
    // "192.0.2.7" and "[2001:db8::1]" an address, "10.0.0.0/8" a network. Names in any script and case.
    // The error's `where` is the index.
    [[nodiscard]] static Result<HostList> parse(const std::vector<std::string> &entries);

    [[nodiscard]] bool empty() const;
    // A URL without a host is on no list.
    [[nodiscard]] bool contains(const UrlParts &url) const;

private:
    [[nodiscard]] Status add(std::string_view entry);
    [[nodiscard]] bool containsName(std::string_view host) const;

    bool m_any = false;
    std::set<std::string, std::less<>> m_names, m_domains; // m_domains without "*."
    std::vector<IpNetwork> m_networks;
};

} // namespace gatehouse
