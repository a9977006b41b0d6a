// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/url/host_list.h"

#include "core/checks/url/url_host.h"

#include <algorithm>

namespace gatehouse {

Status HostList::add(std::string_view entry)
{
    if (entry == "*") {
        m_any = true;
        return {};
    }
    if (entry.find('/') != std::string_view::npos) {
        auto network = IpNetwork::parse(entry);
        if (!network)
            return tl::unexpected(network.error());
        m_networks.push_back(*network);
        return {};
    }
    const bool domain = entry.starts_with("*.");
    const ParsedHost host = parseHost(domain ? entry.substr(2) : entry);
    if (host.kind == HostKind::None || (domain && host.kind != HostKind::Name)
        || host.text.find('*') != std::string::npos)
        return fail(ErrorKind::InvalidInput, "not a host", std::string(entry),
            "write example.com, *.example.com, an address or a network");
    if (host.kind == HostKind::Name)
        (domain ? m_domains : m_names).insert(host.text);
    else if (auto network = IpNetwork::parse(host.text))
        m_networks.push_back(*network);
    return {};
}

Result<HostList> HostList::parse(const std::vector<std::string> &entries)
{
    HostList list;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (auto status = list.add(entries[i]); !status) {
            status.error().where = std::to_string(i);
            return tl::unexpected(status.error());
        }
    }
    return list;
}

bool HostList::empty() const
{
    return !m_any && m_names.empty() && m_domains.empty() && m_networks.empty();
}

bool HostList::containsName(std::string_view host) const
{
    if (m_names.find(host) != m_names.end())
        return true;
    for (std::size_t dot = host.find('.'); dot != std::string_view::npos; dot = host.find('.')) {
        host.remove_prefix(dot + 1);
        if (m_domains.find(host) != m_domains.end())
            return true;
    }
    return false;
}

bool HostList::contains(const UrlParts &url) const
{
    if (url.hostKind == HostKind::None)
        return false;
    if (m_any)
        return true;
    if (url.hostKind == HostKind::Name)
        return containsName(url.host);
    const auto address = IpAddress::parse(url.host);
    return address && std::any_of(m_networks.begin(), m_networks.end(), [&](const IpNetwork &network) {
        return network.contains(*address);
    });
}

} // namespace gatehouse
